import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OccupancyStep } from '../../../src/lib/docking/occupancy.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, spanLength, type Span } from '../../../src/lib/time/span.ts';
import { tickLabelDxPx } from '../../../src/lib/timeline/axis.ts';
import { columnHeights, layoutOverview } from '../../../src/lib/timeline/overview.ts';
import { textWidthEm } from '../../../src/lib/timeline/text-width.ts';
import { at, between } from '../at.ts';

const range = between('1966-01-01', '2027-01-01');
const step = (day: string, count: number): OccupancyStep => ({ at: at(day), count });

/** `count` steps at random distances over `span`, each up or down by some craft. */
function randomSteps(span: Span, count: number, seed: number): OccupancyStep[] {
	let state = seed;
	const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
	const times = Array.from({ length: count }, () => span.from + random() * spanLength(span));
	return times
		.sort((a, b) => a - b)
		.map((time) => ({ at: instant(time), count: Math.floor(random() * 20) }));
}

describe('layoutOverview', () => {
	const days = between('2024-01-01', '2024-01-11');

	it('draws the steps in columns and craft, up to now', () => {
		const layout = layoutOverview({
			steps: [step('2024-01-01', 0), step('2024-01-03', 9), step('2024-01-05', 1)],
			range: days,
			now: at('2024-01-06'),
			zone: 'UTC',
			widthPx: 10
		});
		expect(layout).toMatchObject({
			area: 'M0 0h2v-9h2v8H5V0',
			viewBox: '0 -10 10 10',
			peak: 9,
			nowX: 0.5
		});
	});

	it.each([
		['no steps', [], 'M0 0H10V0', 0],
		['a step before the range', [step('2020-01-01', 2)], 'M0 0v-2H10V0', 2],
		[
			'a stay gone before the range',
			[step('2019-01-01', 3), step('2020-01-01', 0)],
			'M0 0H10V0',
			0
		],
		['a step after the range', [step('2024-02-01', 4)], 'M0 0H10V0', 0],
		[
			'a stay of an hour',
			[step('2024-01-03', 2), step('2024-01-03T01:00Z', 0)],
			'M0 0h2v-2h1v2H10V0',
			2
		]
	])('with %s', (_, steps, area, peak) => {
		const layout = layoutOverview({ steps, range: days, zone: 'UTC', widthPx: 10 });
		expect(layout).toMatchObject({ area, peak });
		expect(layout.nowX).toBeUndefined();
	});

	it('is empty where now lies before the range, and refuses a range without length', () => {
		const steps = [step('2020-01-01', 2)];
		const before = layoutOverview({ steps, range: days, now: at('2023-01-01'), zone: 'UTC' });
		expect(before).toMatchObject({ area: '', peak: 0, viewBox: '0 -1.11 1000 1.11' });
		expect(before.nowX).toBeUndefined();
		const none = { from: days.from, to: days.from };
		expect(() => layoutOverview({ steps, range: none, zone: 'UTC' })).toThrow(RangeError);
	});

	it('keeps the highest step of 200,000 and a path as short as the plot is wide', () => {
		const steps = randomSteps(range, 200_000, 7);
		steps[123_456] = { ...steps[123_456]!, count: 77 };
		for (const widthPx of [undefined, 220, 3300]) {
			const { area, peak } = layoutOverview({ steps, range, zone: 'UTC', widthPx });
			expect(peak).toBe(77);
			expect(area.match(/v/g)!.length).toBeLessThanOrEqual(widthPx ?? 1000);
			expect(area.length).toBeLessThan(10 * (widthPx ?? 1000));
		}
	});

	it('draws no more than 4000 columns, whatever width is asked for', () => {
		expect(layoutOverview({ steps: [], range, zone: 'UTC', widthPx: 1e6 }).viewBox).toBe(
			'0 -1.11 4000 1.11'
		);
	});

	it('puts years where they begin, leap years among them', () => {
		const decade = between('2019-06-01', '2029-12-01');
		const { axis } = layoutOverview({ steps: [], range: decade, zone: 'UTC', widthPx: 700 });
		const ticks = axis[0]!.rows[0]!;
		expect(ticks.map((tick) => tick.label).join(' ')).toBe(
			'2020 2021 2022 2023 2024 2025 2026 2027 2028 2029'
		);
		for (const { at: begin, label, x } of ticks) {
			expect(begin).toBe(at(`${label}-01-01`));
			expect(decade.from + x * spanLength(decade)).toBeCloseTo(begin, 0);
		}
	});

	it.each([
		['years alone over sixty years', range, 340, ['1970 1980 1990 2000 2010 2020']],
		[
			'years alone over five',
			between('2022-02-01', '2027-01-01'),
			900,
			['2022 2023 2024 2025 2026']
		],
		['months and their year', between('2026-04-01', '2026-08-01'), 340, ['Apr May Jun Jul', '2026']]
	])('tells %s', (_, range, widthPx, rows) => {
		const { axis } = layoutOverview({ steps: [], range, zone: 'UTC', widthPx });
		const labels = axis[0]!.rows.map((row) => row.map((tick) => tick.label));
		expect(labels.map((row) => row.filter(Boolean).join(' '))).toEqual(rows);
	});

	it('begins the years of a zone where its clocks do', () => {
		const decade = between('2019-06-01', '2029-06-01');
		const { axis } = layoutOverview({
			steps: [],
			range: decade,
			zone: 'Asia/Kolkata',
			widthPx: 600
		});
		expect(axis[0]!.rows[0]![0]!.at).toBe(at('2019-12-31T18:30:00Z'));
	});

	it('lets no labels of the axis meet or leave the plot, at any width of its rungs', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(1955, 0), max: Date.UTC(2020, 0) }),
				fc.integer({ min: 20 * dayMs, max: 36_525 * dayMs }),
				fc.integer({ min: 220, max: 3840 }),
				fc.boolean(),
				(from, lengthMs, widthPx, isKnown) => {
					const random = { from: instant(from), to: instant(from + lengthMs) };
					const width = isKnown ? { widthPx } : {};
					const { axis } = layoutOverview({ steps: [], range: random, zone: 'UTC', ...width });
					const shown = axis.filter(
						({ fromPx = 0, toPx = Infinity }) => fromPx <= widthPx && widthPx < toPx
					);
					expect(shown).toHaveLength(1);
					expect(shown[0]!.rows.flat().some((tick) => tick.label)).toBe(true);
					for (const row of shown[0]!.rows) {
						let endPx = 0;
						for (const tick of row.filter(({ label }) => label)) {
							const startPx = tick.x * widthPx + tickLabelDxPx;
							expect(startPx).toBeGreaterThanOrEqual(endPx);
							endPx = startPx + textWidthEm(tick.label) * 12;
							expect(endPx).toBeLessThanOrEqual(widthPx);
						}
					}
				}
			)
		);
	});
});

