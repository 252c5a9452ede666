import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startBuild, type App } from '../e2e/start-build.ts';
import { redisPath } from '../redis/find-redis.ts';
import { startRedis } from '../redis/start-redis.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream, type Upstream } from '../upstream/server.ts';
import { ensureBuild } from './built-app.ts';

interface Health {
	readonly status: string;
	readonly source: string;
	readonly events: number;
	readonly updated: string;
	readonly callsLeft: number;
	readonly warnings: readonly string[];
}

const health = async ({ url }: App) => (await (await fetch(`${url}/healthz`)).json()) as Health;
const waiting = { timeout: 50_000, interval: 200 };
const showsAll = (app: App, count: number) =>
	vi.waitFor(async () => {
		expect(await health(app)).toMatchObject({ source: 'live', events: count });
	}, waiting);
const leads = ({ log }: App) => log.some((line) => line.includes('this replica refreshes'));

/** Some servers that share a Redis and an upstream; all of it ends with the scope. */
async function replicas(count: number, env: Record<string, string>, events: number) {
	const [redis, upstream] = await Promise.all([
		startRedis(),
		startUpstream({ documents: generateEvents({ count: events }), callsPerHour: 15 })
	]);
	const options = { upstream: upstream.url, env: { ARCHIVE_URL: redis.url, ...env } };
	const apps = await Promise.all(Array.from({ length: count }, () => startBuild(options)));
	return {
		redis,
		upstream,
		apps,
		async [Symbol.asyncDispose]() {
			redis.resume();
			await Promise.all(apps.map((app) => app.close()));
			await Promise.all([redis.kill(), upstream.close()]);
		}
	};
}

const counted = ({ calls }: Upstream) => calls.filter(({ path }) => !path.includes('api-throttle'));
const leaderOf = (apps: readonly App[]) =>
	vi.waitFor(() => {
		const leader = apps.find(leads);
		expect(leader).toBeDefined();
		return leader!;
	}, waiting);

describe.skipIf(!redisPath())('replicas that share a Redis', () => {
	beforeAll(ensureBuild, 180_000);

	it('make together the calls that one would make, and all show the same', async () => {
		await using set = await replicas(5, {}, 450);
		const { apps, upstream } = set;
		await Promise.all(apps.map((app) => showsAll(app, 450)));
		// Five pages and the list of ports, read by one of them.
		expect(counted(upstream)).toHaveLength(6);
		expect(counted(upstream).every(({ status }) => status === 200)).toBe(true);
		expect(apps.filter(leads)).toHaveLength(1);
		const told = await Promise.all(apps.map(health));
		expect(new Set(told.map(({ updated }) => updated)).size).toBe(1);
		await vi.waitFor(async () => {
			for (const app of apps) expect((await health(app)).callsLeft).toBe(15 - 6);
		}, waiting);
		const tables = await Promise.all(
			apps.map(async ({ url }) => (await fetch(`${url}/data.csv?now=2026-10-08`)).text())
		);
		expect(new Set(tables).size).toBe(1);
	});

	it('never spend more than the budget of any hour, however often they refresh', async () => {
		await using set = await replicas(5, { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '12' }, 30);
		const { apps, upstream } = set;
		await Promise.all(apps.map((app) => showsAll(app, 30)));
		// Refreshes leave two calls of each hour alone.
		await vi.waitFor(() => expect(counted(upstream).length).toBe(10), waiting);
		await Promise.all(
			apps.flatMap(({ url }) =>
				Array.from({ length: 4 }, (_, id) => fetch(`${url}/2.3.0/docking_events/${900_000 + id}/`))
			)
		);
		// Who walks through unknown ids at all replicas takes nothing from the refreshes.
		expect(counted(upstream).length).toBe(10);
		expect(counted(upstream).every(({ status }) => status !== 429)).toBe(true);
	});

	it('replace one that dies in the middle of a refresh', async () => {
		await using set = await replicas(2, { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000' }, 30);
		const { apps, upstream } = set;
		upstream.setCallsPerHour(undefined);
		await Promise.all(apps.map((app) => showsAll(app, 30)));
		const leader = await leaderOf(apps);
		const other = apps.find((app) => app !== leader)!;
		upstream.fault({ kind: 'hang' }, { times: 1 });
		const asked = counted(upstream).length;
		await vi.waitFor(() => expect(counted(upstream).length).toBeGreaterThan(asked), waiting);
		process.kill(leader.processId, 'SIGKILL');
		upstream.replaceAll(generateEvents({ count: 31 }));
		await showsAll(other, 31);
		expect(leads(other)).toBe(true);
	});

	it('keep what is newer when one wakes up that was paused while it led', async () => {
		await using set = await replicas(2, { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000' }, 30);
		const { apps, upstream } = set;
		upstream.setCallsPerHour(undefined);
		await Promise.all(apps.map((app) => showsAll(app, 30)));
		const leader = await leaderOf(apps);
		const other = apps.find((app) => app !== leader)!;
		// It is paused with an answer of the old list under way to it.
		const held = Promise.withResolvers<void>();
		upstream.fault({ kind: 'hold', until: held.promise }, { times: 1 });
		const asked = counted(upstream).length;
		await vi.waitFor(() => expect(counted(upstream).length).toBeGreaterThan(asked), waiting);
		process.kill(leader.processId, 'SIGSTOP');
		held.resolve();
		const [first, ...others] = generateEvents({ count: 31 });
		upstream.replaceAll([{ ...first, docking: first!.docking, departure: null }, ...others]);
		await showsAll(other, 31);
		process.kill(leader.processId, 'SIGCONT');
		await showsAll(leader, 31);
		await vi.waitFor(
			() => expect(leader.log.some((line) => /another replica/.test(line))).toBe(true),
			waiting
		);
		expect(await health(other)).toMatchObject({ events: 31, source: 'live' });
	});

	it('show what they hold while Redis is gone, call nobody, and recover', async () => {
		await using set = await replicas(2, { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000' }, 30);
		const { apps, upstream, redis } = set;
		upstream.setCallsPerHour(undefined);
		await Promise.all(apps.map((app) => showsAll(app, 30)));
		await redis.kill();
		await vi.waitFor(async () => {
			for (const app of apps) expect((await health(app)).warnings.join()).toContain('Redis');
		}, waiting);
		const asked = counted(upstream).length;
		for (const app of apps) {
			expect((await fetch(app.url)).status).toBe(200);
			expect((await fetch(`${app.url}/2.3.0/docking_events/900001/`)).status).toBe(404);
			expect(await health(app)).toMatchObject({
				status: 'ok',
				events: 30,
				callsLeft: expect.any(Number)
			});
		}
		expect(counted(upstream).length).toBe(asked);
		upstream.replaceAll(generateEvents({ count: 31 }));
		await redis.restart();
		await Promise.all(apps.map((app) => showsAll(app, 31)));
	});
});
