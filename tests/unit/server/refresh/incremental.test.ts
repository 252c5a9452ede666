import { describe, expect, test } from 'vitest';
import { generateEvents, type FullEvent } from '../../../upstream/generate.ts';
import { upstreamForTest } from '../upstream-for-test.ts';
import { callsOf, refreshForTest } from './refresh-for-test.ts';

const documents = generateEvents({ count: 250 });
const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A copy of a generated event that docked at another time, under another id. */
function eventAt(id: number, docking: string, more: Partial<FullEvent> = {}): FullEvent {
	return { ...structuredClone(documents[100] as FullEvent), id, docking, ...more };
}

describe('an incremental refresh', () => {
	test('reads the newest by docking and by departure, and so finds a late departure', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, time, ids, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		const old = { ...structuredClone(documents[2]), departure: '2026-10-08T11:00:00Z' };
		upstream.put(old);
		upstream.put(eventAt(251, '2026-10-08T11:30:00Z', { departure: null }));
		await time.step();
		expect(callsOf(upstream, 4)).toEqual(['events -docking', 'events -departure']);
		expect(refreshed).toEqual([250, 2]);
		expect(await ids()).toEqual(range(1, 251));
		expect((await archive.read()).documents.get(3)?.text).toContain('2026-10-08T11:00:00Z');
		expect((await archive.read()).facts.lastRefresh).toBe(time.clock());
	});

	test('never deletes', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, ids, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		upstream.remove(250);
		await time.step();
		expect(await ids()).toEqual(range(1, 250));
		expect(refreshed).toEqual([250, 0]);
	});

	test('keeps its first page while it waits for the second', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		upstream.onCall(({ query }) => {
			if (query.get('ordering') === '-docking')
				upstream.fault({ kind: 'status', status: 429 }, { times: 1 });
		});
		await time.step();
		expect(refreshed).toEqual([250]);
		await time.step();
		expect(refreshed).toEqual([250, 0]);
		expect(callsOf(upstream, 4)).toEqual([
			'events -docking',
			'events -departure',
			'events -departure'
		]);
	});

	test('changes nothing unless both of its pages came', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, ids, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		upstream.put(eventAt(251, '2026-10-08T11:30:00Z'));
		upstream.onCall(({ query }) => {
			if (query.get('ordering') === '-docking') upstream.fault({ kind: 'reset' }, { times: 1 });
		});
		await time.step();
		expect(await ids()).toEqual(range(1, 250));
		expect(refreshed).toEqual([250]);
	});
});
