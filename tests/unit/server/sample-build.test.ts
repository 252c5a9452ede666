import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTables } from '../../../src/commands/sample/build-tables.ts';
import { configurationOf, payloadTypeOf } from '../../../src/commands/sample/configurations.ts';
import { formatTables } from '../../../src/commands/sample/format-tables.ts';
import { nameMission, nameVehicle } from '../../../src/commands/sample/names.ts';
import { readStays } from '../../../src/commands/sample/read-stays.ts';
import { extractSeedEvent } from '../../../src/commands/sample/seed-event.ts';

const folder = new URL('../../../src/lib/server/archive/sample/', import.meta.url);
const csv = readFileSync(new URL('stays.csv', folder), 'utf8');
const rows = readStays(csv);

describe('buildTables', () => {
	it('gives sample.json byte for byte', () => {
		expect(formatTables(buildTables(rows))).toBe(
			readFileSync(new URL('sample.json', folder), 'utf8')
		);
	});

	it('keeps ids when later rows are added', () => {
		const before = buildTables(rows.slice(0, 600));
		const after = buildTables(rows);
		expect(after.stays.slice(0, 600).map(([id]) => id)).toEqual(before.stays.map(([id]) => id));
		expect(after.ports).toEqual(expect.arrayContaining([...before.ports]));
	});

	it('refuses two launches under one name', () => {
		const [first] = rows;
		if (!first) throw new Error('stays.csv is empty');
		const other = { ...first, launched: '1999-01-01' };
		expect(() => buildTables([{ ...first, launched: '1966-11-11' }, other])).toThrow(
			'"Gemini 12" was launched twice'
		);
	});
});

describe('configurationOf', () => {
	it('never mixes kinds: a configuration or payload type tells the kind of all its rows', () => {
		const kinds = new Map<string, Set<string>>();
		for (const row of rows) {
			const type = payloadTypeOf(row) ?? configurationOf(row.craft).name;
			kinds.set(type, (kinds.get(type) ?? new Set()).add(row.kind));
		}
		const mixed = [...kinds].filter(([, found]) => found.size > 1);
		expect(mixed).toEqual([]);
	});

	it('throws for a craft it does not know', () => {
		expect(() => configurationOf('Dream Chaser Tenacity')).toThrow('Dream Chaser Tenacity');
	});
});

describe('nameVehicle and nameMission', () => {
	it.each([
		['Crew-10 Dragon', 'Endurance', 'Crew Dragon Endurance', null, 'Crew-10'],
		['CRS-34 Dragon', 'C209.6', 'Cargo Dragon C209', 'C209', 'CRS-34'],
		['CRS-21 Dragon', '', 'Cargo Dragon', null, 'CRS-21'],
		['STS-71 Atlantis', 'OV-104', 'Space Shuttle Atlantis', 'OV-104', 'STS-71'],
		['Boeing CFT Starliner', '', 'Starliner', null, 'Boeing CFT'],
		['Soyuz MS-28', '', 'Soyuz MS-28', null, 'Soyuz MS-28'],
		['Cygnus NG-24', 'S.S. Steven R. Nagel', 'Cygnus NG-24', 'S.S. Steven R. Nagel', 'Cygnus NG-24']
	])('%s in %s is %s', (craft, vehicle, name, serial, mission) => {
		expect(nameVehicle(craft, vehicle, configurationOf(craft))).toMatchObject({ name, serial });
		expect(nameMission(craft)).toBe(mission);
	});

	it('names a carrier after the Shuttle flight that brought it', () => {
		expect(nameMission('Leonardo MPLM (STS-102)')).toBe('STS-102');
	});
});

describe('readStays and extractSeedEvent', () => {
	it('reads quoted commas and names missing columns', () => {
		expect(rows.find((row) => row.craft === 'Crew-13 Dragon')?.launch_site).toBe(
			'Space Launch Complex 40, Cape Canaveral SFS'
		);
		expect(() => readStays('craft,kind\nGemini 12,crew\n')).toThrow('lacks the columns');
	});

	it('takes the event out of a saved page and the format off its addresses', () => {
		const page =
			'GET /x/?format=api\nHTTP 200 OK\n\n{\n  "url": "https://a.example/1/?format=api"\n}\n';
		expect(extractSeedEvent(page)).toEqual({ url: 'https://a.example/1/' });
		expect(() => extractSeedEvent('nothing here')).toThrow(SyntaxError);
	});
});
