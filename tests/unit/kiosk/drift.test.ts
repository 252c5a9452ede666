import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftAt, farthest } from '../../../src/lib/kiosk/drift.ts';

const anyMinute = fc.oneof(
	fc.integer({ min: -100, max: 100 }),
	fc.maxSafeInteger(),
	fc.double({ min: -1e9, max: 1e9, noNaN: true })
);
const round = Array.from({ length: 16 }, (_, minute) => driftAt(minute));

describe('where the picture stands', () => {
	it('is never farther than one hundredth of the screen', () => {
		expect(farthest).toBe(0.01);
		fc.assert(
			fc.property(anyMinute, (minute) => {
				const { x, y } = driftAt(minute);
				expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
				expect(Math.max(x, y)).toBeLessThanOrEqual(0.01);
			}),
			{ numRuns: 1000 }
		);
	});

	it('moves each minute, by a quarter of that at most and in one direction', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), (minute) => {
				const [a, b] = [driftAt(minute), driftAt(minute + 1)];
				const [dx, dy] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
				expect(Math.max(dx, dy)).toBeCloseTo(farthest / 4, 12);
				expect(Math.min(dx, dy)).toBe(0);
			})
		);
	});

	it('is the same throughout a minute', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -1e6, max: 1e6 }),
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				(minute, part) => {
					expect(driftAt(minute + part)).toEqual(driftAt(minute));
				}
			)
		);
	});

	it('comes back after 16 minutes, and no sooner', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), (minute) => {
				expect(driftAt(minute + 16)).toEqual(driftAt(minute));
			})
		);
		expect(new Set(round.map(({ x, y }) => `${x} ${y}`)).size).toBe(16);
	});

	it('goes all along the four sides of a square', () => {
		const places = (of: number[]) =>
			of.sort((a, b) => a - b).map((share) => Number(share.toFixed(6)));
		const whole = [0, 0.0025, 0.005, 0.0075, 0.01];
		const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-12;
		for (const edge of [0, farthest]) {
			const upright = round.filter(({ x }) => isNear(x, edge));
			const level = round.filter(({ y }) => isNear(y, edge));
			expect(places(upright.map(({ y }) => y))).toEqual(whole);
			expect(places(level.map(({ x }) => x))).toEqual(whole);
		}
	});
});
