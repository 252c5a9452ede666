import { once } from 'node:events';
import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { noteRoute, requestIdOf } from '../../../../src/lib/server/traffic/request-note.ts';
import { watchRequests } from '../../../../src/lib/server/traffic/watch-requests.ts';
import { ask } from '../../../api/ask.ts';
import { createLogLines } from '../log-lines.ts';

/** A server whose requests are watched. */
async function watched(answer: RequestListener) {
	const registry = new Registry();
	const { log, lines, text } = createLogLines();
	onTestFinished(watchRequests(registry, log));
	const server = createServer(answer);
	onTestFinished(() => void server.close());
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { url, registry, lines, text };
}

/** Answers as SvelteKit would: 200 from the route that the path names. */
const byRoute: RequestListener = (asked, answer) => {
	noteRoute(asked, asked.url?.split('?')[0] ?? null);
	answer.end(requestIdOf(asked));
};

describe('a request', () => {
	it('is one line without query, address, user agent or cookie', async () => {
		const { url, lines, text } = await watched(byRoute);
		const headers = { 'user-agent': 'secret-agent', cookie: 'secret=1', authorization: 'secret' };
		await ask(`${url}/page?q=secret`, { headers });
		await vi.waitFor(() => expect(lines()).toHaveLength(1));
		expect(lines()[0]).toEqual({
			level: 'info',
			time: expect.any(String),
			requestId: expect.any(String),
			method: 'GET',
			route: '/page',
			path: '/page',
			status: 200,
			durationMs: expect.any(Number),
			msg: 'answered'
		});
		expect(text()).not.toContain('secret');
		expect(text()).not.toContain('127.0.0.1');
	});

	it('keeps a valid id, and answers with it', async () => {
		const { url, lines } = await watched(byRoute);
		const answer = await ask(url, { headers: { 'x-request-id': 'a-1.B_2' } });
		expect(answer.headers['x-request-id']).toBe('a-1.B_2');
		expect(answer.text).toBe('a-1.B_2');
		await vi.waitFor(() => expect(lines()[0]).toMatchObject({ requestId: 'a-1.B_2' }));
	});

	it.each([
		['none', undefined],
		['an empty one', ''],
		['one with a space', 'a b'],
		['one with a quote', 'a"b'],
		['one that is too long', 'a'.repeat(129)]
	])('with %s gets an id of its own', async (_, given) => {
		const { url } = await watched(byRoute);
		const headers = given === undefined ? {} : { 'x-request-id': given };
		const ids = [];
		for (let times = 0; times < 2; times++)
			ids.push((await ask(url, { headers })).headers['x-request-id']);
		for (const id of ids) expect(id).toMatch(/^[\da-f-]{36}$/);
		expect(new Set(ids).size).toBe(2);
	});
});

it.each([
	['/page', 200, 'info'],
	['/page', 404, 'info'],
	['/page', 503, 'warn'],
	['/healthz', 200, 'debug'],
	['/healthz', 500, 'warn'],
	['/metrics', 200, 'debug'],
	[null, 200, 'debug'],
	[null, 404, 'info']
])('the route %s answering %i is a line at %s', async (route, status, level) => {
	const { url, lines } = await watched((asked, answer) => {
		noteRoute(asked, route);
		answer.writeHead(status).end();
	});
	await ask(url);
	await vi.waitFor(() => expect(lines()[0]).toMatchObject({ level, route: route ?? 'none' }));
});

it('counts and times by route and status, and does not time streams', async () => {
	const { url, registry, lines } = await watched(byRoute);
	for (const path of ['/page', '/page', '/live']) await ask(url + path);
	await vi.waitFor(() => expect(lines()).toHaveLength(3));
	const text = await registry.metrics();
	expect(text).toContain('berthline_http_requests_total{route="/page",status="200"} 2');
	expect(text).toContain('berthline_http_requests_total{route="/live",status="200"} 1');
	expect(text).toContain('berthline_http_request_duration_seconds_count{route="/page"} 2');
	expect(text).not.toContain('duration_seconds_count{route="/live"}');
});

it('tells a client that left before there was an answer, as 499', async () => {
	const { url, lines } = await watched((asked) => {
		noteRoute(asked, '/slow');
		leaving.destroy();
	});
	const leaving = request(url);
	leaving.on('error', () => undefined).end();
	await vi.waitFor(() => expect(lines()[0]).toMatchObject({ route: '/slow', status: 499 }));
});

it('fifty addresses with nothing behind them are one series', async () => {
	const { url, registry, lines } = await watched((_, answer) => answer.writeHead(404).end());
	for (let at = 0; at < 50; at++) await ask(`${url}/nowhere-${at}`);
	await vi.waitFor(() => expect(lines()).toHaveLength(50));
	const series = (await registry.metrics()).match(/^berthline_http_requests_total\{.*/gm);
	expect(series).toEqual(['berthline_http_requests_total{route="none",status="404"} 50']);
});

it('cuts a long path, and leaves out the user that a full address may name', async () => {
	const { url, lines } = await watched((_, answer) => answer.writeHead(404).end());
	const { hostname, port } = new URL(url);
	await ask(`${url}/${'x'.repeat(3000)}`);
	const full = request({ hostname, port, path: 'http://me:secret@berthline.example/there?q=1' });
	full.end();
	await once(full, 'response');
	await vi.waitFor(() => expect(lines()).toHaveLength(2));
	expect(lines()[0]?.['path']).toHaveLength(200);
	expect(lines()[1]?.['path']).toBe('/there');
});
