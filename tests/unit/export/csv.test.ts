import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvPieces, defused } from '../../../src/lib/export/csv.ts';
import { columnNames } from '../../../src/lib/export/data-columns.ts';
import { dataRow } from '../../../src/lib/export/data-row.ts';
import type { Excerpt } from '../../../src/lib/export/excerpt.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { excerptNamed, excerptOf } from './data-excerpt.ts';

const textOf = (excerpt: Excerpt) => [...csvPieces(excerpt)].join('');
/** As RFC 4180 has it: strict about quotes and about the number of cells. */
const read = (text: string) =>
	parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

describe('CSV', () => {
	it('read back by a parser is the rows of data', () => {
		const catalogue = sampleCatalogue();
		const excerpt = excerptOf(catalogue);
		const rows = catalogue.stays.map((stay) => {
			const row = dataRow(stay, catalogue, excerpt.now);
			const cells = columnNames.map((name) => [name, row[name] === null ? '' : String(row[name])]);
			return Object.fromEntries(cells) as unknown;
		});
		expect(rows.length).toBeGreaterThan(600);
		expect(read(textOf(excerpt))).toEqual(rows);
	});

	it('is a header alone without stays, its first column id', () => {
		const text = textOf(excerptOf(sampleCatalogue(), { stays: [] }));
		expect(text).toBe(`${columnNames.join(',')}\r\n`);
		expect(text.startsWith('id,docking,departure,station,')).toBe(true);
	});

	it('keeps any text in a name', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
				const [row, ...others] = read(textOf(excerptNamed(name)));
				expect(others).toEqual([]);
				expect(row).toMatchObject({ id: '7', craft: defused(name), port: defused(name) });
			}),
			{
				examples: ['a,b', '"', 'a\r\nb', '\n', '""', ' ', '=1+1', "'", ',', ';'].map((one) => [one])
			}
		);
	});
});

describe('a text that a spreadsheet would calculate', () => {
	it.each([
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		'\tx',
		'\rx',
		'\nx',
		' =1',
		'\u00a0=1',
		'\ufeff=1',
		'\u200b=1',
		'\u0000=1',
		'＝1+1',
		'＋1',
		'－1',
		'＠SUM(A1)',
		'=HYPERLINK("http://x","y")'
	])('%j begins with an apostrophe', (text) => {
		expect(defused(text)).toBe(`'${text}`);
	});

	it.each(['', 'Crew-13 Dragon', '1-2', "'", '\u2212 no sign', 'a=b', '(=1)', '"=1"'])(
		'%j stays as it is',
		(text) => {
			expect(defused(text)).toBe(text);
		}
	);

	it('is no number: those below zero stay numbers', () => {
		expect(csvCell(-5)).toBe('-5');
		expect(csvCell(null)).toBe('');
		expect(csvCell(false)).toBe('false');
		expect(csvCell('-5')).toBe("'-5");
	});

	it('is defused wherever upstream can write one', () => {
		const [row] = read(textOf(excerptNamed('=cmd|calc')));
		for (const name of ['craft', 'vehicle', 'port', 'station', 'host'])
			expect(row?.[name], name).toBe("'=cmd|calc");
	});
});
