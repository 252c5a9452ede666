import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStays } from '../../../src/commands/sample/read-stays.ts';
import { stayFromEvent } from '../../../src/lib/docking/stay-from-event.ts';
import { readSample } from '../../../src/lib/server/archive/sample.ts';
import { readDocument } from '../../../src/lib/server/launch-library/read-document.ts';

const csvPath = '../../../src/lib/server/archive/sample/stays.csv';
const rows = readStays(readFileSync(new URL(csvPath, import.meta.url), 'utf8'));
const results = readSample().documents.map((document) => readDocument(document));

describe('the sample, read like live data', () => {
	it('is readable without a single warning', () => {
		const trouble = results.filter((result) => !result.ok || result.warnings.length > 0);
		expect(trouble).toEqual([]);
	});

	it('gives back the craft, kind and times of every row of stays.csv', () => {
		const stays = results.flatMap((result) => (result.ok ? [stayFromEvent(result.event)] : []));
		const day = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
		const read = stays.map((stay) => ({
			craft: stay.craft,
			kind: stay.kind,
			docked: day(stay.docking).slice(0, stay.dockingPrecision === 'day' ? 10 : 19),
			departed: day(stay.departure).slice(0, stay.departurePrecision === 'day' ? 10 : 19)
		}));
		const written = rows.map((row) => ({
			craft: row.craft,
			kind: row.kind,
			docked: row.docked.slice(0, 19),
			departed: row.departed.slice(0, 19)
		}));
		expect(read).toEqual(written);
	});

	it('tells where every time comes from, and names corquaid for its records', () => {
		const stays = results.flatMap((result) => (result.ok ? [stayFromEvent(result.event)] : []));
		expect(stays.filter((stay) => !stay.sources?.docking)).toEqual([]);
		const records = stays.filter((stay) => stay.sources?.docking?.startsWith('corquaid'));
		expect(records).toHaveLength(56);
	});
});
