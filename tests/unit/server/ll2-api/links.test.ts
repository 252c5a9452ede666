import { describe, expect, test } from 'vitest';
import { generateEvents } from '../../../upstream/generate.ts';
import { stationPorts } from '../../../upstream/documents/stations.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import { apiForTest, root } from './api-for-test.ts';

const documents = generateEvents({ count: 30 });
const locations = stationPorts() as unknown as JsonObject[];
const start = () => apiForTest({ documents, locations });

describe('the origin of links', () => {
	const next = async (env: Record<string, string>, headers: Record<string, string>, url = root) => {
		const api = apiForTest({ documents }, { env });
		const response = await api.ask(new URL('docking_events/', url).href, headers);
		if (response.status !== 200) return response.status;
		const { next, results } = (await response.json()) as { next: string; results: JsonObject[] };
		const origin = new URL(next).origin;
		expect(results[0]?.['url']).toBe(`${origin}/2.3.0/docking_events/1/`);
		return origin;
	};

	test.each([
		[
			'ORIGIN',
			{ ORIGIN: 'https://berthline.example' },
			{ host: 'evil/' },
			'https://berthline.example'
		],
		['ORIGIN with a path', { ORIGIN: 'https://b.example/x/' }, {}, 'https://b.example'],
		[
			'ORIGIN before proxy headers',
			{ ORIGIN: 'https://berthline.example', HOST_HEADER: 'x-forwarded-host' },
			{},
			'https://berthline.example'
		],
		['the Host header', {}, { host: 'kiosk.local:3000' }, 'http://kiosk.local:3000'],
		['an IPv6 host', {}, { host: '[::1]:3000' }, 'http://[::1]:3000'],
		[
			'a proxy header that nobody configured',
			{},
			{ host: 'a.example', 'x-forwarded-host': 'evil', 'x-forwarded-proto': 'https' },
			'http://a.example'
		]
	])('%s', async (_, env, headers, origin) => {
		expect(await next(env, headers)).toBe(origin);
	});

	// SvelteKit's adapter has put what these headers tell into the address.
	test.each(['PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER'])(
		'is the adapter’s where %s is configured',
		async (name) => {
			const url = 'https://seen.example:8443/2.3.0/';
			expect(await next({ [name]: 'x-forwarded' }, { host: 'inner:3000' }, url)).toBe(
				'https://seen.example:8443'
			);
		}
	);

	test('is refused with 400 where a proxy header makes no web address of it', async () => {
		const env = { PROTOCOL_HEADER: 'x-forwarded-proto' };
		expect(await next(env, { host: 'h' }, 'javascript://seen.example/2.3.0/')).toBe(400);
	});

	test.each([
		'evil/path',
		'a b',
		'user@evil',
		'evil?x',
		'evil#x',
		'"><script>',
		'a:b',
		'',
		'-',
		'a:123456'
	])('a Host header of %j is refused with 400', async (host) => {
		expect(await next({}, { host })).toBe(400);
	});
});

describe('links', () => {
	test('name their parameters by the alphabet and keep all of them', async () => {
		const page = await start().list(
			'docking_events/?search=s&unknown=1&limit=5&offset=5&mode=detailed&a=%26&ordering=-docking'
		);
		const query = (offset: string) =>
			`${root}docking_events/?a=%26&limit=5&mode=detailed${offset}&ordering=-docking&search=s&unknown=1`;
		expect(page.next).toBe(query('&offset=10'));
		expect(page.previous).toBe(query(''));
	});

	test.each([
		['', null, 'limit=10&offset=10'],
		['limit=10&offset=4', 'limit=10', 'limit=10&offset=14'],
		['limit=10&offset=15', 'limit=10&offset=5', 'limit=10&offset=25'],
		['limit=10&offset=20', 'limit=10&offset=10', null],
		['limit=10&offset=30', 'limit=10&offset=20', null],
		['limit=500', null, null],
		['limit=0', null, 'limit=10&offset=10'],
		['offset=-1', null, 'limit=10&offset=10'],
		['limit=1000000000&offset=900', 'limit=100&offset=800', null]
	])('of ?%s are %j and %j', async (query, previous, next) => {
		const page = await start().list(`docking_events/?${query}`);
		const link = (text: string | null) => text && `${root}docking_events/?${text}`;
		expect([page.previous, page.next]).toEqual([link(previous), link(next)]);
	});
});
