import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, hourMs, minuteMs, type Span } from '../../../src/lib/time/span.ts';
import {
	axisAt,
	layoutAxis,
	tickLabelDxPx,
	type AxisRows,
	type Tick
} from '../../../src/lib/timeline/axis.ts';
import { ladderPx } from '../../../src/lib/timeline/ladder.ts';
import { textWidthEm } from '../../../src/lib/timeline/text-width.ts';
import { between } from '../at.ts';

const labels = (ticks: readonly Tick[]) => ticks.map((tick) => tick.label).join(' ');
const rowsOf = (from: string, to: string, widthPx: number, zone = 'UTC') =>
	axisAt(between(from, to), widthPx, zone);

describe('the axis', () => {
	it.each([
		['a minute', '2026-10-08T12:00Z', '2026-10-08T12:01Z', 300, '12:00', '8 Oct 2026'],
		[
			'five minutes',
			'2026-10-08T12:00Z',
			'2026-10-08T12:05Z',
			400,
			'12:00 12:01 12:02 12:03 12:04',
			'8 Oct 2026'
		],
		[
			'an hour',
			'2026-10-08T12:00Z',
			'2026-10-08T13:00Z',
			400,
			'12:00 12:10 12:20 12:30 12:40 12:50',
			'8 Oct 2026'
		],
		[
			'a day',
			'2026-10-08T00:00Z',
			'2026-10-09T00:00Z',
			400,
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00',
			'8 Oct 2026'
		],
		[
			'two days',
			'2026-10-08T20:00Z',
			'2026-10-10T20:00Z',
			300,
			'00:00 12:00 00:00 12:00',
			'9 Oct 2026 10 Oct 2026'
		],
		[
			'a leap February',
			'2024-02-25T00:00Z',
			'2024-03-03T00:00Z',
			300,
			'25 26 27 28 29 1 2',
			'Feb 2024 Mar 2024'
		],
		['a month', '2026-10-01T00:00Z', '2026-11-01T00:00Z', 400, '1 6 11 16 21 26', 'Oct 2026'],
		[
			'20 months',
			'2025-04-08T00:00Z',
			'2026-12-08T00:00Z',
			1000,
			'May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov',
			'2025 2026'
		],
		[
			'20 months on a phone',
			'2025-04-08T00:00Z',
			'2026-12-08T00:00Z',
			320,
			'Jul Oct Jan Apr Jul Oct',
			'2025 2026'
		],
		[
			'ten years',
			'2017-01-01T00:00Z',
			'2027-01-01T00:00Z',
			500,
			'2017 2018 2019 2020 2021 2022 2023 2024 2025 2026',
			''
		],
		[
			'ten years on a phone',
			'2017-01-01T00:00Z',
			'2027-01-01T00:00Z',
			320,
			'2018 2020 2022 2024',
			''
		],
		[
			'sixty years',
			'1966-01-01T00:00Z',
			'2026-12-31T00:00Z',
			400,
			'1970 1980 1990 2000 2010 2020',
			''
		],
		['a century', '1950-01-01T00:00Z', '2050-01-01T00:00Z', 220, '1960 1980 2000 2020', '']
	])(
		'of %s (%s to %s) on %d px has ticks at “%s” under “%s”',
		(_, from, to, widthPx, lower, upper) => {
			const rows = rowsOf(from, to, widthPx);
			expect([labels(rows.lower).trim(), labels(rows.upper).trim()]).toEqual([lower, upper]);
		}
	);

	it.each([
		[
			'clocks go forward',
			'Europe/Berlin',
			'2024-03-30T23:00Z',
			'2024-03-31T22:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks go back',
			'Europe/Berlin',
			'2024-10-26T22:00Z',
			'2024-10-27T23:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks go forward',
			'America/New_York',
			'2024-03-10T05:00Z',
			'2024-03-11T04:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks go back',
			'America/New_York',
			'2024-11-03T04:00Z',
			'2024-11-04T05:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks move half an hour',
			'Australia/Lord_Howe',
			'2024-04-06T13:00Z',
			'2024-04-07T13:30Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'the zone is off by half an hour',
			'Asia/Kolkata',
			'2024-03-30T18:30Z',
			'2024-03-31T18:30Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		]
	])('on a day when %s in %s (%s to %s) keeps to whole hours there', (_, zone, from, to, lower) => {
		expect(labels(rowsOf(from, to, 480, zone).lower)).toBe(lower);
	});

	it('leaves out the hour that clocks skip, and shows twice the one they repeat', () => {
		const spring = rowsOf('2024-03-30T23:00Z', '2024-03-31T03:00Z', 240, 'Europe/Berlin');
		expect(labels(spring.lower)).toBe('00:00 01:00 03:00 04:00');
		const autumn = rowsOf('2024-10-26T23:00Z', '2024-10-27T03:00Z', 240, 'Europe/Berlin');
		expect(labels(autumn.lower)).toBe('01:00 02:00 02:00 03:00');
	});

	it('puts months and days on midnight of the zone, also where midnight is skipped', () => {
		const { lower } = rowsOf('2024-04-24T00:00Z', '2024-04-29T00:00Z', 300, 'Africa/Cairo');
		expect(lower.map((tick) => new Date(tick.at).toISOString())).toEqual([
			'2024-04-24T22:00:00.000Z',
			// Friday began at 01:00 there.
			'2024-04-25T22:00:00.000Z',
			'2024-04-26T21:00:00.000Z',
			'2024-04-27T21:00:00.000Z',
			'2024-04-28T21:00:00.000Z'
		]);
	});
});

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
const lengths = fc.oneof(
	fc.integer({ min: minuteMs, max: 10 * hourMs }),
	fc.integer({ min: 2 * hourMs, max: 60 * dayMs }),
	fc.integer({ min: 20 * dayMs, max: 36_525 * dayMs })
);
const randomAxis = fc.record({
	from: fc.integer({ min: Date.UTC(1955, 0), max: Date.UTC(2049, 0) }),
	lengthMs: lengths,
	widthPx: fc.integer({ min: 220, max: 3840 }),
	zone: fc.constantFrom(...zones)
});

/** A DST day of one of the zones lies in the span. */
const axisAcrossDst = fc.record({
	from: fc
		.tuple(
			fc.constantFrom(
				...['2024-03-31', '2024-10-27', '2024-03-10', '2024-11-03', '2024-04-06', '2024-10-05']
			),
			fc.integer({ min: -30 * 60, max: 60 * 20 })
		)
		.map(([day, minutes]) => Date.parse(day) + minutes * minuteMs),
	lengthMs: fc.integer({ min: hourMs, max: 72 * hourMs }),
	widthPx: fc.integer({ min: 220, max: 1900 }),
	zone: fc.constantFrom(...zones)
});

const wallFormats = new Map(
	zones.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
	])
);

