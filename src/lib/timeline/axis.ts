import { addDays, addMonths, startOfDay, startOfMonth, startOfYear } from 'date-fns';
import { instant, type Instant } from '../time/instant.ts';
import {
	dayMs,
	hourMs,
	meanYearMs,
	minuteMs,
	secondMs,
	spanLength,
	type Span
} from '../time/span.ts';
import { timeScale } from '../time/time-scale.ts';
import { formatDate, formatMonthYear, formatTime, wallClock } from '../time/format.ts';
import { instantOf, zoneContext, type Zone } from '../time/zone.ts';
import { runsOverRungs, type RungRange } from './ladder.ts';
import { textWidthEm } from './text-width.ts';

/** A tick of the time axis; its label starts at it. */
export interface Tick {
	readonly at: Instant;
	/** Share of the plot; the first of the upper row may stand for a unit that began before it. */
	readonly x: number;
	/** Empty where the label would have no room. */
	readonly label: string;
}

/** Two rows of ticks: the upper names what the lower counts in (year over month, day over hour). */
export interface AxisRows {
	readonly lower: readonly Tick[];
	readonly upper: readonly Tick[];
}

/** The rows on the rungs of the ladder where they hold. */
export interface AxisVariant extends AxisRows, RungRange {}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** One way to label a span: a lower unit with its step, and the unit that names it above. */
interface Level {
	readonly unit: Unit;
	readonly step: number;
	readonly stepMs: number;
	readonly upper?: 'day' | 'month' | 'year';
	/** The widest label, for the room it needs. */
	readonly sample: string;
	readonly label: (at: Instant, zone: Zone) => string;
}

const monthMs = meanYearMs / 12;
const yearLabel = (at: Instant, zone: Zone) => String(wallClock(at, zone).year);
const monthLabel = (at: Instant, zone: Zone) => formatMonthYear(at, zone).slice(0, 3);
const dayLabel = (at: Instant, zone: Zone) => String(wallClock(at, zone).day);

/** Finest first; the first whose labels have room is taken. */
const levels: readonly Level[] = [
	...[1, 2, 5, 10, 30].map((step) => timeLevel('minute', step, minuteMs)),
	...[1, 3, 6, 12].map((step) => timeLevel('hour', step, hourMs)),
	...[1, 2, 5, 10].map((step) => dayLevel(step)),
	{ unit: 'month', step: 1, stepMs: monthMs, upper: 'year', sample: 'May', label: monthLabel },
	{ unit: 'month', step: 3, stepMs: 3 * monthMs, upper: 'year', sample: 'May', label: monthLabel },
	...[1, 2, 5, 10, 20, 50].map((step): Level => {
		const stepMs = step * meanYearMs;
		return { unit: 'year', step, stepMs, sample: '2000', label: yearLabel };
	})
];

const labelPx = 12;
/** From a tick to its label. */
export const tickLabelDxPx = 5;
const labelGapPx = 9;

/** The pill in the upper row that marks an instant; a share of the width, around its middle. */
export interface Pill {
	readonly x: number;
	readonly widthPx: number;
}

/**
 * The axis of `span` for every width of `widthsPx` (ascending), joined where it stays the same.
 * No label of the upper row meets the pill.
 */
export function layoutAxis(
	span: Span,
	widthsPx: readonly number[],
	zone: Zone,
	pill?: Pill
): AxisVariant[] {
	const known = new Map<Level, AxisRows>();
	const rowsOf = (level: Level) => {
		const rows = known.get(level) ?? levelRows(span, level, zone);
		known.set(level, rows);
		return rows;
	};
	return runsOverRungs(
		widthsPx,
		(widthPx) => rowsWithRoom(rowsOf(levelFor(span, widthPx)), widthPx, pill),
		(rows) => [...rows.lower, ...rows.upper].map((tick) => `${tick.at}${tick.label}`).join(' ')
	).map(({ value, ...range }) => ({ ...value, ...range }));
}

/** The axis rows of `span` at one width; no two labels of a row meet, and none leaves the plot. */
export function axisAt(span: Span, widthPx: number, zone: Zone, pill?: Pill): AxisRows {
	return rowsWithRoom(levelRows(span, levelFor(span, widthPx), zone), widthPx, pill);
}

function rowsWithRoom({ lower, upper }: AxisRows, widthPx: number, pill?: Pill): AxisRows {
	const free = pill ? upper.map((tick) => besidePill(tick, pill, widthPx)) : upper;
	return { lower: withRoom(lower, widthPx, 'later'), upper: withRoom(free, widthPx, 'earlier') };
}

/** `tick` without its label where the pill would cover it. */
function besidePill(tick: Tick, pill: Pill, widthPx: number): Tick {
	const pillPx = pill.x * widthPx;
	const halfPx = pill.widthPx / 2;
	const isCovered =
		labelEndPx(tick, widthPx) > pillPx - halfPx && tick.x * widthPx < pillPx + halfPx;
	return isCovered ? { ...tick, label: '' } : tick;
}

