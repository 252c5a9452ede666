import { csvFormatRow } from 'd3';
import { columnNames } from './data-columns.ts';
import { gathered } from './data-pieces.ts';
import { dataRow, type DataRow } from './data-row.ts';
import type { Excerpt } from './excerpt.ts';

/**
 * The stays as CSV (RFC 4180) in pieces: a header, then a line each, all ending in CRLF; empty is
 * null. Texts that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function csvPieces(excerpt: Excerpt): Generator<string, void> {
	return gathered(csvLines(excerpt));
}

function* csvLines({ stays, places, now }: Excerpt): Generator<string, void> {
	yield csvLine(columnNames);
	for (const stay of stays) {
		const row = dataRow(stay, places, now);
		yield csvLine(columnNames.map((name) => csvCell(row[name])));
	}
}

function csvLine(cells: readonly string[]): string {
	return `${csvFormatRow(cells)}\r\n`;
}

/** The text of a value; numbers stay numbers, and only texts are defused. */
export function csvCell(value: DataRow[keyof DataRow]): string {
	if (typeof value === 'string') return defused(value);
	return value === null ? '' : String(value);
}

/**
 * Signs that begin a formula, in full width too, also behind what a spreadsheet drops; a tab or a
 * line's end alone can move to a cell of its own (OWASP, "CSV Injection").
 */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** `text`, after an apostrophe where a spreadsheet would calculate it. */
export function defused(text: string): string {
	return formula.test(text) ? `'${text}` : text;
}
