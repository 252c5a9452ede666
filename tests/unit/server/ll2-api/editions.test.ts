import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createAnswerCache, packAnswer } from '../../../../src/lib/server/ll2-api/answer-cache.ts';
import { createEditions } from '../../../../src/lib/server/ll2-api/editions.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import type { Snapshot } from '../../../../src/lib/server/snapshot.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { generateEvents } from '../../../upstream/generate.ts';
import { createLogLines } from '../log-lines.ts';
import { noon } from '../fake-time.ts';
import { apiForTest, heldOf, idsOf } from './api-for-test.ts';

const documents = generateEvents({ count: 40 });

describe('a refresh', () => {
	test('changes every answer at once, cached or not', async () => {
		const api = apiForTest({ documents });
		const paths = ['docking_events/?limit=100', 'docking_events/?limit=100&mode=detailed'];
		for (const path of paths) expect((await api.list(path)).count).toBe(40);
		const [first, ...others] = documents;
		api.show({ documents: [...others, { ...first!, id: 41, departure: null }] });
		for (const path of paths) {
			const page = await api.list(path);
			expect(idsOf(page).sort((a, b) => a - b)).toEqual(
				[...Array(41).keys()]
					.slice(2)
					.concat(41)
					.sort((a, b) => a - b)
			);
		}
		expect((await api.ask('docking_events/1/')).status).toBe(404);
		expect((await api.ask('docking_events/41/')).status).toBe(200);
	});

	test('of one document changes its answers, and the others stay what they were', async () => {
		const api = apiForTest({ documents });
		const read = async (id: number) =>
			(await (await api.ask(`docking_events/${id}/`)).json()) as JsonObject;
		const [one, two] = [await read(1), await read(2)];
		api.show({
			documents: documents.map((event) =>
				event.id === 2 ? { ...event, departure: '2027-01-01T00:00:00Z' } : event
			)
		});
		expect(await read(1)).toEqual(one);
		expect(await read(2)).toEqual({ ...two, departure: '2027-01-01T00:00:00Z' });
	});

	test('that replaces the sample replaces all of it', async () => {
		const sample = documents.slice(0, 3).map((event) => ({ ...event, id: event.id + 1000 }));
		const api = apiForTest({ documents: sample, source: 'sample' });
		const before = await api.ask('docking_events/');
		expect(before.headers.get('x-berthline-source')).toBe('sample');
		api.show({ documents, source: 'live' });
		const after = await api.ask('docking_events/?limit=100');
		expect(after.headers.get('x-berthline-source')).toBe('live');
		expect(await after.json()).toMatchObject({ count: 40 });
		expect((await api.ask('docking_events/1001/')).status).toBe(404);
	});
});

describe('editions', () => {
	/** Editions of documents that grow, of which three and more at once are many. */
	function start(count: number) {
		let version = 0;
		let held = heldOf(documents.slice(0, count));
		let listener = () => {};
		const editions = createEditions({
			source: {
				snapshot: () =>
					({
						version: String(version),
						updated: noon,
						source: version ? 'live' : 'sample'
					}) as Snapshot,
				held: () => held,
				locations: () => [],
				subscribe(own) {
					listener = own as () => void;
					return () => {};
				}
			},
			clock: () => noon,
			log: createLogLines().log,
			mostAwaited: 2
		});
		return {
			editions,
			grow(to: number) {
				const next = heldOf(documents.slice(0, to));
				for (const [id, document] of held) next.set(id, document);
				held = next;
				version++;
				listener();
			}
		};
	}
	const address = new URL('http://api.test/2.3.0/docking_events/');
	const countOf = async ({ editions }: ReturnType<typeof start>) => {
		const edition = await editions.current();
		const { count } = JSON.parse(edition.data.events(address).json.join('')) as { count: number };
		return { count, isSample: edition.isSample };
	};

	test('a first one is awaited, however long it takes', async () => {
		expect(await countOf(start(40))).toEqual({ count: 40, isSample: true });
	});

	test('where little has changed the next one is awaited', async () => {
		const running = start(10);
		await countOf(running);
		running.grow(12);
		expect(await countOf(running)).toEqual({ count: 12, isSample: false });
	});

	test('where much has changed the former one answers meanwhile, and says what it is', async () => {
		const running = start(10);
		await countOf(running);
		running.grow(40);
		expect(await countOf(running)).toEqual({ count: 10, isSample: true });
		let last = await countOf(running);
		while (last.isSample) {
			expect(last.count).toBe(10);
			await setImmediate();
			last = await countOf(running);
		}
		expect(last.count).toBe(40);
	});

	test('those who ask at once share one', async () => {
		const { editions } = start(20);
		const [one, two] = await Promise.all([editions.current(), editions.current()]);
		expect(one).toBe(two);
	});

	test('what changes while one is made is in the next', async () => {
		const running = start(10);
		const first = countOf(running);
		running.grow(11);
		running.grow(12);
		expect((await first).count).toBe(12);
	});

	test('each is shown as changed a second or more after the former', async () => {
		const running = start(1);
		const changed = [];
		for (let count = 2; count < 5; count++) {
			changed.push((await running.editions.current()).changed);
			running.grow(count);
		}
		expect(changed).toEqual([noon, noon + 1000, noon + 2000].map(instant));
	});
});

