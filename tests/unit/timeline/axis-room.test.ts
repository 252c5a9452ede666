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

const labels = (ticks: readonly Tick[]) => ticks.map((tick) => tick.label).join(' ');

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
	// Where clocks skip midnight, a day begins later.
	if (wall(tick.at - 1, zone).startsWith(date)) return false;
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

describe('the pill at the now line', () => {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const pillWidth = fc.integer({ min: 20, max: 120 });

	it('covers no label of the upper row, which gives way', () => {
		fc.assert(
			fc.property(randomAxis, share, pillWidth, (axis, nowX, widthPx) => {
				const span = { from: instant(axis.from), to: instant(axis.from + axis.lengthMs) };
				const { upper } = axisAt(span, axis.widthPx, axis.zone, { x: nowX, widthPx });
				for (const tick of upper.filter(({ label }) => label)) {
					const from = tick.x * axis.widthPx + tickLabelDxPx;
					const to = from + textWidthEm(tick.label) * 12;
					const pillPx = nowX * axis.widthPx;
					expect(to < pillPx - widthPx / 2 || from > pillPx + widthPx / 2).toBe(true);
				}
			}),
			{ numRuns: 200 }
		);
	});
});
