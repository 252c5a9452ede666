import { describe, expect, test, vi } from 'vitest';
import { startRedis } from '../../../redis/start-redis.ts';
import type { Archive, Sharing } from '../../../../src/lib/server/archive/archive.ts';
import { openRedisArchive } from '../../../../src/lib/server/archive/redis.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { noon } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';
import { hasRedis } from './redis-for-test.ts';
import { call, full, ids, later } from './sqlite-for-test.ts';

/** Some replicas of one installation, on a Redis of their own that the test may harm. */
async function replicas(count: number) {
	const redis = await startRedis();
	const { log, text } = createLogLines();
	const opened: Archive[] = [];
	const open = async () => {
		const archive = await openRedisArchive({ url: redis.url, log, clock: () => noon });
		opened.push(archive);
		return { ...archive, sharing: archive.sharing! };
	};
	const archives = await Promise.all(Array.from({ length: count }, open));
	return {
		redis,
		archives,
		open,
		text,
		async [Symbol.asyncDispose]() {
			redis.resume();
			await Promise.all(opened.map((archive) => archive.close()));
			await redis.kill();
		}
	};
}

const holds = (archive: Archive, wanted: readonly number[]) =>
	vi.waitFor(async () => expect((await ids(archive)).sort()).toEqual(wanted), { timeout: 20_000 });

/** The term, once it is there for the taking. */
const leadSoon = (sharing: Sharing) =>
	vi.waitFor(async () => {
		const term = await sharing.lead(60_000);
		expect(term).toBeDefined();
		return term!;
	});

describe.skipIf(!hasRedis)('the archive in Redis', () => {
	test('tells other replicas of every change, and of documents that are gone', async () => {
		await using set = await replicas(2);
		const [one, two] = set.archives as [(typeof set.archives)[0], (typeof set.archives)[0]];
		const told = vi.fn();
		two.sharing.onChange(told);
		await one.apply(full);
		await holds(two, [1, 2, 3]);
		expect(told).toHaveBeenCalled();
		const { facts, locations } = await two.read();
		expect(facts).toEqual(full.facts);
		expect([...locations.keys()]).toEqual([32]);
		await one.apply({ ...later, remove: [1] });
		await holds(two, [2, 3, 4]);
	});

	test('shows a replica that comes later everything', async () => {
		await using set = await replicas(1);
		await set.archives[0]!.apply(full);
		expect(await (await set.open()).read()).toEqual(await set.archives[0]!.read());
	});

	test('grants replicas together no more calls than one, whatever their clocks say', async () => {
		await using set = await replicas(5);
		const asked = Array.from({ length: 100 }, (_, index) => {
			const aheadMs = (index % 5) * 7_200_000;
			const at = instant(noon + aheadMs);
			const since = instant(at - 3_600_000);
			return set.archives[index % 5]!.spendCall({ at, since, most: 13 });
		});
		const answers = await Promise.all(asked);
		expect(answers.filter(({ granted }) => granted)).toHaveLength(13);
	});

	test('forgets calls by the clock of Redis', async () => {
		await using set = await replicas(1);
		const spend = () =>
			set.archives[0]!.spendCall({ at: noon, since: instant(noon - 500), most: 1 });
		expect((await spend()).granted).toBe(true);
		expect((await spend()).granted).toBe(false);
		await vi.waitFor(async () => expect((await spend()).granted).toBe(true));
	});

	test('lets one replica lead at a time, and another when it resigns or is not heard of', async () => {
		await using set = await replicas(3);
		const [one, two, three] = set.archives.map(({ sharing }) => sharing) as [
			Sharing,
			Sharing,
			Sharing
		];
		expect(await one.lead(60_000)).toBe(1);
		expect(await two.lead(60_000)).toBeUndefined();
		expect(await one.lead(60_000)).toBe(1);
		await one.resign();
		expect(await two.lead(1)).toBe(2);
		expect(await leadSoon(three)).toBe(3);
		expect(await two.lead(60_000)).toBeUndefined();
		await two.resign();
		expect(await one.lead(60_000)).toBeUndefined();
	});

	test('refuses what a replica writes that was paused while another led', async () => {
		await using set = await replicas(2);
		const [paused, other] = set.archives as [(typeof set.archives)[0], (typeof set.archives)[0]];
		const former = (await paused.sharing.lead(1))!;
		expect(await paused.apply(full, former)).toBe(true);
		const term = await leadSoon(other.sharing);
		expect(await other.apply(later, term)).toBe(true);
		const before = await other.read();
		expect(await paused.apply({ ...full, remove: [4] }, former)).toBe(false);
		await paused.sharing.lead(1);
		expect([...(await paused.read()).documents]).toEqual([...before.documents]);
		expect((await paused.read()).facts).toEqual(before.facts);
	});

	test('goes on without Redis from what it holds, spends no call, and fills it again', async () => {
		await using set = await replicas(2);
		const [one, two] = set.archives as [(typeof set.archives)[0], (typeof set.archives)[0]];
		await one.apply(full);
		await one.spendCall(call);
		await holds(two, [1, 2, 3]);
		await set.redis.kill();
		expect(await one.spendCall(call)).toMatchObject({ granted: false, retryMs: 10_000 });
		expect(await one.sharing.lead(60_000)).toBeUndefined();
		expect(one.warnings().join()).toContain('Redis, which holds the archive, does not answer');
		expect(await ids(two)).toEqual([1, 2, 3]);
		expect(await one.apply(later)).toBe(true);
		expect(await ids(one)).toEqual([1, 2, 3, 4]);

		await set.redis.restart();
		await holds(two, [1, 2, 3, 4]);
		await vi.waitFor(() => expect(one.warnings()).toEqual([]));
		const third = await set.open();
		expect((await ids(third)).sort()).toEqual([1, 2, 3, 4]);
		expect((await third.read()).calls).toHaveLength(1);
	});

	test('does not wait for a Redis that hangs, and comes back with it', async () => {
		await using set = await replicas(1);
		const [archive] = set.archives as [(typeof set.archives)[0]];
		await archive.apply(full);
		set.redis.pause();
		expect((await archive.spendCall(call)).granted).toBe(false);
		expect(archive.warnings()).toHaveLength(1);
		expect(await ids(archive)).toEqual([1, 2, 3]);
		set.redis.resume();
		await vi.waitFor(async () => expect((await archive.spendCall(call)).granted).toBe(true));
		expect(archive.warnings()).toEqual([]);
	});

	test('starts without a Redis, and takes over what it holds when it is there', async () => {
		await using set = await replicas(1);
		await set.redis.kill();
		const archive = await set.open();
		expect(await ids(archive)).toEqual([]);
		expect(archive.warnings()).toHaveLength(1);
		await set.redis.restart();
		await set.archives[0]!.apply(full);
		await holds(archive, [1, 2, 3]);
	});
});
