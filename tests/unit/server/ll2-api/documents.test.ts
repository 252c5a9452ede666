import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSample } from '../../../../src/lib/server/archive/sample.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import { createProjectors } from '../../../../src/lib/server/ll2-api/project.ts';
import { generateEvents } from '../../../upstream/generate.ts';
import { toNormalMode } from '../../../upstream/normal-mode.ts';
import { oddDocuments } from '../../../upstream/odd-events.ts';
import { apiForTest, heldOf, root, type ListBody } from './api-for-test.ts';
import { problemsIn } from './own-open-api.ts';

const seedText = readFileSync(new URL('../../../upstream/event-529.json', import.meta.url), 'utf8');
/** The real event 529 as programs get it: its copy came from the readable page. */
const seed = JSON.parse(seedText.replaceAll('?format=api', '')) as JsonObject;
const sample = readSample().documents;
const generated = [1, 2, 3, 4].flatMap((seed) =>
	generateEvents({ count: 650, seed }).map((event) => ({ ...event, id: event.id + seed * 1000 }))
);

/** Every list answer of a mode, following `next` to the end. */
async function readAll(documents: readonly unknown[], mode: string): Promise<ListBody[]> {
	const api = apiForTest({ documents });
	const pages: ListBody[] = [];
	let next: string | null = `docking_events/?limit=100&mode=${mode}`;
	while (next !== null) {
		const page = await api.list(next);
		pages.push(page);
		next = page.next;
	}
	return pages;
}

describe('every answer fits the API’s own description', { timeout: 60_000 }, () => {
	const sets = { generated, odd: oddDocuments(), sample, seed: [seed] };
	for (const [name, documents] of Object.entries(sets))
		test.each(['normal', 'detailed'])(`lists of ${name} documents, mode %s`, async (mode) => {
			const pages = await readAll(documents, mode);
			for (const page of pages)
				expect(problemsIn('PaginatedPolymorphicDockingEventEndpointList', page)).toEqual([]);
			const results = pages.flatMap((page) => page.results);
			expect(results).toHaveLength(heldOf(documents).size);
			const modes = new Set(results.map((document) => document['response_mode']));
			expect([...modes]).toEqual([mode]);
		});

	test('single events, detailed and normal', async () => {
		const documents = [...generated.slice(0, 200), ...oddDocuments()];
		const api = apiForTest({ documents });
		for (const id of heldOf(documents).keys())
			for (const [query, schema] of [
				['', 'DockingEventEndpointDetailed'],
				['?mode=detailed', 'DockingEventEndpointDetailed'],
				['?mode=normal', 'DockingEventEndpointNormal']
			] as const) {
				const response = await api.ask(`docking_events/${id}/${query}`);
				expect(response.status).toBe(200);
				const document = (await response.json()) as JsonObject;
				expect(document['id']).toBe(id);
				expect(problemsIn(schema, document)).toEqual([]);
			}
	});

	test('the check sees what does not fit', () => {
		const project = createProjectors()('DockingEventEndpointNormal');
		const document = project(seed) as JsonObject;
		expect(problemsIn('DockingEventEndpointNormal', document)).toEqual([]);
		expect(problemsIn('DockingEventEndpointDetailed', document)).not.toEqual([]);
		expect(problemsIn('DockingEventEndpointNormal', seed)).not.toEqual([]);
		const { docking: _, ...without } = document;
		expect(problemsIn('DockingEventEndpointNormal', without)).toEqual(['docking: is missing']);
		expect(problemsIn('DockingEventEndpointNormal', { ...document, docking: 'soon' })).toEqual([
			'docking: is no date-time'
		]);
	});
});

describe('the real event 529', () => {
	const own = `${root}docking_events/529/`;
	const api = apiForTest({ documents: [JSON.parse(seedText)] });
	const read = async (path: string) => (await (await api.ask(path)).json()) as JsonObject;

	test('detailed, is what Launch Library 2 sends, but for its own address', async () => {
		const expected = { ...seed, url: own };
		expect(await read('docking_events/529/')).toEqual(expected);
		const list = (await read('docking_events/?mode=detailed')) as unknown as ListBody;
		expect(list.results).toEqual([expected]);
		expect(Object.keys(list.results[0]!)).toEqual(Object.keys(seed));
	});

	test('normal, is what the stand-in makes of it', async () => {
		const expected = { ...(toNormalMode(seed) as JsonObject), url: own };
		expect(await read('docking_events/529/?mode=normal')).toEqual(expected);
		const list = (await read('docking_events/')) as unknown as ListBody;
		expect(list.results).toEqual([expected]);
	});

	test('keeps upstream’s identity in every other address', async () => {
		const addresses = JSON.stringify(await read('docking_events/529/')).match(
			/"url":"[^"]*"/g
		) as string[];
		const [first, ...others] = addresses;
		expect(first).toBe(`"url":"${own}"`);
		expect(others).toHaveLength(15);
		for (const other of others)
			expect(other).toMatch(/^"url":"https:\/\/ll\.thespacedevs\.com\/2\.3\.0\/[^?]+\/"$/);
	});
});

