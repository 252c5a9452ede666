import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OccupancyStep } from '../../../src/lib/docking/occupancy.ts';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { dayMs, hourMs, spanLength, type Span } from '../../../src/lib/time/span.ts';
import { tickLabelDxPx } from '../../../src/lib/timeline/axis.ts';
import {
	brushSlider,
	dragSpan,
	spanOfShares,
	spanShares,
	stepSpan,
	type BrushPart
} from '../../../src/lib/timeline/brush.ts';
import { columnHeights, layoutOverview } from '../../../src/lib/timeline/overview.ts';
import {
	fitSpan,
	moveSpan,
	resizeSpan,
	spanBetween,
	type SpanLimits
} from '../../../src/lib/timeline/span-limits.ts';
import { textWidthEm } from '../../../src/lib/timeline/text-width.ts';
import { at, between } from '../at.ts';

const range = between('1966-01-01', '2027-01-01');
const limits: SpanLimits = { range, minLengthMs: hourMs };
const step = (day: string, count: number): OccupancyStep => ({ at: at(day), count });
const iso = (span: Span) => [span.from, span.to].map((end) => new Date(end).toISOString());

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

const ends = fc.tuple(
	fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
	fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) })
);
const spans = fc.oneof(
	ends.map(([a, b]) => ({ from: Math.min(a, b) as Instant, to: Math.max(a, b) as Instant })),
	// Hours, as far in as a reader may go.
	ends.map(([a, b]) => ({ from: a as Instant, to: (a + (b % (3 * hourMs))) as Instant }))
);
const anyLimits = fc
	.tuple(spans, fc.integer({ min: 0, max: 400 * dayMs }))
	.filter(([span]) => spanLength(span) > 0)
	.map(([span, halfMs]): SpanLimits => ({ range: span, minLengthMs: halfMs / 2 }));
const keys = [
	'ArrowLeft',
	'ArrowRight',
	'ArrowUp',
	'ArrowDown',
	'PageUp',
	'PageDown',
	'Home',
	'End'
];
const parts: readonly BrushPart[] = ['window', 'from', 'to'];
const shareOutside = fc.double({ min: -2, max: 3, noNaN: true });

function expectWithin(span: Span, { range, minLengthMs }: SpanLimits) {
	expect(span.from).toBeGreaterThanOrEqual(range.from);
	expect(span.to).toBeLessThanOrEqual(range.to);
	expect(spanLength(span)).toBeGreaterThanOrEqual(Math.min(minLengthMs, spanLength(range)));
	expect(spanLength(span)).toBeGreaterThan(0);
	expect([span.from, span.to].every(Number.isInteger)).toBe(true);
}

describe('the brush', () => {
	it('never leaves the range and is never shorter than allowed, whatever is done with it', () => {
		fc.assert(
			fc.property(
				spans,
				anyLimits,
				fc.constantFrom('ground' as const, ...parts),
				shareOutside,
				shareOutside,
				fc.constantFrom(...keys),
				fc.boolean(),
				(span, limits, part, startShare, share, key, shiftKey) => {
					expectWithin(fitSpan(span, limits), limits);
					expectWithin(dragSpan({ part, span, startShare }, share, limits), limits);
					if (part === 'ground') return;
					expectWithin(stepSpan(span, part, { key, shiftKey }, limits)!, limits);
				}
			)
		);
	});

	it('keeps its length while it moves, by drag and by key', () => {
		fc.assert(
			fc.property(
				spans,
				anyLimits,
				shareOutside,
				fc.constantFrom(...keys),
				fc.boolean(),
				(span, limits, share, key, shiftKey) => {
					const fitted = fitSpan(span, limits);
					const dragged = dragSpan(
						{ part: 'window', span: fitted, startShare: 0.5 },
						share,
						limits
					);
					expect(spanLength(dragged)).toBe(spanLength(fitted));
					const stepped = stepSpan(fitted, 'window', { key, shiftKey }, limits)!;
					expect(spanLength(stepped)).toBe(spanLength(fitted));
				}
			)
		);
	});

	it('leaves the other end alone when one is moved', () => {
		fc.assert(
			fc.property(spans, anyLimits, shareOutside, (span, limits, share) => {
				const fitted = fitSpan(span, limits);
				const drag = { span: fitted, startShare: 0.5 };
				expect(dragSpan({ ...drag, part: 'from' }, share, limits).to).toBe(fitted.to);
				expect(dragSpan({ ...drag, part: 'to' }, share, limits).from).toBe(fitted.from);
			})
		);
	});

	it('comes back to where it was when the pointer does', () => {
		fc.assert(
			fc.property(spans, anyLimits, shareOutside, (span, limits, share) => {
				const fitted = fitSpan(span, limits);
				for (const part of parts)
					expect(dragSpan({ part, span: fitted, startShare: share }, share, limits)).toEqual(
						fitted
					);
			})
		);
	});

	it('says values as a slider that lie in order', () => {
		fc.assert(
			fc.property(spans, anyLimits, fc.constantFrom(...parts), (span, limits, part) => {
				const slider = brushSlider(span, part, limits, 'UTC');
				expect(slider.min).toBeLessThanOrEqual(slider.now);
				expect(slider.now).toBeLessThanOrEqual(slider.max);
			})
		);
	});
});

