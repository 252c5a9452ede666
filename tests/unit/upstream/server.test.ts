import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateEvents } from '../../upstream/generate.ts';
import { oddDocuments, oddEvents } from '../../upstream/odd-events.ts';
import { loadOpenApi } from '../../upstream/openapi.ts';
import { startUpstream, type Upstream } from '../../upstream/server.ts';

interface Row {
	readonly id: number;
	readonly docking: string;
	readonly departure: string | null;
	readonly response_mode: string;
}

interface List {
	readonly count: number;
	readonly next: string | null;
	readonly previous: string | null;
	readonly results: readonly Row[];
}

/** Fields that the description does not call nullable and that are null in the real event 529. */
const nullInReality = new RegExp(
	'^(results\\[\\]\\.)?' +
		'((docking_location\\.)?(spacestation|spacecraft|payload)' +
		'|\\w+_(target|chaser)(\\.landing\\.landing_location|\\.turn_around_time)?): is null$'
);

const events = generateEvents({ count: 230, seed: 5 });
const check = loadOpenApi();
const problemsOf = (schema: string, body: unknown) =>
	check(schema, body).filter((problem) => !nullInReality.test(problem));

let upstream: Upstream;
beforeEach(async () => {
	upstream = await startUpstream({ documents: events });
});
afterEach(() => upstream.close());

const get = (path: string, init?: RequestInit) => fetch(`${upstream.url}/${path}`, init);
const list = async (query: string) =>
	(await (await get(`docking_events/?${query}`)).json()) as List;
const idsOf = async (query: string) => (await list(query)).results.map(({ id }) => id);

describe('the description of Launch Library 2', () => {
	it('fits the real event 529, apart from nulls, in both modes', async () => {
		const file = new URL('../../upstream/event-529.json', import.meta.url);
		const event: unknown = JSON.parse(readFileSync(file, 'utf8'));
		upstream.replaceAll([event]);
		expect(problemsOf('DockingEventEndpointDetailed', event)).toEqual([]);
		const normal = await list('');
		expect(problemsOf('PaginatedPolymorphicDockingEventEndpointList', normal)).toEqual([]);
		expect(check('DockingEventEndpointDetailed', { ...(event as Row), docking: 7 })).toContain(
			'docking: is number, not string'
		);
	});

	it.each(['normal', 'detailed'])('fits every list answer in mode %s', async (mode) => {
		const { 'chaser-station': station, 'target-spacecraft-flight': craft } = oddEvents();
		const odd = [station, craft, oddEvents()['target-payload-flight']];
		upstream.replaceAll([...events.slice(0, 90), ...odd.flatMap(({ documents }) => documents)]);
		const body = await list(`limit=100&mode=${mode}`);
		expect(body.results).toHaveLength(93);
		expect(problemsOf('PaginatedPolymorphicDockingEventEndpointList', body)).toEqual([]);
		expect(new Set(body.results.map((row) => row.response_mode))).toEqual(new Set([mode]));
	});

	it('fits single events, docking locations and api-throttle', async () => {
		const event: unknown = await (await get('docking_events/7/')).json();
		expect(problemsOf('DockingEventEndpointDetailed', event)).toEqual([]);
		const locations: unknown = await (await get('config/docking_locations/?limit=100')).json();
		expect(problemsOf('PaginatedDockingLocationList', locations)).toEqual([]);
		const location: unknown = await (await get('config/docking_locations/32/')).json();
		expect(problemsOf('DockingLocation', location)).toEqual([]);
		const [throttle] = (await (await get('api-throttle/')).json()) as unknown[];
		expect(problemsOf('APIThrottle', throttle)).toEqual([]);
	});
});