describe('columnHeights', () => {
	it('is in every column the most that any moment of it has', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: -20, max: 120 }), { maxLength: 60 }),
				fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }),
				fc.integer({ min: 1, max: 40 }),
				fc.integer({ min: 1, max: 100 }),
				(times, counts, columns, until) => {
					const steps = times
						.sort((a, b) => a - b)
						.map((time, index) => ({ at: instant(time), count: counts[index]! }));
					const hundred = { from: instant(0), to: instant(100) };
					const heights = columnHeights(steps, hundred, instant(until), columns);
					const expected = Array.from({ length: Math.ceil((until / 100) * columns) }, () => 0);
					// Moment by moment, in tenths of the unit that steps stand at.
					for (let tenth = 0; tenth < until * 10; tenth++) {
						const count = steps.findLast((one) => one.at <= tenth / 10)?.count ?? 0;
						const column = Math.floor((tenth * columns) / 1000);
						expected[column] = Math.max(expected[column]!, count);
					}
					// A column of less than a tenth's width at a step's very end may hold more.
					for (const [column, count] of expected.entries())
						expect(heights[column]).toBeGreaterThanOrEqual(count);
					expect(heights).toHaveLength(expected.length);
					expect(Math.max(0, ...heights)).toBe(Math.max(0, ...expected));
				}
			)
		);
	});
});