test('normal documents are what the stand-in makes of the detailed ones', async () => {
	const pages = await readAll(generated.slice(0, 300), 'normal');
	const byId = new Map(generated.map((event) => [event.id, event]));
	for (const document of pages.flatMap((page) => page.results)) {
		const id = Number(document['id']);
		const url = `${root}docking_events/${id}/`;
		expect(document).toEqual({ ...(toNormalMode(byId.get(id)) as JsonObject), url });
	}
});

test('response_mode tells the form of each object, at every level', async () => {
	// Upstream may send an object in more detail than its place is described with.
	const { flight_vehicle_chaser: flight } = seed as Record<string, JsonObject>;
	const document = { ...seed, flight_vehicle_target: flight, response_mode: 'detailed' };
	const api = apiForTest({ documents: [document] });
	const [normal] = (await api.list('docking_events/')).results;
	const [detailed] = (await api.list('docking_events/?mode=detailed')).results;
	expect(modesOf(normal!)).toEqual({
		response_mode: 'normal',
		'flight_vehicle_chaser.spacecraft.response_mode': 'normal',
		'flight_vehicle_chaser.spacecraft.spacecraft_config.response_mode': 'normal',
		'flight_vehicle_chaser.spacecraft.spacecraft_config.agency.response_mode': 'list',
		'flight_vehicle_target.spacecraft.response_mode': 'normal',
		'flight_vehicle_target.spacecraft.spacecraft_config.response_mode': 'normal',
		'flight_vehicle_target.spacecraft.spacecraft_config.agency.response_mode': 'list'
	});
	expect(modesOf(detailed!)).toMatchObject({
		response_mode: 'detailed',
		'flight_vehicle_chaser.response_mode': 'normal',
		'flight_vehicle_chaser.launch.response_mode': 'normal',
		'flight_vehicle_chaser.launch.launch_service_provider.response_mode': 'list',
		'flight_vehicle_chaser.launch.mission.agencies.0.response_mode': 'normal'
	});
	expect(modesOf(detailed!)).not.toHaveProperty('flight_vehicle_target.response_mode');
});

/** Every `response_mode` by its path. */
function modesOf(value: unknown, at: string[] = []): Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return {};
	return Object.assign(
		{},
		...Object.entries(value).map(([key, part]) =>
			key === 'response_mode' ? { [[...at, key].join('.')]: part } : modesOf(part, [...at, key])
		)
	) as Record<string, unknown>;
}

describe('what upstream should not have sent', () => {
	const project = createProjectors()('DockingEventEndpointDetailed');
	const place = { id: 32, name: 'Tianhe aft', spacestation: null, spacecraft: null, payload: null };
	test.each([
		[
			'an object without an id',
			{ docking_location: { ...place, id: null } },
			{ docking_location: null }
		],
		['a text for an object', { docking_location: 'aft' }, { docking_location: null }],
		['a list for an object', { docking_location: [place] }, { docking_location: null }],
		['nothing', { departure: undefined, docking_location: place }, { docking_location: place }],
		[
			'a field that nobody knows',
			{ docking_location: { ...place, berth: 1 } },
			{ docking_location: place }
		],
		['a date alone', { departure: '2024-11-10' }, { departure: '2024-11-10T00:00:00Z' }],
		[
			'an offset',
			{ departure: '2024-11-10T10:30:00+02:00' },
			{ departure: '2024-11-10T10:30:00+02:00' }
		],
		['no date', { departure: 'soon' }, { departure: null }],
		[
			'a name that is too long',
			{ docking_location: { ...place, name: 'x'.repeat(300) } },
			{ docking_location: { ...place, name: 'x'.repeat(255) } }
		]
	])('%s', (_, given, expected) => {
		const projected = project({ ...seed, ...given });
		expect(projected).toMatchObject(expected);
		expect(problemsIn('DockingEventEndpointDetailed', projected)).toEqual([]);
	});

	test('a schema that does not exist is the programmer’s mistake', () => {
		expect(() => createProjectors()('DockingEvent')).toThrow(RangeError);
	});
});
