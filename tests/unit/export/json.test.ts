import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { columnNames } from '../../../src/lib/export/data-columns.ts';
import { dataRow, type DataRow } from '../../../src/lib/export/data-row.ts';
import { dataSchema } from '../../../src/lib/export/data-schema.ts';
import type { Excerpt } from '../../../src/lib/export/excerpt.ts';
import { jsonPieces } from '../../../src/lib/export/json.ts';
import { sampleCredits } from '../../../src/lib/server/archive/sample/credits.ts';
import { randomEvents, randomInstant } from '../docking/random-events.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { excerptNamed, excerptOf } from './data-excerpt.ts';

const ajv = new Ajv2020({
	allErrors: true,
	allowUnionTypes: true,
	formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ }
});
const isValid = ajv.compile(dataSchema);

function read(excerpt: Excerpt) {
	const data: unknown = JSON.parse([...jsonPieces(excerpt)].join(''));
	expect(isValid(data), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
	return data as { updated: string; source: string; stays: DataRow[]; credits?: unknown };
}

describe('JSON', () => {
	it('is the rows of data, and keeps to its schema', () => {
		const catalogue = sampleCatalogue();
		const excerpt = excerptOf(catalogue);
		const { stays, ...about } = read(excerpt);
		expect(about).toEqual({ updated: '2026-10-08T11:30:00Z', source: 'live' });
		expect(stays).toEqual(catalogue.stays.map((stay) => dataRow(stay, catalogue, excerpt.now)));
	});

	it('of the sample names who must be named', () => {
		const excerpt = excerptOf(sampleCatalogue(), { source: 'sample', credits: sampleCredits });
		expect(read(excerpt)).toMatchObject({ source: 'sample', credits: sampleCredits });
	});

	it('without stays is still whole', () => {
		expect(read(excerptOf(sampleCatalogue(), { stays: [] })).stays).toEqual([]);
	});

	it('keeps any text in a name', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
				expect(read(excerptNamed(name)).stays).toMatchObject([{ craft: name, port: name }]);
			})
		);
	});

	it('keeps to its schema whatever the events', () => {
		fc.assert(
			fc.property(randomEvents, randomInstant, (events, now) => {
				const excerpt = excerptOf(buildCatalogue(events), { now });
				expect(read(excerpt).stays).toHaveLength([...excerpt.stays].length);
			})
		);
	});
});

describe('the schema', () => {
	it('asks for every column, and says what each is', () => {
		expect(dataSchema.$defs.stay.required).toEqual(columnNames);
		for (const name of columnNames)
			expect(dataSchema.$defs.stay.properties[name]?.description, name).toMatch(/.+\.$/);
	});

	it.each([
		['a stay without an id', { stays: [{}] }],
		['a time that is none', { updated: 'today' }],
		['a source that is none', { source: 'cache' }]
	])('refuses %s', (_, wrong) => {
		const data = { updated: '2026-10-08T11:30:00Z', source: 'live', stays: [] };
		expect(isValid(data)).toBe(true);
		expect(isValid({ ...data, ...wrong })).toBe(false);
	});

	it('refuses a kind that is none, and a departure that is a number', () => {
		const catalogue = sampleCatalogue();
		const { stays, ...about } = read(excerptOf(catalogue, { stays: catalogue.stays.slice(0, 1) }));
		for (const wrong of [{ kind: 'boat' }, { departure: 5 }, { id: null }])
			expect(isValid({ ...about, stays: [{ ...stays[0], ...wrong }] })).toBe(false);
	});
});
