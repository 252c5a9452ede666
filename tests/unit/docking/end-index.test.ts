import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingAfter, indexEnds } from '../../../src/lib/docking/end-index.ts';

describe('endingAfter', () => {
	it('finds what a look at every end finds', () => {
		const end = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Infinity));
		fc.assert(
			fc.property(
				fc.array(end, { maxLength: 70 }),
				fc.integer({ min: -1, max: 31 }),
				fc.integer({ min: 0, max: 80 }),
				(ends, at, before) => {
					const slow = ends.flatMap((one, index) => (index < before && one > at ? [index] : []));
					expect(endingAfter(indexEnds(ends), at, before)).toEqual(slow);
				}
			)
		);
	});
});