describe('the cache', () => {
	const answer = (length: number, key: string) =>
		packAnswer({ status: 200, text: ['x'.repeat(length)], isPage: false, key });

	test('holds no more than 48 MB, and forgets what was used least lately', () => {
		const cache = createAnswerCache();
		const megabyte = 1024 * 1024;
		for (let at = 0; at < 100; at++) {
			cache.put(`key ${at}`, answer(megabyte, `${at}`));
			cache.get('key 0');
		}
		const kept = [...Array(100).keys()].filter((at) => cache.get(`key ${at}`));
		expect(kept.length).toBeLessThanOrEqual(48);
		expect(kept.length).toBeGreaterThan(40);
		expect(kept).toContain(0);
		expect(kept).toContain(99);
	});

	test('counts long addresses, so that small answers to them do not add up unseen', () => {
		const cache = createAnswerCache();
		for (let at = 0; at < 20_000; at++) cache.put(`${at} ${'k'.repeat(8000)}`, answer(10, `${at}`));
		const kept = [...Array(20_000).keys()].filter((at) => cache.get(`${at} ${'k'.repeat(8000)}`));
		expect(kept.length).toBeLessThan((48 * 1024 * 1024) / 16_000);
	});

	test('keeps nothing that is larger than an eighth of it', () => {
		const cache = createAnswerCache();
		cache.put('large', answer(7 * 1024 * 1024, 'large'));
		expect(cache.get('large')).toBeUndefined();
	});
});

test('an answer is made once, and again when other documents are shown', async () => {
	const documents = generateEvents({ count: 3 });
	const api = apiForTest({ documents: documents.slice(1) });
	const count = async () => {
		const { body } = await api.ask('docking_events/?format=api');
		const html = await new Response(body).text();
		return /count&quot;<\/i>: <b>(\d)/.exec(html)?.[1];
	};
	expect([await count(), await count(), api.pagesDrawn()]).toEqual(['2', '2', 1]);
	api.show({ documents });
	expect([await count(), await count(), api.pagesDrawn()]).toEqual(['3', '3', 2]);
});

test(
	'two thousand addresses do not grow memory beyond the cache',
	{ timeout: 60_000 },
	async () => {
		const api = apiForTest({ documents: generateEvents({ count: 200 }) });
		const askFor = async (from: number, to: number) => {
			for (let at = from; at < to; at++)
				await api.ask(`docking_events/?mode=detailed&limit=${1 + (at % 40)}&x=${at}`);
		};
		await askFor(0, 50);
		const before = megabytesInUse();
		await askFor(50, 2050);
		// Two thousand answers of twenty documents are half a gigabyte.
		expect(megabytesInUse() - before).toBeLessThan(100);
	}
);

function megabytesInUse(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, external } = process.memoryUsage();
	return (heapUsed + external) / 1024 / 1024;
}
