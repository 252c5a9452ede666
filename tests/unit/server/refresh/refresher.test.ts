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

describe('the refresher', () => {
	test.each([
		[{ kind: 'status', status: 500 }, 'refreshes incrementally at once', 0],
		[{ kind: 'reset' }, 'makes no other call before the pause is over', 30_000]
	] as const)('when a full sync fails with %o, %s', async (fault, _claim, pauseMs) => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, refreshed } = await refreshForTest(upstream);
		await refresher.run();
		upstream.fault(fault, { times: 1 });
		time.advance(86_400_000);
		await refresher.run();
		expect(await time.timerMs()).toBe(pauseMs);
		await time.step();
		expect(refreshed).toEqual([250, 0]);
		expect(callsOf(upstream, 5)[0]).toBe(pauseMs === 0 ? 'events -docking' : 'events docking');
	});

	test('does one thing at a time: who asks meanwhile gets the same run', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, refreshed } = await refreshForTest(upstream);
		await Promise.all([refresher.run(), refresher.run(), refresher.run()]);
		expect(upstream.calls).toHaveLength(4);
		expect(refreshed).toEqual([250]);
	});

	test('does nothing before it is due', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time } = await refreshForTest(upstream);
		await refresher.run();
		time.advance(1_799_999);
		await refresher.run();
		expect(upstream.calls).toHaveLength(4);
		expect(await time.timerMs()).toBe(1);
	});

	test('goes on by itself: incremental every half hour, everything when that is due', async () => {
		const upstream = await upstreamForTest({ documents });
		const resyncMs = 6 * 3_600_000;
		const { refresher, time } = await refreshForTest(upstream, { resyncMs });
		refresher.start();
		await time.timerMs();
		for (let halfHour = 0; halfHour < 12; halfHour++) await time.step();
		const kinds = callsOf(upstream).filter((call) => call.startsWith('events'));
		expect(kinds.filter((call) => call === 'events -docking')).toHaveLength(11);
		expect(kinds.filter((call) => call === 'events docking')).toHaveLength(2);
		expect(time.clock() - noon).toBe(resyncMs);
	});

	test('stays within 15 calls in any hour, reserve untouched, and is never refused', async () => {
		const many = generateEvents({ count: 650 });
		const upstream = await upstreamForTest({
			documents: many,
			callsPerHour: 15,
			now: () => time.clock()
		});
		const { refresher, time } = await refreshForTest(upstream, {
			callsPerHour: undefined,
			resyncMs: 2 * 3_600_000
		});
		refresher.start();
		await time.timerMs();
		while (time.clock() - noon < 7 * 3_600_000) await time.step();
		const spent = upstream.calls.filter(({ path }) => !path.includes('api-throttle'));
		expect(spent.filter(({ status }) => status !== 200)).toEqual([]);
		const inHour = (at: number) =>
			spent.filter((call) => call.at > at - 3_600_000 && call.at <= at).length;
		expect(Math.max(...spent.map(({ at }) => inHour(at)))).toBeLessThanOrEqual(13);
	});

	test('asks api-throttle/ first, daily and for free, and keeps to what it says', async () => {
		const upstream = await upstreamForTest({ documents, callsPerHour: 4 });
		const { refresher, budget, time } = await refreshForTest(upstream, {
			callsPerHour: undefined
		});
		await refresher.run();
		expect(callsOf(upstream)).toEqual(['api-throttle', 'events docking', 'events docking 100']);
		expect(budget.limit()).toBe(4);
		upstream.setCallsPerHour(100);
		time.advance(86_400_000);
		await refresher.run();
		expect(callsOf(upstream, 3)[0]).toBe('api-throttle');
		expect(budget.limit()).toBe(100);
	});

	test('waits as long as a 429 asks, then goes on', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault(
			{ kind: 'status', status: 429, headers: { 'Retry-After': '700' } },
			{ times: 1 }
		);
		const { refresher, time, ids, budget } = await refreshForTest(upstream);
		await refresher.run();
		expect(upstream.calls).toHaveLength(1);
		expect(await time.timerMs()).toBe(700_000);
		expect(budget.callsLeft()).toBe(0);
		time.advance(699_999);
		await refresher.run();
		expect(upstream.calls).toHaveLength(1);
		await time.step();
		expect(await ids()).toEqual(range(1, 250));
	});

	test('comes back ever later after failures, and at its usual pace after a success', async () => {
		const upstream = await upstreamForTest({ documents });
		const clear = upstream.fault({ kind: 'reset' });
		const { refresher, time, refreshed } = await refreshForTest(upstream);
		refresher.start();
		const pausesMs = [await time.timerMs()];
		for (let failure = 0; failure < 6; failure++) {
			await time.step();
			pausesMs.push(await time.timerMs());
		}
		expect(pausesMs.map((ms) => ms / 1000)).toEqual([30, 60, 120, 240, 480, 900, 900]);
		clear();
		await time.step();
		expect(refreshed).toEqual([250]);
		expect(await time.timerMs()).toBe(1_800_000);
	});

	test('stops when told, also in the middle of a call', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'hang' });
		const { refresher, archive } = await refreshForTest(upstream, { timeoutMs: 200 });
		refresher.start();
		await upstream.waitForCalls(1);
		await refresher.stop();
		expect(upstream.calls).toHaveLength(1);
		expect((await archive.read()).facts.lastRefresh).toBeUndefined();
	});

	test('writes one line for each refresh: what happened, and when the next one is', async () => {
		const upstream = await upstreamForTest({ documents });
		const { refresher, time, lines } = await refreshForTest(upstream);
		await refresher.run();
		upstream.fault({ kind: 'status', status: 503 });
		await time.step();
		expect(lines()).toMatchObject([
			{ refresh: 'full', documents: 250, changed: 250, calls: 3, next: '2026-10-08T12:30:00Z' },
			{ refresh: 'incremental', failure: { status: 503 }, next: '2026-10-08T12:30:30Z' }
		]);
	});
});
