import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { craftColumns, readCrafts } from '../../../src/lib/docking/craft-columns.ts';
import { kinds, type Kind } from '../../../src/lib/docking/stay.ts';

interface Craft {
	readonly craft: string;
	readonly kind: Kind;
}

/** The crafts after a journey as JSON. */
function roundTrip(crafts: readonly Craft[]): Craft[] {
	const columns = craftColumns(crafts);
	const read = readCrafts(JSON.parse(JSON.stringify(columns)) as typeof columns);
	return read.names.map((craft, index) => ({ craft, kind: read.kinds[index]! }));
}

const part = fc.constantFrom(
	'',
	'Progress MS-',
	'Crew-',
	' Dragon',
	'0',
	'00',
	'7',
	'12',
	'-',
	'+'
);
const name = fc.oneof(
	fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary' }),
	fc.tuple(fc.string(), fc.nat(), fc.string()).map((parts) => parts.join(''))
);
const crafts = fc.array(fc.record({ craft: name, kind: fc.constantFrom(...kinds) }));

describe('the names of craft', () => {
	it('come back letter by letter, with their kinds, whatever they are', () => {
		fc.assert(
			fc.property(crafts, (some) => {
				expect(roundTrip(some)).toEqual(some);
			})
		);
	});

	it.each([
		'Soyuz T-05',
		'Shenzhou 20 (2025)',
		'Orlets 00',
		'123456789012345678901234567890',
		'Zarya',
		'',
		'7',
		'Kosmos ٣',
		'prefix\ud800 1'
	])('come back: “%s”', (craft) => {
		expect(roundTrip([{ craft, kind: 'crew' }])).toEqual([{ craft, kind: 'crew' }]);
	});

	it('of a series share one family, and take a step each', () => {
		const series = [27, 28, 30, 29].map((n) => ({
			craft: `Crew-${n} Dragon`,
			kind: 'crew' as const
		}));
		expect(craftColumns(series)).toEqual({
			families: [['crew', 'Crew-', ' Dragon']],
			familyOf: [0, 1, 1, 1],
			numbers: [27, 1, 2, -1]
		});
	});

	it('of another kind are another family', () => {
		const both = kinds.map((kind) => ({ craft: 'Soyuz 1', kind }));
		expect(craftColumns(both).families.map(([kind]) => kind)).toEqual(kinds);
	});
});
