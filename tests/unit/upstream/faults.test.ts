import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../upstream/faults.ts';
import { generateEvents } from '../../upstream/generate.ts';
import { startUpstream, type Upstream } from '../../upstream/server.ts';
import { wrongShapes } from '../../upstream/wrong-shapes.ts';

interface List {
	readonly count: unknown;
	readonly next: string | null;
	readonly results: readonly ({ readonly id?: number } | null)[];
}

const documents = generateEvents({ count: 25 });

let upstream: Upstream;
beforeEach(async () => {
	upstream = await startUpstream({ documents });
});
afterEach(() => upstream.close());

const get = (query = '', init: RequestInit = {}) =>
	fetch(`${upstream.url}/docking_events/?${query}`, init);
const list = async (query = '') => (await (await get(query)).json()) as List;
const idsOf = async (query: string) => (await list(query)).results.map((event) => event?.id);

/** What reading a body came to: its text, or the word `broken`. */
async function readText(answer: Response): Promise<string> {
	return answer.text().catch(() => 'broken');
}

describe('faults in answers', () => {
	it.each<[Fault, number, string | null]>([
		[{ kind: 'status', status: 429 }, 429, null],
		[{ kind: 'status', status: 429, headers: { 'Retry-After': '17' } }, 429, '17'],
		[{ kind: 'status', status: 403 }, 403, null],
		[{ kind: 'status', status: 500 }, 500, null],
		[{ kind: 'status', status: 503, body: '<h1>Maintenance</h1>' }, 503, null]
	])('%j has that status', async (fault, status, retryAfter) => {
		upstream.fault(fault);
		const answer = await get();
		expect(answer.status).toBe(status);
		expect(answer.headers.get('retry-after')).toBe(retryAfter);
		expect(upstream.calls.at(-1)?.status).toBe(status);
	});

	it('html is a web page with status 200', async () => {
		upstream.fault({ kind: 'html' });
		const answer = await get();
		expect([answer.status, answer.headers.get('content-type')]).toEqual([
			200,
			'text/html; charset=utf-8'
		]);
		expect(await answer.text()).toMatch(/^<!doctype html>/);
	});

	it.each(wrongShapes)(
		'shape %s is told as JSON and differs from the right answer',
		async (shape) => {
			const right = await (await get()).text();
			upstream.fault({ kind: 'shape', shape });
			const answer = await get();
			expect([answer.status, answer.headers.get('content-type')]).toEqual([
				200,
				'application/json'
			]);
			expect(await answer.text()).not.toBe(right);
		}
	);

	it('redirect points where it is told to, redirect-loop never arrives', async () => {
		const clear = upstream.fault({ kind: 'redirect', to: 'http://elsewhere.example.org/x/' });
		const answer = await get('', { redirect: 'manual' });
		expect([answer.status, answer.headers.get('location')]).toEqual([
			302,
			'http://elsewhere.example.org/x/'
		]);
		clear();
		upstream.fault({ kind: 'redirect-loop' });
		await expect(get()).rejects.toThrow();
		const hops = upstream.calls.slice(1).map((call) => call.query.get('hop'));
		expect(hops.slice(0, 4)).toEqual([null, '1', '2', '1']);
	});

	it('clock-off moves the Date header alone', async () => {
		upstream.fault({ kind: 'clock-off', hours: -5 });
		const answer = await get();
		const offMs = Date.now() - Date.parse(answer.headers.get('date') ?? '');
		expect(Math.round(offMs / 3_600_000)).toBe(5);
		expect(((await answer.json()) as List).count).toBe(25);
	});
});

describe('faults in pages', () => {
	it('count-changes counts more on each further page', async () => {
		upstream.fault({ kind: 'count-changes', by: 2 });
		expect((await list()).count).toBe(25);
		expect((await list('offset=10')).count).toBe(27);
		expect((await list('offset=20')).count).toBe(29);
	});

	it('duplicates repeats the end of the page before', async () => {
		const first = await idsOf('');
		upstream.fault({ kind: 'duplicates', count: 2 });
		const second = await idsOf('offset=10');
		expect(second).toHaveLength(10);
		expect(second.slice(0, 2)).toEqual(first.slice(-2));
		expect(await idsOf('')).toEqual(first);
	});

	it('foreign-next keeps the question and changes the host', async () => {
		upstream.fault({ kind: 'foreign-next', to: 'http://elsewhere.example.org' });
		expect((await list()).next).toBe(
			'http://elsewhere.example.org/2.3.0/docking_events/?limit=10&offset=10'
		);
		expect((await list('offset=20')).next).toBeNull();
	});

	it('insert shifts the pages after the first answer, once', async () => {
		const early = { ...documents[0], id: 999, docking: '1990-01-01T00:00:00Z' };
		upstream.fault({ kind: 'insert', document: early });
		const first = await list();
		expect(first.count).toBe(25);
		const second = await list('offset=10');
		expect(second.count).toBe(26);
		expect(second.results[0]?.id).toBe(first.results.at(-1)?.id);
		upstream.remove(999);
		expect((await list('offset=10')).count).toBe(25);
	});

	it('remove loses an event between two pages', async () => {
		upstream.fault({ kind: 'remove', id: 1 });
		expect((await list()).count).toBe(25);
		expect(await idsOf('offset=10')).not.toContain(11);
	});

	it('bad-document stands in place of a good one', async () => {
		upstream.fault({ kind: 'bad-document', at: 3 });
		const ids = await idsOf('');
		expect(ids).toHaveLength(10);
		expect(ids[3]).toBeUndefined();
		upstream.clearFaults();
		upstream.fault({ kind: 'bad-document', document: null });
		expect((await list()).results[0]).toBeNull();
	});

	it('waits for a page: answers that are none do not use it up', async () => {
		upstream.fault({ kind: 'bad-document' }, { times: 1 });
		await fetch(`${upstream.url}/docking_events/3/`);
		expect((await idsOf(''))[0]).toBeUndefined();
		expect((await idsOf(''))[0]).toBe(1);
	});
});

