import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OccupancyStep } from '../../../src/lib/docking/occupancy.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { spanLength, type Span } from '../../../src/lib/time/span.ts';
import { indexSteps } from '../../../src/lib/timeline/step-index.ts';

const start = Date.UTC(2000, 0, 1);

/** Steps at random distances, each with another count than the one before. */
const steps = fc
	.array(
		fc.record({ gap: fc.integer({ min: 1, max: 5_000_000 }), by: fc.integer({ min: 1, max: 8 }) }),
		{
			minLength: 1,
			maxLength: 9000
		}
	)
	.map((rows) => {
		let at = start;
		let count = 0;
		return rows.map(({ gap, by }): OccupancyStep => {
			at += gap;
			count = (count + by) % 9;
			return { at: instant(at), count };
		});
	});

/** The highest count that holds somewhere in `span`. */
function peakIn(all: readonly OccupancyStep[], span: Span): number {
	const begun = all.findLast((step) => step.at <= span.from)?.count ?? 0;
	const within = all.filter((step) => step.at > span.from && step.at < span.to);
	return Math.max(begun, ...within.map(({ count }) => count));
}

const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('the index of steps', () => {
	it('tells few steps as they are, and the one that holds at the beginning', () => {
		fc.assert(
			fc.property(steps, part, part, (all, a, b) => {
				const few = all.slice(0, 3000);
				const end = few.at(-1)!.at;
				const from = instant(few[0]!.at + Math.min(a, b) * (end - few[0]!.at));
				const span = { from, to: instant(from + 1 + Math.abs(a - b) * (end - from)) };
				const told = indexSteps(few).stepsIn(span);
				expect(told[0]).toEqual(few.findLast((step) => step.at <= from));
				expect(told.slice(1)).toEqual(few.filter((step) => step.at > from && step.at < span.to));
			})
		);
	});

	it('of many keeps every peak where it was, to within a part, and stays short', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const span = { from: all[0]!.at, to: instant(all.at(-1)!.at + 1) };
				const told = indexSteps(all).stepsIn(span);
				expect(told.length).toBeLessThanOrEqual(2 * 4096 + 2);
				const partMs = (2 * spanLength(span)) / 4096;
				for (const step of all.filter((_, index) => index % 37 === 0)) {
					const near = { from: instant(step.at - partMs), to: instant(step.at + partMs) };
					expect(peakIn(told, near)).toBeGreaterThanOrEqual(step.count);
					expect(peakIn(told, near)).toBeLessThanOrEqual(
						peakIn(all, { from: instant(near.from - partMs), to: instant(near.to + partMs) })
					);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('is empty without steps', () => {
		expect(indexSteps([]).stepsIn({ from: instant(0), to: instant(1) })).toEqual([]);
	});
});
