import createClient from 'openapi-fetch';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream, type Upstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import type { components, paths } from './ll2-schema.d.ts';
import { makeSchema, readSchema } from './make-schema.ts';

type DockingEvent = components['schemas']['PolymorphicDockingEventEndpoint'];

const documents = generateEvents({ count: 230 });
const startTimeoutMs = 60_000;

/** Every event, page by page, as a client of the description reads them. */
async function readAll(baseUrl: string, first: { limit: number; mode: 'normal' | 'detailed' }) {
	const client = createClient<paths>({ baseUrl });
	const events: DockingEvent[] = [];
	let pages = 0;
	for (let query: typeof first & { offset?: number } = first; ; pages++) {
		const { data, error } = await client.GET('/2.3.0/docking_events/', { params: { query } });
		if (!data) throw new Error(JSON.stringify(error));
		events.push(...data.results);
		if (!data.next) return { events, count: data.count, pages: pages + 1 };
		expect(data.next.startsWith(`${baseUrl}/2.3.0/docking_events/?`)).toBe(true);
		query = { ...first, offset: Number(new URL(data.next).searchParams.get('offset')) };
	}
}

/** Resolves when the app at `url` shows live data. */
async function untilLive(url: string): Promise<void> {
	const stream = await fetch(`${url}/live`);
	for await (const _ of stream.body ?? []) {
		const health = (await (await fetch(`${url}/healthz`)).json()) as { source: string };
		if (health.source === 'live') return;
	}
}

async function startLive(upstream: Pick<Upstream, 'url'>, env: Record<string, string> = {}) {
	const app = await startBuild({
		upstream: upstream.url,
		env: { LL2_CALLS_PER_HOUR: '1000', ...env }
	});
	onTestFinished(() => app.close());
	await untilLive(app.url);
	return app;
}

async function startStandIn(options: Parameters<typeof startUpstream>[0]): Promise<Upstream> {
	const upstream = await startUpstream(options);
	onTestFinished(() => upstream.close());
	return upstream;
}

describe('a client made of the description', () => {
	const app = useApp();

	it('is made of the present description', async () => {
		expect(readSchema()).toBe(await makeSchema());
	});

	it.each(['normal', 'detailed'] as const)('pages through everything, mode %s', async (mode) => {
		const { events, count, pages } = await readAll(app.url, { limit: 100, mode });
		expect(pages).toBe(Math.ceil(count / 100));
		expect(events).toHaveLength(count);
		expect(new Set(events.map(({ id }) => id)).size).toBe(count);
		expect(new Set(events.map(({ response_mode }) => response_mode))).toEqual(new Set([mode]));
		const dockings = events.map(({ docking }) => Date.parse(docking));
		expect(dockings).toEqual(dockings.toSorted((a, b) => a - b));
	});

	it('reads one event, and one port, with their types', async () => {
		const client = createClient<paths>({ baseUrl: app.url });
		const { data } = await client.GET('/2.3.0/docking_events/{id}/', {
			params: { path: { id: 529 } }
		});
		if (data?.response_mode !== 'detailed') throw new Error('detailed was expected');
		expect(data.flight_vehicle_chaser?.launch?.mission?.name).toBe('Tianzhou 7');
		const place = await client.GET('/2.3.0/config/docking_locations/{id}/', {
			params: { path: { id: data.docking_location?.id ?? 0 } }
		});
		expect(place.data?.name).toBe('Tianhe aft');
	});

	it('hears what is wrong in the shape that is described', async () => {
		const client = createClient<paths>({ baseUrl: app.url });
		const absent = await client.GET('/2.3.0/docking_events/{id}/', {
			params: { path: { id: 999_999_999 } }
		});
		expect(absent.response.status).toBe(404);
		expect(absent.error).toEqual({ detail: 'No DockingEvent matches the given query.' });
		const bad = await client.GET('/2.3.0/docking_events/', {
			params: { query: { docking__gt: 'soon' } }
		});
		expect(bad.response.status).toBe(400);
		expect(bad.error).toEqual({ docking__gt: ['Enter a valid date/time.'] });
	});

	it('paces itself by what it may spend here', async () => {
		const client = createClient<paths>({ baseUrl: app.url });
		const { data } = await client.GET('/2.3.0/api-throttle/');
		expect(data?.[0]?.your_request_limit).toBeGreaterThan(15);
	});
});