describe('spanShares and spanOfShares', () => {
	it('are each other’s inverse within the range', () => {
		fc.assert(
			fc.property(spans, (span) => {
				const fitted = fitSpan(span, limits);
				const { from, to } = spanShares(fitted, range);
				expect(spanOfShares(from, to, range)).toEqual(fitted);
				expect(spanOfShares(to, from, range)).toEqual(fitted);
			})
		);
	});

	it('cut a span that pokes out of the range', () => {
		expect(spanShares(between('1950-01-01', '2050-01-01'), range)).toEqual({ from: 0, to: 1 });
		expect(spanShares(between('1950-01-01', '1960-01-01'), range)).toEqual({ from: 0, to: 0 });
	});
});

describe('dragSpan', () => {
	const span = between('2024-02-01', '2024-03-01');

	it.each([
		['moves over a leap day', moveSpan(span, 29 * dayMs, limits), '2024-03-01', '2024-03-30'],
		['stops at the end', moveSpan(span, 9999 * dayMs, limits), '2026-12-03', '2027-01-01'],
		['stops at the begin', moveSpan(span, -1e14, limits), '1966-01-01', '1966-01-30'],
		[
			'resizes to the end',
			resizeSpan(span, 'to', at('2030-01-01'), limits),
			'2024-02-01',
			'2027-01-01'
		],
		[
			'resizes to a day',
			resizeSpan(span, 'from', at('2024-02-29'), limits),
			'2024-02-29',
			'2024-03-01'
		],
		[
			'stops an hour short of the other end',
			resizeSpan(span, 'from', at('2025-01-01'), limits),
			'2024-02-29T23:00:00Z',
			'2024-03-01'
		],
		[
			'makes a new span backwards',
			spanBetween(at('2024-03-01'), at('2024-02-29'), limits),
			'2024-02-29',
			'2024-03-01'
		],
		[
			'makes an hour of less, after its anchor',
			spanBetween(at('2024-02-29'), at('2024-02-29'), limits),
			'2024-02-29',
			'2024-02-29T01:00:00Z'
		],
		[
			'makes an hour of less, before its anchor',
			spanBetween(at('2024-02-29'), instant(at('2024-02-29') - 1), limits),
			'2024-02-28T23:00:00Z',
			'2024-02-29'
		],
		[
			'makes an hour at the very begin',
			spanBetween(instant(range.from + 9), range.from, limits),
			'1966-01-01',
			'1966-01-01T01:00:00Z'
		],
		[
			'makes an hour at the very end',
			spanBetween(at('2030-01-01'), at('2030-01-01'), limits),
			'2026-12-31T23:00:00Z',
			'2027-01-01'
		]
	])('%s', (_, span, from, to) => {
		expect(iso(span)).toEqual(iso(between(from, to)));
	});
});