describe('faults in delivery', () => {
	it('truncated breaks off, or tells the shorter length and is no JSON', async () => {
		const clear = upstream.fault({ kind: 'truncated' });
		expect(await readText(await get())).toBe('broken');
		clear();
		upstream.fault({ kind: 'truncated', honest: true });
		const text = await readText(await get());
		expect(text).toMatch(/^\{"count":25/);
		expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
	});

	it('endless goes on until the client hangs up', async () => {
		upstream.fault({ kind: 'endless' });
		const answer = await get();
		let readBytes = 0;
		for await (const chunk of answer.body ?? []) {
			readBytes += (chunk as Uint8Array).length;
			if (readBytes > 5_000_000) break;
		}
		const end = await upstream.calls[0]?.ended;
		expect(end?.isComplete).toBe(false);
		expect(end?.bytes).toBeGreaterThan(5_000_000);
	});

	it('gzip-bomb is small on the wire and large when opened', async () => {
		upstream.fault({ kind: 'gzip-bomb', megabytes: 40 });
		const text = await (await get()).text();
		const end = await upstream.calls[0]?.ended;
		expect(text.length).toBeGreaterThan(40_000_000);
		expect(end?.bytes).toBeLessThan(100_000);
		expect(JSON.parse(text)).toEqual({ count: 1, next: null, previous: null, results: [] });
	});

	it.each([false, true])('reset breaks the connection (midway: %s)', async (midway) => {
		upstream.fault({ kind: 'reset', midway });
		const outcome = await get().then(readText, () => 'refused');
		expect(outcome).toBe(midway ? 'broken' : 'refused');
		expect(upstream.calls[0]?.status).toBe(midway ? 200 : undefined);
	});

	it.each([false, true])('hang never answers (after headers: %s)', async (afterHeaders) => {
		upstream.fault({ kind: 'hang', afterHeaders });
		const abort = new AbortController();
		const answer = get('', { signal: abort.signal }).then((response) => response.text());
		const [call] = await upstream.waitForCalls(1);
		expect(call?.status).toBe(afterHeaders ? 200 : undefined);
		abort.abort();
		await expect(answer).rejects.toThrow();
		expect(await call?.ended).toMatchObject({ isComplete: false });
	});

	it('drip sends the right answer a byte at a time', async () => {
		upstream.replaceAll([]);
		const right = await (await get()).text();
		upstream.fault({ kind: 'drip', everyMs: 1 });
		const chunks: Uint8Array[] = [];
		for await (const chunk of (await get()).body ?? []) chunks.push(chunk as Uint8Array);
		expect(chunks.length).toBeGreaterThan(5);
		expect(Buffer.concat(chunks).toString()).toBe(right);
	});

	it('hold answers when the promise is kept', async () => {
		const gate = Promise.withResolvers<void>();
		upstream.fault({ kind: 'hold', until: gate.promise }, { path: /docking_events/ });
		let isAnswered = false;
		const answer = list().finally(() => (isAnswered = true));
		await upstream.waitForCalls(1);
		await (await fetch(`${upstream.url}/api-throttle/`)).json();
		expect(isAnswered).toBe(false);
		gate.resolve();
		expect((await answer).count).toBe(25);
	});
});

describe('scope of faults', () => {
	it('meets only paths that match, only so many times, until it is cleared', async () => {
		upstream.fault({ kind: 'status', status: 500 }, { path: /api-throttle/ });
		expect((await get()).status).toBe(200);
		expect((await fetch(`${upstream.url}/api-throttle/`)).status).toBe(500);
		upstream.fault({ kind: 'status', status: 403 }, { times: 2 });
		const statuses = [];
		for (let call = 0; call < 3; call += 1) statuses.push((await get()).status);
		expect(statuses).toEqual([403, 403, 200]);
		const clear = upstream.fault({ kind: 'status', status: 500 });
		expect((await get()).status).toBe(500);
		clear();
		expect((await get()).status).toBe(200);
	});

	it('lets faults of answers add up with one of delivery', async () => {
		upstream.fault({ kind: 'count-changes' });
		upstream.fault({ kind: 'clock-off', hours: 3 });
		upstream.fault({ kind: 'truncated', honest: true });
		const answer = await get('offset=10');
		expect(Date.parse(answer.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(7_200_000);
		expect(await answer.text()).toMatch(/^\{"count":26/);
	});

	it('closes at once although calls hang', async () => {
		upstream.fault({ kind: 'hang' });
		const answer = get().catch(() => 'gone');
		await upstream.waitForCalls(1);
		await upstream.close();
		expect(await answer).toBe('gone');
	});
});
