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

describe('methods', () => {
	const paths = [
		'docking_events/',
		'docking_events/1/',
		'config/docking_locations/',
		'config/docking_locations/32/',
		'api-throttle/',
		'openapi.json'
	];

	test.each(paths)('HEAD of %s has the headers of GET and no body', async (path) => {
		const api = start();
		const [get, head] = [await api.ask(path), await api.ask(path, {}, 'HEAD')];
		expect(head.status).toBe(200);
		expect([...head.headers]).toEqual([...get.headers]);
		expect(await head.text()).toBe('');
		expect(Number(head.headers.get('content-length'))).toBe((await get.arrayBuffer()).byteLength);
	});

	test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
		'%s is 405, in shape, with Allow',
		async (method) => {
			for (const path of paths) {
				const response = await start().ask(path, {}, method);
				expect(response.status).toBe(405);
				expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
				expect(response.headers.get('access-control-allow-origin')).toBe('*');
				expect(await response.json()).toEqual({ detail: `Method "${method}" not allowed.` });
			}
		}
	);

	test('OPTIONS lets any page read', async () => {
		const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' };
		const response = await start().ask('docking_events/', headers, 'OPTIONS');
		expect(response.status).toBe(204);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			allow: 'GET, HEAD, OPTIONS',
			'access-control-allow-origin': '*',
			'access-control-allow-methods': 'GET, HEAD, OPTIONS'
		});
	});

	test('every answer may be read by any page, errors too', async () => {
		const asked = [
			'docking_events/',
			'docking_events/?docking__gt=x',
			'docking_events/999/',
			'nowhere/',
			'docking_events',
			'openapi.json'
		];
		for (const path of asked)
			expect((await start().ask(path)).headers.get('access-control-allow-origin')).toBe('*');
	});
});

describe('addresses', () => {
	test.each([
		['docking_events?limit=2&search=a%20b', '/2.3.0/docking_events/?limit=2&search=a%20b'],
		['docking_events/529', '/2.3.0/docking_events/529/'],
		['config/docking_locations', '/2.3.0/config/docking_locations/'],
		['config/docking_locations/32?format=json', '/2.3.0/config/docking_locations/32/?format=json'],
		['api-throttle', '/2.3.0/api-throttle/'],
		['/2.3.0', '/2.3.0/']
	])('%s redirects to its slash, with its query', async (path, location) => {
		const response = await start().ask(path);
		expect(response.status).toBe(301);
		expect(response.headers.get('location')).toBe(location);
	});

	test.each([
		'launches/',
		'docking_event/',
		'docking_events/1/2/',
		'/2.3.0//',
		'docking_events//',
		'config/',
		'config/docking_locations/1/2/',
		'api-throttle/1/',
		'openapi.json/',
		'../2.2.0/docking_events/'
	])('%j is 404, in shape', async (path) => {
		const response = await start().ask(path);
		expect(response.status).toBe(404);
		expect(await response.json()).toEqual({ detail: 'Not found.' });
	});

	test.each([
		['docking_events/abc/', 'Not found.'],
		['docking_events/5%2029/', 'Not found.'],
		['docking_events/-1/', 'Not found.'],
		['docking_events/1.0/', 'Not found.'],
		[`docking_events/${'9'.repeat(30)}/`, 'Not found.'],
		['docking_events/9007199254740991/', 'No DockingEvent matches the given query.'],
		['docking_events/999/', 'No DockingEvent matches the given query.'],
		['config/docking_locations/abc/', 'Not found.'],
		['config/docking_locations/999/', 'No DockingLocation matches the given query.']
	])('%s is 404, in Launch Library 2’s words', async (path, detail) => {
		const response = await start().ask(path);
		expect(response.status).toBe(404);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toEqual({ detail });
	});

	test('a filter that cannot be read is 400, by name, and nobody keeps it', async () => {
		const response = await start().ask('docking_events/?docking__gt=soon&docking_location__id=x');
		expect(response.status).toBe(400);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.has('etag')).toBe(false);
		expect(await response.json()).toEqual({
			docking__gt: ['Enter a valid date/time.'],
			docking_location__id: ['Enter a number.']
		});
	});

	test('the longest address that a server takes is answered', async () => {
		const api = start();
		const response = await api.ask(
			`docking_events/?search=${'s,'.repeat(4000)}&x=${'y'.repeat(7000)}`
		);
		expect(response.status).toBe(200);
	});
});

describe('freshness', () => {
	test.each(['live', 'stale', 'sample'] as const)(
		'says that the data are %s, and how old',
		async (source) => {
			const api = apiForTest({ documents, source, updatedMs: noon - 5000 });
			for (const path of [
				'docking_events/',
				'docking_events/1/',
				'config/docking_locations/',
				'api-throttle/',
				'docking_events/999/'
			]) {
				const { headers } = await api.ask(path);
				expect(headers.get('x-berthline-source')).toBe(source);
				expect(headers.get('x-berthline-updated')).toBe('2026-10-08T11:59:55Z');
				expect(headers.has('age')).toBe(false);
			}
		}
	);

	test('may be kept for a minute', async () => {
		const { headers } = await start().ask('docking_events/');
		expect(headers.get('cache-control')).toMatch(/^public, max-age=60/);
	});

	test('a refresh that changes nothing moves the date alone', async () => {
		const api = start();
		const before = await api.ask('docking_events/');
		api.show({ updatedMs: noon + 60_000 }, { isNew: false });
		const after = await api.ask('docking_events/', {
			'if-none-match': before.headers.get('etag')!
		});
		expect(after.status).toBe(304);
		expect(after.headers.get('x-berthline-updated')).toBe('2026-10-08T12:01:00Z');
	});
});

test('api-throttle/ has Launch Library 2’s shape, and slows nobody down', async () => {
	const response = await start().ask('api-throttle/');
	const body = (await response.json()) as JsonObject[];
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(body).toHaveLength(1);
	expect(problemsIn('APIThrottle', body[0])).toEqual([]);
	expect(body[0]).toMatchObject({ limit_frequency_secs: 3600, current_use: 0, next_use_secs: 0 });
	expect(Number(body[0]?.['your_request_limit'])).toBeGreaterThanOrEqual(100_000);
});

test('openapi.json names this server and nothing that is not served', async () => {
	const api = start();
	const response = await api.ask('openapi.json', { accept: browser });
	const body = (await response.json()) as { paths: Record<string, object>; servers: unknown };
	expect(body.servers).toEqual([{ url: 'http://api.test' }]);
	for (const [path, operations] of Object.entries(body.paths)) {
		expect(Object.keys(operations)).toEqual(['get']);
		const address = path
			.replace('/2.3.0/', '')
			.replace('{id}', path.includes('events') ? '1' : '32');
		expect((await api.ask(address)).status).toBe(200);
	}
	const text = JSON.stringify(body);
	const named = new Set(
		[...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
	);
	const { schemas } = (body as unknown as { components: { schemas: object } }).components;
	expect(Object.keys(schemas).filter((name) => !named.has(name))).toEqual([]);
});
