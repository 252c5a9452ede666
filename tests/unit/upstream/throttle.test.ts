import { afterEach, describe, expect, it } from 'vitest';
import { startUpstream, type Upstream, type UpstreamOptions } from '../../upstream/server.ts';

const clock = { nowMs: Date.UTC(2026, 9, 8) };
const secondsMs = (seconds: number) => seconds * 1000;

let upstream: Upstream | undefined;
afterEach(() => upstream?.close());

async function start(
	options: UpstreamOptions
): Promise<(path: string, token?: string) => Promise<Response>> {
	const started = await startUpstream({ now: () => clock.nowMs, ...options });
	upstream = started;
	return (path, token) =>
		fetch(`${started.url}/${path}`, token ? { headers: { authorization: token } } : {});
}

async function usage(answer: Response): Promise<unknown> {
	return ((await answer.json()) as unknown[])[0];
}

describe('the throttle', () => {
	it('refuses the fourth call of three an hour and tells the seconds to wait', async () => {
		const get = await start({ callsPerHour: 3 });
		const statuses = [];
		for (let call = 0; call < 3; call += 1) {
			statuses.push((await get('docking_events/')).status);
			clock.nowMs += secondsMs(10);
		}
		const refused = await get('docking_events/');
		expect([...statuses, refused.status]).toEqual([200, 200, 200, 429]);
		expect(refused.headers.get('retry-after')).toBe('3570');
		expect(await refused.json()).toEqual({
			detail: 'Request was throttled. Expected available in 3570 seconds.'
		});
	});

	it('slides: each call comes back an hour after it was spent, a refused one costs nothing', async () => {
		const get = await start({ callsPerHour: 2 });
		await get('docking_events/');
		clock.nowMs += secondsMs(1800);
		await get('docking_events/1/');
		expect((await get('docking_events/')).status).toBe(429);
		clock.nowMs += secondsMs(1799);
		expect((await get('docking_events/')).status).toBe(429);
		clock.nowMs += secondsMs(1);
		expect((await get('docking_events/')).status).toBe(200);
		expect((await get('docking_events/')).headers.get('retry-after')).toBe('1800');
	});

	it('tells limit, use and wait for nothing through api-throttle', async () => {
		const get = await start({ callsPerHour: 1 });
		for (let call = 0; call < 5; call += 1) await get('api-throttle/');
		expect(await usage(await get('api-throttle/'))).toEqual({
			your_request_limit: 1,
			limit_frequency_secs: 3600,
			current_use: 0,
			next_use_secs: 0,
			ident: '127.0.0.1'
		});
		await get('config/docking_locations/');
		expect(await usage(await get('api-throttle/'))).toMatchObject({
			current_use: 1,
			next_use_secs: 3600
		});
	});

	it('counts a redirect to the slash and unknown addresses for nothing, 404 documents as calls', async () => {
		const get = await start({ callsPerHour: 2 });
		await get('launches/');
		await get('docking_events');
		await get('docking_events/1/');
		expect((await get('docking_events/')).status).toBe(429);
	});

	it('gives the token a limit of its own and refuses a wrong one', async () => {
		const get = await start({ callsPerHour: 1, token: { value: 'secret', callsPerHour: 2 } });
		const statuses = [];
		for (const token of [undefined, undefined, 'Token secret', 'Token secret', 'Token secret'])
			statuses.push((await get('docking_events/', token)).status);
		expect(statuses).toEqual([200, 429, 200, 200, 429]);
		expect((await get('docking_events/', 'Token wrong')).status).toBe(401);
	});

	it('takes a new limit while it runs', async () => {
		const get = await start({ callsPerHour: 1 });
		await get('docking_events/');
		upstream?.setCallsPerHour(2);
		expect((await get('docking_events/')).status).toBe(200);
		expect((await get('docking_events/')).status).toBe(429);
		upstream?.setCallsPerHour(undefined);
		expect((await get('docking_events/')).status).toBe(200);
	});
});
