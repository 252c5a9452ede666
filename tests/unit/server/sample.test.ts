import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSample } from '../../../src/lib/server/archive/sample.ts';
import type { JsonObject, JsonValue } from '../../../src/lib/server/json.ts';
import { missingKeys } from './sample-schema.ts';

const sample = readSample();
const events = sample.documents;
const folder = new URL('../../../src/lib/server/archive/sample/', import.meta.url);

/** What is at `path` in a document, null where it breaks off. */
function at(document: JsonObject, ...path: string[]): JsonValue {
	let value: JsonValue = document;
	for (const key of path) value = (value as JsonObject | null)?.[key] ?? null;
	return value;
}

function event(id: number): JsonObject {
	const found = events.find((document) => document['id'] === id);
	if (!found) throw new Error(`the sample has no event ${id}`);
	return found;
}

function chaserId(document: JsonObject): JsonValue {
	return at(document, 'flight_vehicle_chaser', 'id');
}

function byCraft(name: string): JsonObject[] {
	return events.filter(
		(document) =>
			at(document, 'flight_vehicle_chaser', 'spacecraft', 'name') === name ||
			at(document, 'flight_vehicle_chaser', 'launch', 'mission', 'name') === name ||
			at(document, 'payload_flight_chaser', 'payload', 'name') === name
	);
}

describe('the sample as a whole', () => {
	it.each([
		[4, 'International Space Station', 369],
		[5, 'Mir', 148],
		[14, 'Salyut 6', 35],
		[18, 'Tiangong space station', 30],
		[15, 'Salyut 7', 28],
		[7, 'Tiangong 1', 6],
		[6, 'Skylab', 4],
		[8, 'Tiangong 2', 4]
	])('station %i is %s with %i stays', (id, name, count) => {
		const stays = events.filter((document) => at(document, 'space_station_target', 'id') === id);
		expect(stays).toHaveLength(count);
		expect(new Set(stays.map((stay) => at(stay, 'space_station_target', 'name')))).toEqual(
			new Set([name])
		);
	});

	it('has 641 stays, nine of them at no station', () => {
		expect(events).toHaveLength(641);
		const hostless = events.filter((document) => document['space_station_target'] === null);
		expect(hostless).toHaveLength(9);
		for (const document of hostless) {
			expect(at(document, 'docking_location', 'spacestation')).toBeNull();
			const host =
				at(document, 'docking_location', 'spacecraft', 'id') ??
				at(document, 'docking_location', 'payload', 'id');
			const target = document['flight_vehicle_target'] ?? document['payload_flight_target'];
			expect(host).not.toBeNull();
			expect(target).not.toBeNull();
		}
	});

	it('gives every event an id of its own, above 1,000,000 where Launch Library 2 gave none', () => {
		const ids = events.map((document) => Number(document['id']));
		expect(new Set(ids).size).toBe(641);
		expect(ids.filter((id) => id < 1_000_000)).toHaveLength(70);
	});

	it('has exactly one chaser in every event', () => {
		for (const document of events) {
			const chasers = ['flight_vehicle_chaser', 'payload_flight_chaser', 'space_station_chaser'];
			expect(chasers.filter((key) => document[key] !== null)).toHaveLength(1);
		}
	});

	it('lists every docking location once, also those with no known id', () => {
		const ids = sample.locations.map((location) => location['id']);
		expect(new Set(ids).size).toBe(56);
		const used = new Set(events.map((document) => at(document, 'docking_location', 'id')));
		expect(used).toEqual(new Set(ids));
	});

	it('has every key that the OpenAPI requires, at every depth', () => {
		const missing = events.flatMap((document) =>
			missingKeys(document, 'DockingEventEndpointDetailed', String(document['id']))
		);
		expect(missing).toEqual([]);
	});

	it('is dated 2026-10-08', () => {
		expect(new Date(sample.updated).toISOString()).toBe('2026-10-08T00:00:00.000Z');
	});
});