describe('paging', () => {
	it.each(['limit=100', 'limit=7&ordering=-departure', ''])(
		'covers every event exactly once with "%s"',
		async (query) => {
			const seen: number[] = [];
			let next: string | null = `${upstream.url}/docking_events/?${query}`;
			while (next) {
				const page = (await (await fetch(next)).json()) as List;
				seen.push(...page.results.map(({ id }) => id));
				next = page.next;
			}
			expect(seen).toHaveLength(230);
			expect(new Set(seen).size).toBe(230);
		}
	);

	it('links to its own host and leaves the offset out of the way to the first page', async () => {
		const page = await list('offset=10&ordering=docking');
		expect(page.next).toBe(`${upstream.url}/docking_events/?limit=10&offset=20&ordering=docking`);
		expect(page.previous).toBe(`${upstream.url}/docking_events/?limit=10&ordering=docking`);
		expect(JSON.stringify(page)).not.toContain('ll.thespacedevs.com');
	});

	it.each([
		['limit=250', 100],
		['limit=0', 10],
		['limit=-3', 10],
		['limit=abc&offset=abc', 10],
		['limit=50&offset=200', 30],
		['offset=9999', 0]
	])('answers %s with %d events', async (query, length) => {
		expect((await list(query)).results).toHaveLength(length);
	});
});

describe('ordering', () => {
	it('puts open stays last by departure and first by -departure', async () => {
		const open = events.filter(({ departure }) => departure === null).length;
		const ascending = (await list('ordering=departure&limit=100&offset=130')).results;
		const descending = (await list('ordering=-departure&limit=100')).results;
		expect(ascending.slice(-open).every(({ departure }) => departure === null)).toBe(true);
		expect(ascending.at(-open - 1)?.departure).not.toBeNull();
		expect(descending.slice(0, open).every(({ departure }) => departure === null)).toBe(true);
		const departures = descending.slice(open).map(({ departure }) => String(departure));
		expect(departures).toEqual(departures.toSorted().reverse());
	});

	it('breaks ties by id and by further fields, and ignores fields it does not know', async () => {
		const [first, second] = events;
		if (!first || !second) throw new Error('no events');
		const at = (id: number, docking: string) => ({ ...first, id, docking });
		upstream.replaceAll([
			{ ...at(9, '2020-01-01T00:00:00Z'), departure: null },
			at(3, '2020-01-01T00:00:00Z'),
			at(5, '2021-01-01T00:00:00Z')
		]);
		expect(await idsOf('ordering=docking')).toEqual([3, 9, 5]);
		expect(await idsOf('ordering=-docking')).toEqual([5, 3, 9]);
		expect(await idsOf('ordering=-docking,-departure')).toEqual([5, 9, 3]);
		expect(await idsOf('ordering=name')).toEqual([3, 9, 5]);
	});
});

describe('filters', () => {
	it('compares dockings, bounds included only where the name says so', async () => {
		const { docking } = events[100] ?? { docking: '' };
		const count = async (name: string) =>
			(await list(`${name}=${encodeURIComponent(docking)}`)).count;
		expect(await count('docking__lt')).toBe(100);
		expect(await count('docking__lte')).toBe(101);
		expect(await count('docking__gt')).toBe(129);
		expect(await count('docking__gte')).toBe(130);
		expect((await list('docking__lt=1990-01-01')).count).toBe(0);
	});

	it('chooses by port, station and flight, together with and', async () => {
		const some = events[50];
		const flightId = some?.flight_vehicle_chaser?.id;
		const portId = some?.docking_location?.id;
		const atPort = await list(`docking_location__id=${portId}&limit=100`);
		expect(atPort.count).toBe(events.filter((e) => e.docking_location?.id === portId).length);
		expect((await list('space_station_target__id=18')).count).toBe(
			events.filter((e) => e.space_station_target?.id === 18).length
		);
		expect(await idsOf(`flight_vehicle_chaser__id=${flightId}`)).toContain(51);
		expect((await list(`docking_location__id=${portId}&space_station_target__id=99`)).count).toBe(
			0
		);
	});

	it.each([
		['docking__gt=yesterday', { docking__gt: ['Enter a valid date/time.'] }],
		['docking_location__id=aft', { docking_location__id: ['Enter a number.'] }]
	])('answers %s with 400 and names the field', async (query, body) => {
		const answer = await get(`docking_events/?${query}`);
		expect(answer.status).toBe(400);
		expect(await answer.json()).toEqual(body);
	});

	it.each([
		['dragon harmony', 'each term in any field', true],
		['DRAGON,Harmony', 'commas and capitals', true],
		['"harmony forward" crew', 'a phrase in quotes', true],
		['"forward harmony"', 'a phrase in the wrong order', false],
		['dragon tianhe', 'terms of different stations', false]
	])('searches for %s: %s', async (search, _, isFound) => {
		const { count } = await list(`search=${encodeURIComponent(search)}`);
		expect(count > 0).toBe(isFound);
		expect(count).toBeLessThan(230);
	});
});

