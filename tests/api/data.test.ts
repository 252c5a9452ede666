import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readSample } from '../../src/lib/server/archive/sample.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import {
	always,
	factsOf,
	factsOfRow,
	frozen,
	iso,
	readCsv,
	readIcs,
	readJson,
	type Event
} from './data-answers.ts';

const caching = 'public, max-age=0, s-maxage=30';
/** Every station of the sample, and hosts that are none. */
const everywhere = [
	...new Set(
		readSample().locations.map((location) => {
			const station = location['spacestation'] as { id: number } | null;
			return station?.id ?? 'other';
		})
	)
].join(',');
const paths = ['/data.csv', '/data.json', '/data.ics'];

/** Every event of the app's own API that `query` chooses, page by page. */
async function eventsOf(url: string, query: string): Promise<Event[]> {
	const events: Event[] = [];
	let next: string | null = `${url}/2.3.0/docking_events/?limit=100&mode=detailed&${query}`;
	while (next) {
		const page = JSON.parse((await ask(next)).text) as { results: Event[]; next: string | null };
		events.push(...page.results);
		next = page.next;
	}
	return events;
}

describe('the sample', () => {
	const app = useApp();
	const textOf = async (path: string) => (await ask(app.url + path)).text;

	describe.each([
		['all of them', '', `station=${everywhere}&${always}`],
		['a station', 'space_station_target__id=4', `station=4&${always}`],
		['a port', 'docking_location__id=32', `port=32&${always}`],
		['hosts that are no station', 'docking_location__id=45', `station=other&port=45&${always}`]
	])('%s', (_, apiQuery, query) => {
		const address = (format: string) => `/data.${format}?${query}&${frozen}`;

		it('as CSV and JSON equal the events of the API', async () => {
			const events = await eventsOf(app.url, apiQuery);
			expect(events.length).toBeGreaterThan(0);
			const facts = events.map(factsOf);
			expect(readJson(await textOf(address('json'))).stays.map(factsOfRow)).toEqual(facts);
			expect(readCsv(await textOf(address('csv'))).map(factsOfRow)).toEqual(facts);
		});

		it('as a calendar are a moment at each docking and each departure', async () => {
			const moments = (await eventsOf(app.url, apiQuery)).flatMap(({ id, docking, departure }) => [
				[`${id}-docking@berthline`, iso(docking)],
				...(departure ? [[`${id}-departure@berthline`, iso(departure)]] : [])
			]);
			const events = readIcs(await textOf(address('ics')));
			expect(events.map(({ uid, start }) => [uid, start.toISOString()])).toEqual(moments);
			for (const { start, end } of events) expect(+(end ?? start)).toBe(+start);
		});

		it('have the vehicles’ own names', async () => {
			const { stays } = readJson(await textOf(address('json')));
			const names = new Map(stays.map(({ id, vehicle }) => [id, vehicle]));
			for (const { id, flight_vehicle_chaser: flight } of await eventsOf(app.url, apiQuery))
				if (flight?.spacecraft) expect(names.get(id)).toBe(flight.spacecraft.name);
		});
	});

	it.each([
		'',
		'station=4',
		'station=18&kind=cargo',
		'kind=crew&from=2020-01-01&to=2021-01-01',
		'docked=now',
		'q=dragon&from=2012-01-01',
		'port=12',
		'station=other&from=1966-01-01',
		'agency=63&from=2024-01-01',
		'q=nothing+is+called+so'
	])('the stays are those of / with the same query: ?%s', async (query) => {
		const page = await textOf(`/?view=table&${query}&${frozen}`);
		const ids = [...page.matchAll(/<tr data-event="(\d+)"/g)].map(([, id]) => Number(id));
		const data = readJson(await textOf(`/data.json?${query}&${frozen}`));
		const ascending = (list: number[]) => list.sort((a, b) => a - b);
		expect(ascending(data.stays.map(({ id }) => id))).toEqual(ascending(ids));
		expect(readCsv(await textOf(`/data.csv?${query}&${frozen}`))).toHaveLength(ids.length);
	});

	it('JSON keeps to the schema that its header names, and names its sources', async () => {
		const { text, headers } = await ask(`${app.url}/data.json?${frozen}`);
		const [, href] = /<([^>]+)>; rel="describedby"/.exec(String(headers.link)) ?? [];
		const schema = await ask(app.url + href);
		expect(schema.status).toBe(200);
		expect(schema.headers['content-type']).toBe('application/schema+json');
		const formats = { 'date-time': true } as const;
		const isValid = new Ajv2020({ allowUnionTypes: true, formats }).compile(
			JSON.parse(schema.text) as object
		);
		const data = readJson(text);
		expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true);
		expect(isValid({ ...data, stays: [{ id: 'x' }] })).toBe(false);
		expect(data).toMatchObject({ updated: '2026-10-08T00:00:00Z', source: 'sample' });
		expect(data.credits?.[0]?.name).toContain('GCAT');
	});

	it('a calendar links to the page of its event on this host', async () => {
		const [event] = readIcs(await textOf(`/data.ics?port=32&from=2024-01-01&${frozen}`));
		expect(event?.url).toMatch(new RegExp(`^${app.url}/events/\\d+$`));
	});

	it.each([
		['/data.csv', 'text/csv; charset=utf-8; header=present', 'attachment'],
		['/data.json', 'application/json; charset=utf-8', 'inline'],
		['/data.ics', 'text/calendar; charset=utf-8; method=PUBLISH', 'inline']
	])('%s is %s, any page may read it, and it has a name as a file', async (path, type, how) => {
		const { headers } = await ask(`${app.url}${path}?${frozen}`);
		expect(headers).toMatchObject({
			'content-type': type,
			'content-disposition': `${how}; filename="berthline-2025-04-08-to-2026-12-08.${path.split('.')[1]}"`,
			'access-control-allow-origin': '*',
			'cache-control': caching,
			vary: 'Accept-Encoding',
			'x-berthline-source': 'sample',
			'x-berthline-updated': '2026-10-08T00:00:00Z'
		});
	});

	it.each(paths.flatMap((path) => ['identity', 'gzip', 'br'].map((coding) => [path, coding])))(
		'%s answers 304 to who holds it, coded as %s',
		async (path, coding) => {
			const address = `${app.url}${path}?${frozen}`;
			const headers = { 'accept-encoding': coding! };
			const first = await ask(address, { headers });
			const tag = first.headers.etag ?? '';
			expect(tag).toMatch(/^W\/"[^"]+"$/);
			const again = await ask(address, { headers: { ...headers, 'if-none-match': tag } });
			expect(again.status).toBe(304);
			expect(again.body).toHaveLength(0);
			expect(again.headers).toMatchObject({ etag: tag, 'cache-control': caching });
			expect(again.headers.vary).toBe(first.headers.vary);
			const other = await ask(address, { headers: { ...headers, 'if-none-match': '"x"' } });
			expect(other.status).toBe(200);
		}
	);

	it('one query has one tag, another query, instant or format has another', async () => {
		const tagOf = async (path: string) => (await ask(app.url + path)).headers.etag;
		const tag = await tagOf(`/data.csv?station=4&${frozen}`);
		expect(await tagOf(`/data.csv?${frozen}&station=4&station=&theme=dark&tz=local`)).toBe(tag);
		for (const path of [
			`/data.csv?station=18&${frozen}`,
			'/data.csv?station=4&now=2026-10-08T12:01Z',
			`/data.csv?station=4&from=2020-01-01&${frozen}`,
			`/data.json?station=4&${frozen}`
		])
			expect(await tagOf(path), path).not.toBe(tag);
	});

	it.each(paths.flatMap((path) => ['gzip', 'br'].map((coding) => [path, coding])))(
		'%s comes as %s to who takes it, and is the same inside',
		async (path, coding) => {
			const address = `${app.url}${path}?${always}&${frozen}`;
			const plain = await ask(address, { headers: { 'accept-encoding': 'identity' } });
			const packed = await ask(address, { headers: { 'accept-encoding': coding! } });
			expect(plain.headers['content-encoding']).toBeUndefined();
			expect(packed.headers['content-encoding']).toBe(coding);
			expect(packed.text).toBe(plain.text);
			expect(packed.body.length).toBeLessThan(plain.body.length / 4);
		}
	);

	it('answers HEAD as GET, without a body', async () => {
		for (const path of [...paths, '/data.schema.json']) {
			const address = `${app.url}${path}?${frozen}`;
			const { headers } = await ask(address);
			const head = await ask(address, { method: 'HEAD' });
			expect([head.status, head.body.length]).toEqual([200, 0]);
			for (const name of ['content-type', 'content-disposition', 'etag', 'cache-control'])
				expect(head.headers[name], `${path} ${name}`).toBe(headers[name]);
		}
	});

	it.each([
		['station=abc', 'station'],
		['from=2026-02-02&to=2026-02-01', 'from'],
		['kind=boat', 'kind'],
		['now=noon', 'now']
	])('answers ?%s with 400 and a sentence that names %s, kept by nobody', async (query, name) => {
		for (const path of paths) {
			const { status, headers, text } = await ask(`${app.url}${path}?${query}`, {
				headers: { accept: '*/*' }
			});
			expect(status).toBe(400);
			expect(headers['cache-control']).toBe('no-store');
			const { message } = JSON.parse(text) as { message: string };
			expect(message).toMatch(new RegExp(`^${name} must be .+\\.$`));
		}
	});

	it('takes no other method', async () => {
		for (const path of paths)
			expect((await ask(app.url + path, { method: 'POST' })).status).toBe(405);
	});
});