describe('single events', () => {
	it('event 529 is the seed in full', () => {
		const { berthline_sample: notes, ...document } = event(529);
		const seed: unknown = JSON.parse(readFileSync(new URL('event-529.json', folder), 'utf8'));
		expect(document).toEqual(seed);
		expect(document['departure']).toBe('2024-11-10T08:30:00Z');
		expect(JSON.stringify(document)).not.toContain('format=api');
		expect(notes).toMatchObject({ source: 'LL2', docking_precision: 'instant' });
	});

	it('marks the 9 dockings and 14 departures known to the day, at midnight', () => {
		for (const [field, count] of [
			['docking', 9],
			['departure', 14]
		] as const) {
			const days = events.filter(
				(document) => at(document, 'berthline_sample', `${field}_precision`) === 'day'
			);
			expect(days).toHaveLength(count);
			for (const document of days) expect(document[field]).toMatch(/T00:00:00Z$/);
		}
	});

	it('tells a launch known to the day by its precision', () => {
		const [crew10] = byCraft('Crew-10');
		const [sts135] = byCraft('STS-135');
		const precision = ['flight_vehicle_chaser', 'launch', 'net_precision', 'abbrev'];
		expect(at(crew10 ?? {}, ...precision)).toBe('SEC');
		expect(at(sts135 ?? {}, ...precision)).toBe('DAY');
	});

	it.each([
		['Crew-10', 'Crew Dragon Endurance', 'Crew Dragon', 'Capsule'],
		['Crew-13', 'Crew Dragon Grace (C213)', 'Crew Dragon', 'Capsule'],
		['CRS-33', 'Cargo Dragon C211', 'Cargo Dragon', 'Cargo Resupply'],
		['CRS-17', 'Dragon C113', 'Dragon', 'Cargo Resupply'],
		['Demo-2', 'Crew Dragon Endeavour', 'Crew Dragon', 'Capsule'],
		['STS-135', 'Space Shuttle Atlantis', 'Space Shuttle', 'Spaceplane'],
		['STS-108', 'Space Shuttle Endeavour', 'Space Shuttle', 'Spaceplane'],
		['OFT-2', 'Starliner', 'Starliner', 'Capsule']
	])('mission %s flew %s', (mission, vehicle, configuration, type) => {
		const [document] = byCraft(mission);
		const spacecraft = at(document ?? {}, 'flight_vehicle_chaser', 'spacecraft') as JsonObject;
		expect(spacecraft['name']).toBe(vehicle);
		expect(at(spacecraft, 'spacecraft_config', 'name')).toBe(configuration);
		expect(at(spacecraft, 'spacecraft_config', 'type', 'name')).toBe(type);
	});

	it('keeps one flight over its relocations, and one vehicle over its flights', () => {
		const relocated = byCraft('Soyuz MS-23');
		expect(relocated).toHaveLength(2);
		expect(new Set(relocated.map(chaserId)).size).toBe(1);
		const vehicle = (mission: string) =>
			at(byCraft(mission)[0] ?? {}, 'flight_vehicle_chaser', 'spacecraft', 'id');
		expect(vehicle('STS-135')).toBe(vehicle('STS-132'));
		expect(chaserId(byCraft('STS-135')[0] ?? {})).not.toBe(chaserId(byCraft('STS-132')[0] ?? {}));
	});

	it('flies modules and logistics carriers as payloads', () => {
		const type = (name: string) =>
			at(byCraft(name)[0] ?? {}, 'payload_flight_chaser', 'payload', 'type', 'name');
		expect(type('Nauka')).toBe('Space Station Module');
		expect(type('Leonardo MPLM (STS-102)')).toBe('Logistics Carrier');
	});
});

describe('credits', () => {
	it('names every source as its licence asks', () => {
		const credits = sample.credits.map(({ name, detail }) => `${name}: ${detail}`).join('\n');
		for (const part of [
			'Jonathan McDowell, GCAT, planet4589.org',
			'CC BY 4.0',
			'The Space Devs, Launch Library 2',
			'corquaid/international-space-station-APIs',
			'MIT, © 2021 Cormac Quaid',
			'China Manned Space Agency'
		])
			expect(credits).toContain(part);
	});
});