describe('the production server', () => {
	const app = useApp();
	const list = () => `${app.url}/2.3.0/docking_events/`;

	it('serves the sample while it has nothing else, and says so', async () => {
		const { status, headers, text } = await ask(list());
		expect(status).toBe(200);
		expect(headers['x-berthline-source']).toBe('sample');
		expect(headers['x-berthline-updated']).toBe('2026-10-08T00:00:00Z');
		expect(headers.age).toBeUndefined();
		expect(JSON.parse(text)).toMatchObject({ count: 641, previous: null });
	});

	it('answers 304 to whoever has it, coded or not', async () => {
		for (const coding of ['br', 'gzip', 'identity']) {
			const { headers } = await ask(list(), { headers: { 'accept-encoding': coding } });
			expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
			const etag = String(headers.etag);
			const again = await ask(list(), {
				headers: { 'accept-encoding': coding, 'if-none-match': etag }
			});
			expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
			expect(again.headers['x-berthline-source']).toBe('sample');
			const since = { 'if-modified-since': String(headers['last-modified']) };
			expect((await ask(list(), { headers: since })).status).toBe(304);
		}
	});

	it('has HEAD, OPTIONS and 405, each with Allow', async () => {
		const get = await ask(list());
		const head = await ask(list(), { method: 'HEAD' });
		expect([head.status, head.body.length]).toEqual([200, 0]);
		expect(head.headers['content-length']).toBe(get.headers['content-length']);
		const options = await ask(list(), { method: 'OPTIONS', headers: { origin: 'http://x' } });
		expect(options.status).toBe(204);
		expect(options.headers['access-control-allow-origin']).toBe('*');
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const answer = await ask(list(), { method });
			expect(answer.status).toBe(405);
			expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
			expect(JSON.parse(answer.text)).toEqual({ detail: `Method "${method}" not allowed.` });
		}
	});

	it('redirects to the slash with query and CORS, so that a browser can follow', async () => {
		const answer = await ask(`${app.url}/2.3.0/docking_events?limit=2`);
		expect(answer.status).toBe(301);
		expect(answer.headers.location).toBe('/2.3.0/docking_events/?limit=2');
		expect(answer.headers['access-control-allow-origin']).toBe('*');
		const followed = await fetch(`${app.url}/2.3.0/docking_events?limit=2`);
		expect(((await followed.json()) as { results: unknown[] }).results).toHaveLength(2);
	});

	it('answers 404 in shape wherever nothing is', async () => {
		for (const path of ['/2.3.0//', '/2.3.0/launches/', '/2.3.0/docking_events/a%20b/']) {
			const answer = await ask(app.url + path);
			expect([answer.status, answer.text]).toEqual([404, '{"detail":"Not found."}']);
		}
	});

	it.each(['a b', 'evil"><script>', 'user@evil', '[::1', 'evil:x'])(
		'refuses the Host %j, and writes it into no answer',
		async (host) => {
			const answer = await ask(list(), { headers: { host } });
			expect(answer.status).toBe(400);
			expect(answer.text).not.toContain('script');
		}
	);

	it('answers nothing to a Host with a path, which is no address of the API', async () => {
		const answer = await ask(list(), { headers: { host: 'evil.example/x' } });
		expect(answer.status).toBe(404);
		expect(answer.text).not.toContain('evil.example');
	});

	it('draws a page for a browser and JSON for curl', async () => {
		const page = await ask(list(), { headers: { accept: 'text/html,*/*;q=0.8' } });
		expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(page.text).toContain('docking__gt');
		expect(page.text).not.toContain('<script');
		const json = await ask(list(), { headers: { accept: '*/*' } });
		expect(json.headers['content-type']).toBe('application/json');
	});

	it('names its lists at the root, by addresses that answer, with or without the slash', async () => {
		const answer = await ask(`${app.url}/2.3.0/`);
		expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
		expect(answer.headers['cache-control']).toBe((await ask(list())).headers['cache-control']);
		const tag = String(answer.headers.etag);
		expect((await ask(`${app.url}/2.3.0/`, { headers: { 'if-none-match': tag } })).status).toBe(
			304
		);
		const addresses = JSON.parse(answer.text) as Record<string, string>;
		expect(addresses).toEqual({
			docking_events: `${app.url}/2.3.0/docking_events/`,
			'config/docking_locations': `${app.url}/2.3.0/config/docking_locations/`,
			'api-throttle': `${app.url}/2.3.0/api-throttle/`
		});
		for (const address of Object.values(addresses)) expect((await ask(address)).status).toBe(200);
		const bare = await ask(`${app.url}/2.3.0?format=json`);
		expect([bare.status, bare.headers.location]).toEqual([301, '/2.3.0/?format=json']);
		expect(bare.headers['access-control-allow-origin']).toBe('*');
		const page = await ask(`${app.url}/2.3.0/`, { headers: { accept: 'text/html,*/*;q=0.8' } });
		expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
		for (const address of Object.values(addresses))
			expect(page.text).toContain(`<a href="${address}">`);
	});

	it('describes itself at openapi.json, packed and tagged', async () => {
		const answer = await ask(`${app.url}/2.3.0/openapi.json`, {
			headers: { 'accept-encoding': 'br' }
		});
		expect(answer.headers['content-encoding']).toBe('br');
		expect(answer.headers.etag).toBeDefined();
		expect(JSON.parse(answer.text)).toMatchObject({ servers: [{ url: app.url }] });
	});
});