function levelRows(span: Span, level: Level, zone: Zone): AxisRows {
	const scale = timeScale(span);
	const place = (at: Instant, label: string): Tick => ({ at, x: scale.clampedShare(at), label });
	const lower = ticksIn(span, level.unit, level.step, zone)
		.filter((at) => at >= span.from)
		.map((at) => place(at, level.label(at, zone)));
	const upper = level.upper
		? ticksIn(span, level.upper, 1, zone).map((at) => place(at, upperLabel(level.upper!, at, zone)))
		: [];
	return { lower, upper };
}

function levelFor(span: Span, widthPx: number): Level {
	const fits = (level: Level) => {
		const needPx = textWidthEm(level.sample) * labelPx + tickLabelDxPx + labelGapPx;
		return (level.stepMs / spanLength(span)) * widthPx >= needPx;
	};
	return levels.find(fits) ?? levels.at(-1)!;
}

/** Ticks from the one at or before the span's beginning, in the zone's own calendar. */
function ticksIn(span: Span, unit: Unit, step: number, zone: Zone): Instant[] {
	const ticks: Instant[] = [];
	let at = firstTick(span.from, unit, step, zone);
	while (at < span.to && ticks.length < 1000) {
		ticks.push(at);
		const next = nextTick(at, unit, step, zone);
		// Where clocks go back, a step can stand still.
		at = next > at ? next : instant(at + hourMs);
	}
	return ticks;
}

function firstTick(from: Instant, unit: Unit, step: number, zone: Zone): Instant {
	const context = { in: zoneContext(zone) };
	if (unit === 'minute') return instant(from - sinceTick(from, unit, step, zone));
	if (unit === 'hour')
		return nearestHour(instant(from - sinceTick(from, unit, step, zone)), step, zone);
	if (unit === 'day')
		return instantOf(step === 1 ? startOfDay(from, context) : startOfMonth(from, context));
	const { year, month } = wallClock(from, zone);
	const start = startOfYear(from, context);
	const months = unit === 'month' ? month - (month % step) : -12 * (year % step);
	return instantOf(addMonths(start, months, context));
}

function nextTick(at: Instant, unit: Unit, step: number, zone: Zone): Instant {
	const context = { in: zoneContext(zone) };
	if (unit === 'minute') return instant(at + step * minuteMs);
	if (unit === 'hour') return nearestHour(instant(at + step * hourMs), step, zone);
	const moved =
		unit === 'day'
			? addDays(at, step, context)
			: addMonths(at, unit === 'month' ? step : 12 * step, context);
	const next = instantOf(startOfDay(moved, context));
	if (unit !== 'day' || step === 1) return next;
	// Days restart with each month, and one too near its end gives way to the next month's first.
	const month = startOfMonth(addMonths(startOfMonth(at, context), 1, context), context);
	return next > month.getTime() - 0.7 * step * dayMs ? instantOf(month) : next;
}

/** The tick nearest to `at`: where clocks change, steps of hours stay on 00, 03, 06 and so on. */
function nearestHour(at: Instant, step: number, zone: Zone): Instant {
	const pastMs = sinceTick(at, 'hour', step, zone);
	return instant(pastMs > (step * hourMs) / 2 ? at + step * hourMs - pastMs : at - pastMs);
}

/** How long before `at`, in milliseconds, the zone's clock showed a whole step. */
function sinceTick(at: Instant, unit: 'minute' | 'hour', step: number, zone: Zone): number {
	const { hour, minute, second } = wallClock(at, zone);
	const minutesMs = (unit === 'hour' ? minute : minute % step) * minuteMs;
	const restMs = minutesMs + second * secondMs + (at - Math.floor(at / secondMs) * secondMs);
	return unit === 'hour' ? (hour % step) * hourMs + restMs : restMs;
}

function upperLabel(unit: 'day' | 'month' | 'year', at: Instant, zone: Zone): string {
	if (unit === 'day') return formatDate(at, zone);
	return unit === 'month' ? formatMonthYear(at, zone) : yearLabel(at, zone);
}

/** Empties labels without room; of two that meet, the `weaker` gives way. */
function withRoom(ticks: readonly Tick[], widthPx: number, weaker: 'earlier' | 'later'): Tick[] {
	const ends = (tick: Tick) => labelEndPx(tick, widthPx);
	const room = ticks.map((tick) => (ends(tick) <= widthPx ? tick : { ...tick, label: '' }));
	const kept: Tick[] = [];
	for (const tick of room) {
		const last = kept.findLastIndex((other) => other.label);
		const meets =
			last >= 0 && tick.label && ends(kept[last]!) + 4 > tick.x * widthPx + tickLabelDxPx;
		if (meets && weaker === 'earlier') kept[last] = { ...kept[last]!, label: '' };
		kept.push(meets && weaker === 'later' ? { ...tick, label: '' } : tick);
	}
	return kept;
}

/** Where a tick's label ends; the upper row is set a little bolder than measured. */
function labelEndPx(tick: Tick, widthPx: number): number {
	return tick.x * widthPx + tickLabelDxPx + textWidthEm(tick.label) * labelPx * 1.04;
}

function timeLevel(unit: 'minute' | 'hour', step: number, unitMs: number): Level {
	return { unit, step, stepMs: step * unitMs, upper: 'day', sample: '00:00', label: formatTime };
}

function dayLevel(step: number): Level {
	return { unit: 'day', step, stepMs: step * dayMs, upper: 'month', sample: '30', label: dayLabel };
}
