import { describe, expect, it } from 'vitest';
import { csvPieces } from '../../../src/lib/export/csv.ts';
import { gathered } from '../../../src/lib/export/data-pieces.ts';
import type { Excerpt } from '../../../src/lib/export/excerpt.ts';
import { icsPieces } from '../../../src/lib/export/ics.ts';
import { jsonPieces } from '../../../src/lib/export/json.ts';
import { excerptOfMany } from './data-excerpt.ts';

const stayCount = 100_000;
/** A piece and the last line that made it long enough. */
const longestPiece = 36 * 1024;

const formats: [string, (excerpt: Excerpt) => Generator<string, void>][] = [
	['CSV', csvPieces],
	['JSON', jsonPieces],
	['a calendar', (excerpt) => icsPieces(excerpt, { name: 'All', origin: 'http://localhost' })]
];

describe.each(formats)('%s of 100,000 stays', (_, piecesOf) => {
	it('reads a stay only when its piece is asked for', () => {
		let made = 0;
		const pieces = piecesOf(excerptOfMany(stayCount, () => made++));
		expect(made).toBe(0);
		for (let asked = 1; asked <= 5; asked++) {
			expect(pieces.next().done).toBe(false);
			expect(made).toBeLessThan(asked * 400);
		}
		pieces.return();
		expect(made).toBeLessThan(5 * 400);
	});

	it('comes in pieces, none of them large, and is all there', () => {
		let longest = 0;
		let ends = 0;
		let count = 0;
		for (const piece of piecesOf(excerptOfMany(stayCount))) {
			longest = Math.max(longest, piece.length);
			ends += piece.match(/2000-01-01T|20000101T/g)?.length ?? 0;
			count++;
		}
		expect(longest).toBeLessThan(longestPiece);
		expect(count).toBeGreaterThan(500);
		expect(ends).toBeGreaterThan(40);
	});
});

describe('gathered', () => {
	it('joins what it is given, in order, and has no empty piece', () => {
		expect([...gathered([])]).toEqual([]);
		expect([...gathered(['', ''])]).toEqual([]);
		expect([...gathered(['a', '', 'b'])]).toEqual(['ab']);
		const long = 'x'.repeat(40_000);
		expect([...gathered(['a', long, 'b'])]).toEqual([`a${long}`, 'b']);
	});
});