describe('stepSpan', () => {
	const span = between('2024-02-20', '2024-03-01');

	it.each([
		['window', 'ArrowRight', false, '2024-02-21', '2024-03-02'],
		['window', 'ArrowLeft', false, '2024-02-19', '2024-02-29'],
		['window', 'ArrowLeft', true, '2024-02-10', '2024-02-20'],
		['window', 'PageUp', false, '2024-03-01', '2024-03-11'],
		['window', 'PageUp', true, '2024-03-01', '2024-03-11'],
		['window', 'PageDown', false, '2024-02-10', '2024-02-20'],
		['window', 'Home', false, '1966-01-01', '1966-01-11'],
		['window', 'End', false, '2026-12-22', '2027-01-01'],
		['from', 'ArrowUp', false, '2024-02-21', '2024-03-01'],
		['from', 'PageUp', false, '2024-02-29T23:00:00Z', '2024-03-01'],
		['from', 'Home', false, '1966-01-01', '2024-03-01'],
		['from', 'End', false, '2024-02-29T23:00:00Z', '2024-03-01'],
		['to', 'ArrowDown', false, '2024-02-20', '2024-02-29'],
		['to', 'PageUp', false, '2024-02-20', '2024-03-11'],
		['to', 'Home', false, '2024-02-20', '2024-02-20T01:00:00Z'],
		['to', 'End', false, '2024-02-20', '2027-01-01']
	] as const)('moves the %s by %s, shift %s, to %s and %s', (part, key, shiftKey, from, to) => {
		const next = stepSpan(span, part, { key, shiftKey }, limits)!;
		expect(iso(next)).toEqual(iso(between(from, to)));
	});

	it('shortens to the least where the range begins close by', () => {
		const early = between('1966-01-02', '1966-01-12');
		const next = stepSpan(early, 'to', { key: 'Home' }, limits)!;
		expect(iso(next)).toEqual(iso(between('1966-01-02', '1966-01-02T01:00:00Z')));
	});

	it('leaves other keys to others', () => {
		for (const key of ['Tab', 'Enter', ' ', '+', 'a', 'Escape', 'constructor'])
			expect(stepSpan(span, 'window', { key }, limits)).toBeUndefined();
	});

	it('leaves a millisecond where no shortest span is asked for', () => {
		const next = stepSpan(span, 'from', { key: 'End' }, { range, minLengthMs: 0 })!;
		expect(spanLength(next)).toBe(1);
	});

	it('moves even a span of a few milliseconds', () => {
		const tiny = { from: at('2024-02-29'), to: instant(at('2024-02-29') + 3) };
		const next = stepSpan(tiny, 'window', { key: 'ArrowRight' }, { range, minLengthMs: 1 })!;
		expect(next.from - tiny.from).toBe(1);
	});
});

describe('brushSlider', () => {
	const span = between('2024-02-01', '2024-03-01');
	const hours = between('2024-02-29T10:00:00Z', '2024-02-29T14:30:00Z');

	it.each([
		['window', span, 'UTC', 'Visible span', '1 Feb 2024 to 29 Feb 2024, 29 d'],
		['from', span, 'UTC', 'Begin of the visible span', '1 Feb 2024'],
		['to', span, 'UTC', 'End of the visible span', '29 Feb 2024'],
		[
			'window',
			hours,
			'UTC',
			'Visible span',
			'29 Feb 2024, 10:00 UTC to 29 Feb 2024, 14:30 UTC, 4 h 30 min'
		],
		['to', hours, 'Asia/Kolkata', 'End of the visible span', '29 Feb 2024, 20:00 GMT+5:30']
	] as const)('tells the %s of %o in %s', (part, span, zone, label, text) => {
		const slider = brushSlider(span, part, limits, zone);
		expect([slider.label, slider.text]).toEqual([label, text]);
	});

	it('ends where the part can go no further', () => {
		const slider = (part: BrushPart) => brushSlider(span, part, limits, 'UTC');
		expect(slider('window').max).toBe(range.to - spanLength(span));
		expect(slider('from').max).toBe(span.to - hourMs);
		expect(slider('to').min).toBe(span.from + hourMs);
	});
});
