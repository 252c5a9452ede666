import { describe, expect, test } from 'vitest';
import { generateEvents, type FullEvent } from '../../../upstream/generate.ts';
import { oddDocuments } from '../../../upstream/odd-events.ts';
import { noon } from '../fake-time.ts';
import { upstreamForTest } from '../upstream-for-test.ts';
import { callsOf, refreshForTest } from './refresh-for-test.ts';

const documents = generateEvents({ count: 250 });
const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A copy of a generated event that docked at another time, under another id. */
function eventAt(id: number, docking: string, more: Partial<FullEvent> = {}): FullEvent {
	return { ...structuredClone(documents[100] as FullEvent), id, docking, ...more };
}
const earliest = eventAt(900, '1950-01-01T00:00:00Z', { departure: '1950-02-01T00:00:00Z' });

describe('a full sync', () => {
	test('reads all pages in stable order and the locations, and writes them at once', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, ids, time } = await refreshForTest(upstream);
		await refresher.run();
		expect(callsOf(upstream)).toEqual([
			'events docking',
			'events docking 100',
			'events docking 200',
			'docking_locations'
		]);
		expect(await ids()).toEqual(range(1, 250));
		const { facts, locations } = await archive.read();
		expect(facts).toMatchObject({ fullSync: { at: noon, sure: true }, lastRefresh: noon });
		expect(locations.size).toBe(upstream.locations.documents.length);
		expect(await time.timerMs()).toBe(1_800_000);
	});

	test('shows nothing of itself before it is complete', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, refreshed } = await refreshForTest(upstream);
		const broken = upstream.fault({ kind: 'status', status: 500 }, { times: 9 });
		broken();
		const { promise, resolve } = Promise.withResolvers<void>();
		upstream.onCall(({ query }) => {
			if (query.get('offset') === '100') upstream.fault({ kind: 'hold', until: promise });
		});
		const running = refresher.run();
		await upstream.waitForCalls(3);
		expect((await archive.read()).documents.size).toBe(0);
		expect(refreshed).toEqual([]);
		resolve();
		await running;
		expect(refreshed).toEqual([250]);
	});

	test('deletes what upstream no longer has', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, ids } = await refreshForTest(upstream);
		await refresher.run();
		upstream.remove(17);
		time.advance(86_400_000);
		await refresher.run();
		expect(await ids()).toEqual(range(1, 250).filter((id) => id !== 17));
	});

	test('does not lose or double an event when one is inserted while it reads', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'insert', document: earliest }, { times: 1 });
		const { refresher, archive, ids } = await refreshForTest(upstream);
		await refresher.run();
		expect(await ids()).toEqual([...range(1, 250), 900]);
		expect((await archive.read()).facts.fullSync?.sure).toBe(true);
		expect(upstream.calls).toHaveLength(3 + 3 + 1);
	});

	test('does not lose an event when another is removed while it reads', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, ids } = await refreshForTest(upstream);
		await refresher.run();
		upstream.fault({ kind: 'remove', id: 1 }, { times: 1 });
		time.advance(86_400_000);
		await refresher.run();
		expect(await ids()).toEqual(range(2, 250));
	});

	test.each([
		[{ kind: 'count-changes' }, 'counts that differ from page to page'],
		[{ kind: 'duplicates' }, 'the same document on two pages']
	] as const)('deletes nothing when %o goes on twice: %s', async (fault, _why) => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, time, ids, lines } = await refreshForTest(upstream);
		await refresher.run();
		upstream.remove(17);
		upstream.put(eventAt(900, '2027-01-01T00:00:00Z', { departure: null }));
		const clear = upstream.fault(fault);
		time.advance(86_400_000);
		await refresher.run();
		expect(await ids()).toEqual([...range(1, 250), 900]);
		expect((await archive.read()).facts.fullSync?.sure).toBe(false);
		expect(lines().at(-1)).toMatchObject({ level: 'warn', refresh: 'full', removed: 0 });
		clear();
		time.advance(3_600_000);
		await refresher.run();
		expect(await ids()).toEqual([...range(1, 250).filter((id) => id !== 17), 900]);
	});

	test('takes an empty answer for an error when there were documents', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, ids, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		upstream.replaceAll([]);
		time.advance(86_400_000);
		await refresher.run();
		expect(await ids()).toEqual(range(1, 250));
		expect(refreshed).toEqual([250]);
		expect(refresher.hindrance()).toMatchObject({ kind: 'failed' });
	});

	test('does not take a page without rows for the whole when its count says otherwise', async () => {
		const upstream = await upstreamForTest({ documents: documents.slice(0, 50) });
		upstream.fault({ kind: 'shape', shape: 'results-empty' });
		const { refresher, archive } = await refreshForTest(upstream);
		await refresher.run();
		expect((await archive.read()).facts.fullSync).toBeUndefined();
		expect(refresher.hindrance()).toMatchObject({ kind: 'failed' });
	});

	test('accepts that a new upstream has no documents yet', async () => {
		const upstream = await upstreamForTest();
		const { refresher, archive, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		expect(refreshed).toEqual([0]);
		expect((await archive.read()).facts.fullSync?.sure).toBe(true);
	});

	test('skips what cannot be read, keeps the rest of its page, counts it and logs its id', async () => {
		const bad = { ...structuredClone(documents[0]), id: 700, docking: 'soon' };
		const upstream = await upstreamForTest({ documents: [...documents, bad] });
		const { refresher, archive, ids, lines } = await refreshForTest(upstream);
		await refresher.run();
		expect(await ids()).toEqual(range(1, 250));
		expect((await archive.read()).facts.unreadable).toEqual({ ids: [700], unnamed: 0 });
		expect(lines()).toContainEqual(
			expect.objectContaining({ level: 'warn', id: 700, reason: 'docking is "soon"' })
		);
	});

	test('keeps the former version of a document that came but cannot be read', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, time, ids } = await refreshForTest(upstream);
		await refresher.run();
		const before = (await archive.read()).documents.get(17);
		upstream.put({ ...structuredClone(documents[16]), docking: null });
		upstream.remove(18);
		time.advance(86_400_000);
		await refresher.run();
		expect(await ids()).toEqual(range(1, 250).filter((id) => id !== 18));
		expect((await archive.read()).documents.get(17)).toEqual(before);
	});

	test('deletes nothing while a document came that does not tell its id', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, time, ids } = await refreshForTest(upstream);
		await refresher.run();
		upstream.fault({ kind: 'bad-document', at: 3 });
		time.advance(86_400_000);
		await refresher.run();
		expect(await ids()).toEqual(range(1, 250));
		expect((await archive.read()).facts.unreadable?.unnamed).toBe(3);
	});

	test('survives documents of every odd kind', async () => {
		const upstream = await upstreamForTest({ documents: [...documents, ...oddDocuments()] });
		const { refresher, ids } = await refreshForTest(upstream);
		await refresher.run();
		expect((await ids()).length).toBeGreaterThan(250 + oddDocuments('keep').length - 5);
	});

	test('changes nothing when a page fails, and goes on at that page', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, time, ids } = await refreshForTest(upstream);
		upstream.onCall(({ query }) => {
			if (query.get('offset') === '100' && upstream.calls.length === 2)
				upstream.fault({ kind: 'html' }, { times: 1 });
		});
		await refresher.run();
		expect(callsOf(upstream)).toEqual([
			'events docking',
			'events docking 100',
			'events docking 200'
		]);
		expect((await archive.read()).documents.size).toBe(0);
		await time.step();
		expect(callsOf(upstream, 3)).toEqual(['events docking 200', 'docking_locations']);
		expect(await ids()).toEqual(range(1, 250));
	});

	test('waits for the budget with the pages it has, and never goes beyond it', async () => {
		const upstream = await upstreamForTest({ documents, callsPerHour: 4, now: () => time.clock() });
		const first = await refreshForTest(upstream, { callsPerHour: 4 });
		const { refresher, time, ids, budget } = first;
		await refresher.run();
		expect(callsOf(upstream)).toEqual(['events docking', 'events docking 100']);
		expect(refresher.hindrance()).toMatchObject({ kind: 'wait' });
		expect(budget.callsLeft()).toBe(2);
		await time.step();
		await time.step();
		expect(callsOf(upstream, 2)).toEqual(['events docking 200', 'docking_locations']);
		expect(await ids()).toEqual(range(1, 250));
		expect(upstream.calls.filter(({ status }) => status === 429)).toEqual([]);
		expect(time.clock() - noon).toBeLessThan(2 * 3_600_000);
	});

	test('begins anew when its pages are too old', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time } = await refreshForTest(upstream, { callsPerHour: 4 });
		await refresher.run();
		time.advance(7 * 3_600_000);
		await refresher.run();
		expect(callsOf(upstream, 2)).toEqual(['events docking', 'events docking 100']);
	});

	test('keeps the former locations when they cannot be read', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, archive, time, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		upstream.fault({ kind: 'status', status: 500 }, { path: /locations/ });
		time.advance(86_400_000);
		await refresher.run();
		expect(refreshed).toEqual([250, 0]);
		expect((await archive.read()).locations.size).toBeGreaterThan(0);
	});
});