/** What a clock on the wall of `zone` shows, asked of Intl: `2024-03-31 03:00:00`. */
function wall(at: number, zone: string): string {
	return wallFormats.get(zone)!.format(at);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Whether `label` says what the wall clock shows at a moment that such a label may stand for. */
function isTrue(tick: Tick, zone: string): boolean {
	const [date = '', time = ''] = wall(tick.at, zone).split(' ');
	const [year = '', month = '', day = ''] = date.split('-');
	const { label } = tick;
	if (/^\d\d:\d\d$/.test(label)) return time === `${label}:00`;
	if (time !== '00:00:00') return false;
	if (label === `${Number(day)} ${months[Number(month) - 1]} ${year}`) return true;
	if (label === `${months[Number(month) - 1]} ${year}`) return day === '01';
	if (label === months[Number(month) - 1]) return day === '01';
	if (label === year) return `${month}-${day}` === '01-01';
	return label === String(Number(day));
}

/** Boxes of labels at a width, wide enough for the semibold of the upper row. */
function boxes(ticks: readonly Tick[], widthPx: number): [number, number][] {
	return ticks
		.filter((tick) => tick.label)
		.map((tick) => {
			const x0 = tick.x * widthPx + (tick.x > 0 ? tickLabelDxPx : 0);
			return [x0, x0 + textWidthEm(tick.label) * 12 * 1.03];
		});
}

function expectRoom(rows: AxisRows, widthPx: number): void {
	for (const row of [rows.lower, rows.upper]) {
		const all = boxes(row, widthPx);
		for (const [index, box] of all.entries()) {
			expect(box[0]).toBeGreaterThanOrEqual(0);
			expect(box[1]).toBeLessThanOrEqual(widthPx);
			if (index) expect(box[0]).toBeGreaterThan(all[index - 1]![1]);
		}
	}
}

describe('the axis of any span from a minute to a century', () => {
	it.each([
		['anywhere', randomAxis],
		['across a change of clocks', axisAcrossDst]
	])('%s tells the truth, in room of its own, inside the plot', (_, arbitrary) => {
		fc.assert(
			fc.property(arbitrary, ({ from, lengthMs, widthPx, zone }) => {
				const span = { from: instant(from), to: instant(from + lengthMs) };
				const rows = axisAt(span, widthPx, zone);
				expectRoom(rows, widthPx);
				expect(labels([...rows.lower, ...rows.upper]).trim()).not.toBe('');
				for (const row of [rows.lower, rows.upper]) {
					for (const [index, tick] of row.entries()) {
						if (index) expect(tick.at).toBeGreaterThan(row[index - 1]!.at);
						expect(tick.at).toBeLessThan(span.to);
						if (tick.label)
							expect([tick.label, wall(tick.at, zone), isTrue(tick, zone)]).toContain(true);
					}
				}
				for (const tick of rows.lower) expect(tick.at).toBeGreaterThanOrEqual(span.from);
			}),
			{ numRuns: 300 }
		);
	});

	it('has ticks neither crowded nor far apart', () => {
		fc.assert(
			fc.property(randomAxis, ({ from, lengthMs, widthPx }) => {
				const span: Span = { from: instant(from), to: instant(from + lengthMs) };
				const xs = axisAt(span, widthPx, 'UTC').lower.map((tick) => tick.x * widthPx);
				const gaps = xs.slice(1).map((x, index) => x - xs[index]!);
				for (const gap of gaps) expect(gap).toBeGreaterThan(12);
				expect(xs.length).toBeLessThan(widthPx / 12);
				// Levels lie at most 5 times apart, but for one month after ten days.
				if (lengthMs > 3 * hourMs) for (const gap of gaps) expect(gap).toBeLessThan(300);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('the axis over the ladder', () => {
	it('holds from each rung up to the next', () => {
		fc.assert(
			fc.property(randomAxis, fc.double({ min: 0, max: 1, noNaN: true }), (axis, part) => {
				const span = { from: instant(axis.from), to: instant(axis.from + axis.lengthMs) };
				const variants = layoutAxis(span, ladderPx, axis.zone);
				for (const [index, rung] of ladderPx.entries()) {
					const next = ladderPx[index + 1] ?? 3840;
					const shown = variants.filter(
						({ fromPx = 0, toPx = Infinity }) => fromPx <= rung && rung < toPx
					);
					expect(shown).toHaveLength(1);
					expectRoom(shown[0]!, rung + part * (next - rung - 0.01));
				}
			}),
			{ numRuns: 60 }
		);
	});
});
