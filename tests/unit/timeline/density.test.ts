import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeBars } from '../../../src/lib/timeline/density.ts';
import { randomLane } from './random-lane.ts';

describe('mergeBars', () => {
	const width = fc.integer({ min: 20, max: 2000 });

	it('neither loses nor doubles a stay', () => {
		fc.assert(
			fc.property(randomLane(40), width, ({ bars }, widthPx) => {
				const merged = mergeBars(bars, widthPx, 3);
				const inMarks = merged.marks.reduce((sum, mark) => sum + mark.count, 0);
				expect(merged.bars.length + inMarks).toBe(bars.length);
				expect(new Set(merged.bars).size).toBe(merged.bars.length);
			})
		);
	});

	it('merges only bars that are narrow and touch, each mark as wide as what it stands for', () => {
		fc.assert(
			fc.property(randomLane(40), width, ({ bars }, widthPx) => {
				const { bars: alone, marks } = mergeBars(bars, widthPx, 3);
				for (const mark of marks) {
					expect(mark.count).toBeGreaterThan(1);
					const own = bars.filter(
						(bar) =>
							bar.subLane === mark.subLane &&
							bar.x0 >= mark.x0 &&
							bar.x1 <= mark.x1 &&
							!alone.includes(bar)
					);
					expect(own.length).toBe(mark.count);
					for (const [index, bar] of own.entries()) {
						expect((bar.x1 - bar.x0) * widthPx).toBeLessThan(3);
						if (index) expect((bar.x0 - own[index - 1]!.x1) * widthPx).toBeLessThan(3);
					}
					expect([own[0]!.stay.id, own.at(-1)!.stay.id]).toEqual([mark.firstId, mark.lastId]);
				}
			})
		);
	});

	it('leaves wide bars alone', () => {
		fc.assert(
			fc.property(randomLane(40), width, ({ bars }, widthPx) => {
				const wide = bars.filter((bar) => (bar.x1 - bar.x0) * widthPx >= 3);
				const { bars: alone } = mergeBars(bars, widthPx, 3);
				for (const bar of wide) expect(alone).toContain(bar);
			})
		);
	});
});
