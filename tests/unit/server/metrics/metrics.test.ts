import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../../src/lib/docking/catalogue.ts';
import { countedFetch } from '../../../../src/lib/server/metrics/counted-calls.ts';
import { countedPool } from '../../../../src/lib/server/metrics/counted-pictures.ts';
import {
	addStateGauges,
	type StateSources
} from '../../../../src/lib/server/metrics/state-gauges.ts';
import {
	PoolFull,
	type PictureJob,
	type PicturePool
} from '../../../../src/lib/server/pictures/pool.ts';
import type { Snapshot } from '../../../../src/lib/server/snapshot.ts';
import { noon } from '../fake-time.ts';

const snapshot: Snapshot = {
	catalogue: buildCatalogue([]),
	source: 'stale',
	minute: noon,
	updated: noon,
	staleAfterMs: 3_600_000,
	version: 'v1',
	events: 651,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 9,
	reason: undefined,
	warnings: ['The archive is read-only.'],
	unreadable: 2
};

async function gaugesOf(change: Partial<StateSources> = {}): Promise<string[]> {
	const registry = new Registry();
	addStateGauges(registry, {
		snapshot: () => snapshot,
		clock: () => noon + 90_500,
		openStreams: () => 3,
		waitingPictures: () => 4,
		droppedLines: () => 5,
		...change
	});
	await registry.metrics();
	return (await registry.metrics()).split('\n').filter((line) => /^\w/.test(line));
}

describe('gauges', () => {
	it('tell the state when they are asked', async () => {
		expect(await gaugesOf()).toEqual([
			'berthline_unreadable_metrics_total 0',
			'berthline_data_age_seconds 90.5',
			'berthline_events 651',
			'berthline_unreadable_events 2',
			'berthline_warnings 1',
			'berthline_upstream_calls_left 9',
			'berthline_data_is_live 0',
			'berthline_data_is_stale 1',
			'berthline_data_is_sample 0',
			'berthline_live_streams 3',
			'berthline_picture_queue_length 4',
			'berthline_log_lines_dropped_total 5'
		]);
	});

	it('leave out what is broken, and say so, and tell the rest', async () => {
		const told = await gaugesOf({
			snapshot: () => {
				throw new Error('broken');
			}
		});
		expect(told).toContain('berthline_live_streams 3');
		expect(told.join('\n')).not.toMatch(/data_age|data_is|events/);
		expect(told.find((line) => line.includes('unreadable_metrics'))).toMatch(/ (8|16)$/);
	});
});

describe('countedFetch', () => {
	it('counts calls by what came back, and hands it on', async () => {
		const registry = new Registry();
		const statuses = [200, 204, 302, 404, 429, 503];
		const answers = statuses.map((status) => new Response(null, { status }));
		const fetch = countedFetch(async () => {
			const answer = answers.shift();
			if (!answer) throw new TypeError('no answer');
			return answer;
		}, registry);
		for (const status of statuses) expect((await fetch('http://ll2.example')).status).toBe(status);
		await expect(fetch('http://ll2.example')).rejects.toThrow('no answer');
		const text = await registry.metrics();
		const counts = [...text.matchAll(/\{result="(\w+)"\} (\d+)/g)].map(([, ...pair]) => pair);
		expect(Object.fromEntries(counts)).toEqual({
			'2xx': '2',
			'3xx': '1',
			'4xx': '1',
			'429': '1',
			'5xx': '1',
			no_answer: '1'
		});
	});
});

describe('countedPool', () => {
	const job = { format: 'png' } as PictureJob;
	const pool: PicturePool = {
		checkRoom: () => undefined,
		draw: async () => new Uint8Array(1),
		waiting: () => 7,
		close: async () => undefined
	};
	const lineOf = async (registry: Registry, name: string) =>
		(await registry.metrics()).split('\n').find((line) => line.startsWith(`berthline_${name}`));

	it('counts and times what is drawn', async () => {
		const registry = new Registry();
		const counted = countedPool(pool, registry);
		expect(await counted.draw(job)).toHaveLength(1);
		expect(counted.waiting()).toBe(7);
		expect(await lineOf(registry, 'pictures_drawn_total{format="png"}')).toMatch(/ 1$/);
		expect(await lineOf(registry, 'picture_drawing_seconds_count{format="png"}')).toMatch(/ 1$/);
	});

	it('counts what fails and what is refused, and still throws it', async () => {
		const registry = new Registry();
		const counted = countedPool(
			{
				...pool,
				draw: () => Promise.reject(new Error('the thread died')),
				checkRoom() {
					throw new PoolFull();
				}
			},
			registry
		);
		await expect(counted.draw(job)).rejects.toThrow('the thread died');
		expect(() => counted.checkRoom()).toThrow(PoolFull);
		expect(await lineOf(registry, 'pictures_failed_total{format="png"}')).toMatch(/ 1$/);
		expect(await lineOf(registry, 'pictures_refused_total')).toMatch(/ 1$/);
		expect(await lineOf(registry, 'pictures_drawn_total{format="png"}')).toMatch(/ 0$/);
	});
});
