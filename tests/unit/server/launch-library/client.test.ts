import { describe, expect, test, vi } from 'vitest';
import {
	createClient,
	type Client,
	type ClientOptions
} from '../../../../src/lib/server/launch-library/client.ts';
import type { Result } from '../../../../src/lib/server/launch-library/failure.ts';
import { generateEvents } from '../../../upstream/generate.ts';
import { wrongShapes } from '../../../upstream/wrong-shapes.ts';
import { noon } from '../fake-time.ts';
import { upstreamForTest } from '../upstream-for-test.ts';

const documents = generateEvents({ count: 250 });

function clientOf(base: string, options: Partial<ClientOptions> = {}): Client {
	return createClient({
		base,
		token: undefined,
		timeoutMs: 5000,
		clock: () => noon,
		fetch: globalThis.fetch,
		stop: new AbortController().signal,
		onRedirect: () => Promise.resolve(),
		...options
	});
}

const firstPage = (client: Client) => client.listEvents({ mode: 'detailed', ordering: 'docking' });

function failureOf(result: Result<unknown>) {
	return result.ok ? undefined : result.failure;
}

describe('the client', () => {
	test('reads a list page by page, as next says', async () => {
		const upstream = await upstreamForTest({ documents });
		const client = clientOf(upstream.url);
		const read: unknown[] = [];
		for (let offset: number | undefined = 0; offset !== undefined;) {
			const page = await client.listEvents({ mode: 'detailed', ordering: 'docking', offset });
			if (!page.ok) throw new Error(page.failure.message);
			expect(page.value.count).toBe(250);
			read.push(...page.value.documents);
			offset = page.value.nextOffset;
		}
		const ids = (list: readonly unknown[]) => list.map((one) => (one as { id: number }).id);
		expect(ids(read).sort((a, b) => a - b)).toEqual(ids(documents));
		expect(upstream.calls.map(({ query }) => String(query))).toEqual([
			'limit=100&mode=detailed&ordering=docking',
			'limit=100&mode=detailed&ordering=docking&offset=100',
			'limit=100&mode=detailed&ordering=docking&offset=200'
		]);
	});

	test('reads one event, docking locations and the hourly limit', async () => {
		const upstream = await upstreamForTest({ documents, callsPerHour: 40 });
		const client = clientOf(upstream.url);
		expect(await client.readEvent(17)).toMatchObject({
			ok: true,
			value: { id: 17, docking: documents[16]?.docking, response_mode: 'detailed' }
		});
		expect(failureOf(await client.readEvent(9999))).toMatchObject({
			kind: 'not-found',
			status: 404
		});
		const locations = await client.listLocations();
		expect(locations.ok && locations.value.documents.length).toBe(
			upstream.locations.documents.length
		);
		expect(await client.readLimit()).toEqual({ ok: true, value: 40 });
	});

	test('names itself, and sends the token as the API asks', async () => {
		const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json([])));
		await clientOf('http://127.0.0.1:9/2.3.0', { fetch, token: 'abc' }).readLimit();
		await clientOf('http://127.0.0.1:9/2.3.0', { fetch }).readLimit();
		const [withToken, without] = fetch.mock.calls.map(([, init]) => new Headers(init?.headers));
		expect(withToken?.get('authorization')).toBe('Token abc');
		expect(withToken?.get('user-agent')).toMatch(/^Berthline\/\d/);
		expect(without?.has('authorization')).toBe(false);
	});

	test('takes a bare object as the throttle, and counts another period as an hour', async () => {
		const throttle = { your_request_limit: 100, limit_frequency_secs: 86_400 };
		const fetch = () => Promise.resolve(Response.json(throttle));
		const client = clientOf('http://127.0.0.1:9/2.3.0', { fetch });
		expect(await client.readLimit()).toEqual({ ok: true, value: 4 });
	});

	test('refuses a next that leads to another host, and calls nobody there', async () => {
		const elsewhere = await upstreamForTest({ documents });
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'foreign-next', to: elsewhere.url });
		expect(failureOf(await firstPage(clientOf(upstream.url)))?.kind).toBe('foreign-next');
		expect(elsewhere.calls).toEqual([]);
	});

	test.each([
		'https://127.0.0.1:9/2.3.0/docking_events/?limit=100&offset=100',
		'http://127.0.0.1:8/2.3.0/docking_events/?limit=100&offset=100',
		'http://me:pw@127.0.0.1:9/2.3.0/docking_events/?limit=100&offset=100',
		'http://127.0.0.1:9/2.3.0/docking_events/7/?offset=100',
		'http://127.0.0.1:9/2.3.0/config/docking_locations/?offset=100',
		'http://127.0.0.1:9/2.3.0/docking_events/?cursor=abc',
		'//127.0.0.1:9/2.3.0/docking_events/?offset=100'
	])('refuses %s as the next page', async (next) => {
		const fetch = () => Promise.resolve(Response.json({ count: 200, next, results: [{}] }));
		const result = await firstPage(clientOf('http://127.0.0.1:9/2.3.0', { fetch }));
		expect(failureOf(result)?.kind).toBe('foreign-next');
	});

	test('refuses a next that does not go on', async () => {
		const next = 'http://127.0.0.1:9/2.3.0/docking_events/?limit=100&offset=0';
		const fetch = () => Promise.resolve(Response.json({ count: 200, next, results: [{}] }));
		const result = await firstPage(clientOf('http://127.0.0.1:9/2.3.0', { fetch }));
		expect(failureOf(result)?.kind).toBe('shape');
	});

	test('does not follow a redirect to another host, so that the token stays here', async () => {
		const elsewhere = await upstreamForTest({ documents });
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'redirect', to: `${elsewhere.url}/docking_events/` });
		const client = clientOf(upstream.url, { token: 'abc' });
		expect(failureOf(await firstPage(client))).toMatchObject({ kind: 'redirect', status: 302 });
		expect(elsewhere.calls).toEqual([]);
	});

	test('does not follow a redirect out of the API on the same host', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'redirect', to: '/2.2.0/docking_events/' });
		expect(failureOf(await firstPage(clientOf(upstream.url)))?.kind).toBe('redirect');
		expect(upstream.calls).toHaveLength(1);
	});

	test('follows a redirect within the API, and tells that it is a further call', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'redirect', to: '/2.3.0/docking_events/?limit=2' }, { times: 1 });
		const onRedirect = vi.fn(() => Promise.resolve());
		const page = await firstPage(clientOf(upstream.url, { onRedirect }));
		expect(page.ok && page.value.documents).toHaveLength(2);
		expect(onRedirect).toHaveBeenCalledTimes(1);
	});

	test('follows at most three redirects', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'redirect-loop' });
		expect(failureOf(await firstPage(clientOf(upstream.url)))?.kind).toBe('redirect');
		expect(upstream.calls).toHaveLength(4);
	});

	test('cuts a small answer that unpacks into too much', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'gzip-bomb', megabytes: 200 });
		let pulledBytes = 0;
		const counter = () =>
			new TransformStream<Uint8Array, Uint8Array>({
				transform(chunk, controller) {
					pulledBytes += chunk.byteLength;
					controller.enqueue(chunk);
				}
			});
		const fetch: typeof globalThis.fetch = async (...request) => {
			const answer = await globalThis.fetch(...request);
			return new Response(answer.body?.pipeThrough(counter()), answer);
		};
		const client = clientOf(upstream.url, { maxBytes: 4_000_000, timeoutMs: 60_000, fetch });
		expect(failureOf(await firstPage(client))?.kind).toBe('too-large');
		expect(pulledBytes).toBeGreaterThan(4_000_000);
		expect(pulledBytes).toBeLessThan(5_000_000);
	});

	test('cuts an answer that never ends', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'endless' });
		const client = clientOf(upstream.url, { maxBytes: 1024 * 1024, timeoutMs: 60_000 });
		expect(failureOf(await firstPage(client))?.kind).toBe('too-large');
		expect((await upstream.calls[0]?.ended)?.isComplete).toBe(false);
	});

	test('takes a page of up to 16 MiB', async () => {
		const filler = 'x'.repeat(1024 * 1024);
		const body = (megabytes: number) =>
			JSON.stringify({ count: 1, next: null, results: Array(megabytes).fill(filler) });
		const sized = (text: string) =>
			firstPage(
				clientOf('http://127.0.0.1:9/2.3.0', { fetch: () => Promise.resolve(new Response(text)) })
			);
		expect((await sized(body(15))).ok).toBe(true);
		expect(failureOf(await sized(body(16)))?.kind).toBe('too-large');
	});

	test.each([{ kind: 'hang' }, { kind: 'hang', afterHeaders: true }, { kind: 'drip' }] as const)(
		'gives up in time, body included, at the fault %o',
		async (fault) => {
			const upstream = await upstreamForTest({ documents });
			upstream.fault(fault);
			const failure = failureOf(await firstPage(clientOf(upstream.url, { timeoutMs: 80 })));
			expect(failure).toEqual({ kind: 'timeout', message: 'no full answer within 80 ms' });
		}
	);

	test.each([
		[{ kind: 'reset' }, 'network'],
		[{ kind: 'reset', midway: true }, 'network'],
		[{ kind: 'truncated' }, 'network'],
		[{ kind: 'truncated', honest: true }, 'not-json'],
		[{ kind: 'html' }, 'not-json'],
		[{ kind: 'status', status: 500 }, 'status'],
		[{ kind: 'status', status: 403 }, 'status'],
		[{ kind: 'status', status: 204 }, 'status'],
		[{ kind: 'status', status: 404 }, 'not-found']
	] as const)('answers the fault %o with a failure of kind %s', async (fault, kind) => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault(fault);
		expect(failureOf(await firstPage(clientOf(upstream.url)))?.kind).toBe(kind);
	});

	test.each(wrongShapes)('survives a body of the shape %s', async (shape) => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'shape', shape });
		const client = clientOf(upstream.url);
		for (const result of [await firstPage(client), await client.readLimit()])
			if (!result.ok) expect(['shape', 'not-json', 'foreign-next']).toContain(result.failure.kind);
		const page = await firstPage(client);
		if (page.ok) expect(['results-of-text', 'results-empty', 'deeply-nested']).toContain(shape);
	});

	test('says how long a 429 asks to wait, from seconds or a date', async () => {
		const upstream = await upstreamForTest({ documents });
		const answers = [
			[{ 'Retry-After': '90' }, 90_000],
			[{ 'Retry-After': new Date(noon + 30_000).toUTCString() }, 30_000],
			[{}, undefined]
		] as const;
		for (const [headers, retryAfterMs] of answers) {
			upstream.fault({ kind: 'status', status: 429, headers }, { times: 1 });
			const failure = failureOf(await firstPage(clientOf(upstream.url)));
			expect(failure).toMatchObject({ kind: 'throttled', status: 429 });
			expect(failure?.retryAfterMs).toBe(retryAfterMs);
		}
	});

	test('fails in words when nobody listens', async () => {
		const upstream = await upstreamForTest();
		await upstream.close();
		expect(failureOf(await firstPage(clientOf(upstream.url)))).toMatchObject({
			kind: 'network',
			message: expect.stringContaining('ECONNREFUSED')
		});
	});

	test('ends a call when the server stops', async () => {
		const upstream = await upstreamForTest({ documents });
		upstream.fault({ kind: 'hang' });
		const stop = new AbortController();
		const reading = firstPage(clientOf(upstream.url, { stop: stop.signal }));
		await upstream.waitForCalls(1);
		stop.abort();
		expect(failureOf(await reading)?.kind).toBe('stopped');
	});
});
