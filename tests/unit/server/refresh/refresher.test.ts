import { describe, expect, test } from 'vitest';
import { generateEvents } from '../../../upstream/generate.ts';
import { noon } from '../fake-time.ts';
import { upstreamForTest } from '../upstream-for-test.ts';
import { callsOf, refreshForTest } from './refresh-for-test.ts';

const documents = generateEvents({ count: 250 });
const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => from + index);

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
