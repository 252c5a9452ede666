import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { generateEvents } from '../../../upstream/generate.ts';
import { stationPorts } from '../../../upstream/documents/stations.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import { noon } from '../fake-time.ts';
import { apiForTest } from './api-for-test.ts';
import { problemsIn } from './own-open-api.ts';

const documents = generateEvents({ count: 30 });
const locations = stationPorts() as unknown as JsonObject[];
const start = () => apiForTest({ documents, locations });
const browser =
	'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

describe('the format of an answer', () => {
	test.each([
		['', undefined, 200, 'application/json'],
		['', '', 200, 'application/json'],
		['', '*/*', 200, 'application/json'],
		['', 'application/json', 200, 'application/json'],
		['', 'application/*', 200, 'application/json'],
		['', 'application/json, text/plain, */*', 200, 'application/json'],
		['', 'application/json;q=0.5, text/html;q=0.4', 200, 'application/json'],
		['', 'application/json, text/html', 200, 'application/json'],
		['', browser, 200, 'text/html'],
		['', 'text/html', 200, 'text/html'],
		['', 'text/*', 200, 'text/html'],
		['', 'TEXT/HTML', 200, 'text/html'],
		['', 'text/html;q=0, */*', 200, 'application/json'],
		['', 'text/html;q=0.3, */*;q=0.8', 200, 'application/json'],
		['', 'text/csv', 406, 'application/json'],
		['', 'application/json;q=0', 406, 'application/json'],
		['format=json', browser, 200, 'application/json'],
		['format=json', 'text/csv', 200, 'application/json'],
		['format=api', 'application/json', 200, 'text/html'],
		['format=', browser, 200, 'text/html'],
		['format=api&format=json', browser, 200, 'application/json'],
		['format=xml', '*/*', 404, 'application/json']
	])('?%s for %j is %d, %s', async (query, accept, status, type) => {
		const headers = accept === undefined ? {} : { accept };
		const response = await start().ask(`docking_events/?${query}`, headers);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
		expect(response.headers.get('vary')).toContain('Accept');
		if (status !== 200) expect(problemsIn('Detail', await response.json())).toEqual([]);
	});
});

describe('an answer that the client has', () => {
	test('is 304, without a body, by ETag', async () => {
		const api = start();
		const first = await api.ask('docking_events/');
		const etag = first.headers.get('etag')!;
		expect(etag).toMatch(/^W\/"[\w-]{20,}"$/);
		for (const tags of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
			const again = await api.ask('docking_events/', { 'if-none-match': tags });
			expect([again.status, await again.text()]).toEqual([304, '']);
			for (const name of ['etag', 'cache-control', 'vary', 'last-modified', 'x-berthline-source'])
				expect(again.headers.get(name)).toBe(first.headers.get(name));
			expect(again.headers.get('access-control-allow-origin')).toBe('*');
		}
		expect((await api.ask('docking_events/', { 'if-none-match': '"x"' })).status).toBe(200);
	});

	test('has a tag of its own for each query, format and version', async () => {
		const api = start();
		const tagOf = async (path: string) => (await api.ask(path)).headers.get('etag');
		const paths = [
			'docking_events/',
			'docking_events/?limit=5',
			'docking_events/?format=api',
			'docking_events/1/'
		];
		const before = await Promise.all(paths.map(tagOf));
		expect(await Promise.all(paths.map(tagOf))).toEqual(before);
		api.show({ documents: documents.slice(1) });
		const after = await Promise.all(paths.map(tagOf));
		expect(new Set([...before, ...after].filter(Boolean)).size).toBe(7);
		api.show({}, { isNew: false });
		expect(await Promise.all(paths.map(tagOf))).toEqual(after);
	});

	test('is 304 by date, until the documents change, were it in the same second', async () => {
		const api = start();
		const modified = async () => (await api.ask('docking_events/')).headers.get('last-modified')!;
		const statusSince = async (date: string) =>
			(await api.ask('docking_events/', { 'if-modified-since': date })).status;
		const first = await modified();
		expect(Date.parse(first)).toBe(noon);
		expect(await statusSince(first)).toBe(304);
		expect(await statusSince(new Date(noon - 1000).toUTCString())).toBe(200);
		expect(await statusSince('yesterday')).toBe(200);
		// A single event that is read upstream changes the documents, and not when they were refreshed.
		api.show({ documents: documents.slice(1) });
		expect(await statusSince(first)).toBe(200);
		expect(await statusSince(await modified())).toBe(304);
	});

	test('goes by the ETag where both are told', async () => {
		const api = start();
		const headers = {
			'if-none-match': '"other"',
			'if-modified-since': new Date(noon + 1e6).toUTCString()
		};
		expect((await api.ask('docking_events/', headers)).status).toBe(200);
	});

	test('sample data that gave way to live ones of an earlier date are not taken for the same', async () => {
		const api = apiForTest({ documents, source: 'sample', updatedMs: noon + 86_400_000 });
		const date = (await api.ask('docking_events/')).headers.get('last-modified')!;
		api.show({ documents: documents.slice(5), source: 'live', updatedMs: noon });
		const again = await api.ask('docking_events/', { 'if-modified-since': date });
		expect(again.status).toBe(200);
	});
});

describe('coding', () => {
	const path = 'docking_events/?limit=30';
	test.each([
		['br', 'br', brotliDecompressSync],
		['gzip, deflate, br', 'br', brotliDecompressSync],
		['gzip', 'gzip', gunzipSync],
		['br;q=0.5, gzip', 'gzip', gunzipSync]
	])('for %j is %s, and holds the same text', async (accepted, encoding, unpack) => {
		const api = start();
		const plain = await (await api.ask(path)).text();
		for (const _ of [1, 2]) {
			const response = await api.ask(path, { 'accept-encoding': accepted });
			expect(response.headers.get('content-encoding')).toBe(encoding);
			const bytes = Buffer.from(await response.arrayBuffer());
			expect(response.headers.get('content-length')).toBe(String(bytes.length));
			expect(bytes.length).toBeLessThan(plain.length / 5);
			expect(unpack(bytes).toString()).toBe(plain);
		}
	});

	test.each([undefined, 'identity', 'deflate', 'br;q=0, gzip;q=0'])(
		'for %j is none',
		async (accepted) => {
			const response = await start().ask(path, accepted ? { 'accept-encoding': accepted } : {});
			expect(response.headers.has('content-encoding')).toBe(false);
			expect(response.headers.get('vary')).toBe('Accept, Accept-Encoding');
		}
	);

	test('is none for what is small', async () => {
		const response = await start().ask('api-throttle/', { 'accept-encoding': 'br' });
		expect(response.headers.has('content-encoding')).toBe(false);
	});

	test('has the same weak tag in each', async () => {
		const api = start();
		const tags = [];
		for (const accepted of ['br', 'gzip', 'identity'])
			tags.push((await api.ask(path, { 'accept-encoding': accepted })).headers.get('etag'));
		expect(new Set(tags).size).toBe(1);
	});
});
