import { describe, expect, it } from 'vitest';
import { ladderPx, rungClass, runsOverRungs } from '../../../src/lib/timeline/ladder.ts';

describe('runsOverRungs', () => {
	const runs = (values: string[]) =>
		runsOverRungs(
			[100, 200, 300, 400].slice(0, values.length),
			(width) => values[width / 100 - 1]!,
			String
		);

	it('joins neighbours that are equal', () => {
		expect(runs(['a', 'a', 'b', 'a'])).toEqual([
			{ value: 'a', toPx: 300 },
			{ value: 'b', fromPx: 300, toPx: 400 },
			{ value: 'a', fromPx: 400 }
		]);
	});

	it('has no limits for a single width, or where all is the same', () => {
		expect(runs(['a'])).toEqual([{ value: 'a' }]);
		expect(runs(['a', 'a', 'a'])).toEqual([{ value: 'a' }]);
	});
});

describe('rungClass', () => {
	it.each([
		[{}, ''],
		[{ fromPx: 280 }, 'rung-from-280'],
		[{ toPx: 280 }, 'rung-to-280'],
		[{ fromPx: 280, toPx: 340 }, 'rung-from-280 rung-to-340']
	])('of %o is “%s”', (range, name) => {
		expect(rungClass(range)).toBe(name);
	});
});

describe('the ladder', () => {
	it('ascends, from the narrowest plot to one of 3840 px and its columns', () => {
		expect([...ladderPx].sort((a, b) => a - b)).toEqual(ladderPx);
		expect(new Set(ladderPx).size).toBe(ladderPx.length);
	});
});