describe('addresses', () => {
	it('redirects to the address with a slash and keeps the query', async () => {
		const answer = await get('docking_events?limit=2', { redirect: 'manual' });
		expect(answer.status).toBe(301);
		expect(answer.headers.get('location')).toBe('/2.3.0/docking_events/?limit=2');
	});

	it.each([
		['docking_events/999999/', 'No DockingEvent matches the given query.'],
		['docking_events/abc/', 'Not found.'],
		['config/docking_locations/999/', 'No DockingLocation matches the given query.']
	])('answers %s with 404', async (path, detail) => {
		const answer = await get(path);
		expect(answer.status).toBe(404);
		expect(await answer.json()).toEqual({ detail });
	});

	it('answers other methods with 405 and other addresses with 404', async () => {
		expect((await get('docking_events/', { method: 'POST' })).status).toBe(405);
		expect((await get('launches/')).status).toBe(404);
		expect((await get('../docking_events/')).status).toBe(404);
	});
});

describe('documents', () => {
	it('change while it runs', async () => {
		const first = { ...events[0], id: 1, departure: null };
		upstream.put(first);
		expect((await list('')).results[0]?.departure).toBeNull();
		expect(upstream.remove(2)).toBe(true);
		expect(upstream.remove(2)).toBe(false);
		upstream.put({ ...first, id: 4711 });
		expect((await list('')).count).toBe(230);
		expect((await get('docking_events/2/')).status).toBe(404);
	});

	it('are served however odd they are, in both modes and every order', async () => {
		const odd = oddDocuments();
		upstream.replaceAll(odd);
		for (const query of ['', 'mode=detailed&', 'ordering=-departure&', 'ordering=-docking&']) {
			const page = await list(`${query}limit=100&search=`);
			expect(page.count).toBe(odd.length);
			expect(page.results).toHaveLength(odd.length);
		}
		const detailed: unknown[] = (await list('mode=detailed&limit=100')).results.slice();
		expect(detailed).toContain(null);
	});
});

describe('the call log', () => {
	it('tells time, path, query, status and authorization of each call, and how it ended', async () => {
		const calls = upstream.waitForCalls(2);
		await (await get('docking_events/?limit=3', { headers: { authorization: 'Token x' } })).text();
		await (await get('docking_events/0/')).text();
		const [first, second] = await calls;
		expect(first?.path).toBe('/2.3.0/docking_events/');
		expect(first?.query.get('limit')).toBe('3');
		expect([first?.status, second?.status]).toEqual([200, 404]);
		expect([first?.authorization, second?.authorization]).toEqual(['Token x', undefined]);
		expect(Math.abs((first?.at ?? 0) - Date.now())).toBeLessThan(60_000);
		expect(await first?.ended).toMatchObject({ isComplete: true });
	});

	it('waits for calls of some path only, and gives up when the stand-in closes', async () => {
		const single = upstream.waitForCalls(1, /\/7\/$/);
		const never = upstream.waitForCalls(50);
		await get('docking_events/');
		await get('docking_events/7/');
		expect((await single)[0]?.path).toBe('/2.3.0/docking_events/7/');
		const refusal = expect(never).rejects.toThrow('closed after 2 calls');
		await upstream.close();
		await refusal;
	});
});