describe('the address that browsers see', () => {
	it('begins every link, by ORIGIN', { timeout: startTimeoutMs }, async () => {
		const app = await startBuild({ env: { ORIGIN: 'https://berthline.example' } });
		onTestFinished(() => app.close());
		const { text } = await ask(`${app.url}/2.3.0/docking_events/`, { headers: { host: 'x' } });
		expect(text).toContain('"next":"https://berthline.example/2.3.0/docking_events/?');
	});

	it('or by the headers of a proxy that are configured', { timeout: startTimeoutMs }, async () => {
		const env = { PROTOCOL_HEADER: 'x-forwarded-proto', HOST_HEADER: 'x-forwarded-host' };
		const app = await startBuild({ env });
		onTestFinished(() => app.close());
		const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'proxy.example' };
		const { text } = await ask(`${app.url}/2.3.0/docking_events/`, { headers });
		expect(text).toContain('"next":"https://proxy.example/2.3.0/docking_events/?');
	});
});

describe('one Berthline behind another', { timeout: startTimeoutMs }, () => {
	it('has the same documents, and costs Launch Library 2 no call', async () => {
		const upstream = await startStandIn({ documents });
		const first = await startLive(upstream);
		const calls = upstream.calls.length;
		const second = await startLive({ url: `${first.url}/2.3.0` }, { LL2_CALLS_PER_HOUR: '' });
		const [near, far] = await Promise.all(
			[first, second].map(({ url }) => readAll(url, { limit: 100, mode: 'detailed' }))
		);
		expect(far?.count).toBe(documents.length);
		const named = (origin: string) =>
			JSON.stringify(near?.events).replaceAll(`${first.url}/2.3.0`, `${origin}/2.3.0`);
		expect(JSON.stringify(far?.events)).toBe(named(second.url));
		const places = await Promise.all(
			[first, second].map(async ({ url }) => {
				const { text } = await ask(`${url}/2.3.0/config/docking_locations/?limit=100`);
				return (JSON.parse(text) as { results: unknown }).results;
			})
		);
		expect(places[1]).toEqual(places[0]);
		expect(upstream.calls).toHaveLength(calls);
	});

	it('asks it for an event that neither holds, and that costs one call', async () => {
		const upstream = await startStandIn({ documents });
		const first = await startLive(upstream);
		const second = await startLive({ url: `${first.url}/2.3.0` });
		const calls = upstream.calls.length;
		upstream.put({ ...structuredClone(documents[0]!), id: 7777 });
		const { status, text } = await ask(`${second.url}/2.3.0/docking_events/7777/`);
		expect([status, (JSON.parse(text) as { id: number }).id]).toEqual([200, 7777]);
		expect(upstream.calls.slice(calls).map(({ path }) => path)).toEqual([
			'/2.3.0/docking_events/7777/'
		]);
	});

	it('a client that follows next through it spends no call either', async () => {
		const upstream = await startStandIn({ documents });
		const app = await startLive(upstream);
		const calls = upstream.calls.length;
		expect((await readAll(app.url, { limit: 7, mode: 'normal' })).events).toHaveLength(230);
		expect(upstream.calls).toHaveLength(calls);
	});
});
