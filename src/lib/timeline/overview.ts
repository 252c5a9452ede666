import type { OccupancyStep } from '../docking/occupancy.ts';
import { formatDate, formatDuration, formatMoment } from '../time/format.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs, spanHolds, spanLength, type Span } from '../time/span.ts';
import { timeScale } from '../time/time-scale.ts';
import type { Zone } from '../time/zone.ts';
import { layoutAxis, type Tick } from './axis.ts';
import { ladderPx, type RungRange } from './ladder.ts';

export interface OverviewOptions {
	/** By time; a step before the range counts from its beginning on. */
	readonly steps: readonly OccupancyStep[];
	readonly range: Span;
	/** Where the area ends; undefined: at the range's end. */
	readonly now?: Instant | undefined;
	readonly zone: Zone;
	/** Of the plot, at a 16 px root; undefined while nobody knows it. */
	readonly widthPx?: number | undefined;
}

/** The number of docked craft over the whole range, ready to draw at any width. */
export interface OverviewLayout {
	readonly range: Span;
	/**
	 * An SVG path, open, for fill and stroke alike; empty where nothing has passed. Its units are a
	 * column and a craft: y is 0 at the ground and falls by one with each craft.
	 */
	readonly area: string;
	readonly viewBox: string;
	/** Most craft at once. */
	readonly peak: number;
	readonly axis: readonly OverviewAxis[];
	/** Share of the range; undefined where it does not hold now. */
	readonly nowX?: number;
}

/** Rows of ticks, the upper one first, on the rungs of the ladder where they hold. */
export interface OverviewAxis extends RungRange {
	readonly rows: readonly (readonly Tick[])[];
}

/** Columns of the area while the width is unknown. */
const assumedColumns = 1000;
const maxColumns = 4000;

/**
 * The layout of the overview, O(steps). Of many steps in a column the highest is drawn, so the
 * path's length depends on pixels alone. Throws a RangeError for a range without length.
 */
export function layoutOverview(options: OverviewOptions): OverviewLayout {
	const { range, now, zone, widthPx } = options;
	const columns = widthPx ? Math.min(maxColumns, Math.max(1, Math.round(widthPx))) : assumedColumns;
	const until = instant(Math.min(now ?? range.to, range.to));
	const heights = columnHeights(options.steps, range, until, columns);
	const peak = heights.reduce((most, count) => Math.max(most, count), 0);
	// The highest column reaches nine tenths of the height.
	const top = round(Math.max(1, peak) / 0.9, 100);
	return {
		range,
		area: areaPath(heights, timeScale(range).share(until) * columns),
		viewBox: `0 ${-top} ${columns} ${top}`,
		peak,
		axis: layoutAxis(range, widthPx ? [widthPx] : ladderPx, zone).map(overviewAxis),
		...(now !== undefined && spanHolds(range, now) && { nowX: timeScale(range).share(now) })
	};
}

/** The most craft at once in each column of the range that has begun at `until`. */
export function columnHeights(
	steps: readonly OccupancyStep[],
	range: Span,
	until: Instant,
	columns: number
): Uint32Array {
	const scale = timeScale(range);
	const end = scale.clampedShare(until) * columns;
	const heights = new Uint32Array(Math.ceil(end));
	for (const [index, { at, count }] of steps.entries()) {
		const next = steps[index + 1];
		const from = scale.clampedShare(at) * columns;
		const to = Math.min(end, next ? scale.clampedShare(next.at) * columns : columns);
		if (to <= from) continue;
		for (let column = Math.floor(from); column < to; column++)
			if (heights[column]! < count) heights[column] = count;
	}
	return heights;
}

/** Up and down at the edges of columns; the last one ends at `endX`. */
function areaPath(heights: Uint32Array, endX: number): string {
	if (!heights.length) return '';
	const parts = ['M0 0'];
	let height = 0;
	let from = 0;
	for (const [column, count] of heights.entries()) {
		if (count === height) continue;
		if (column > from) parts.push(`h${column - from}`);
		parts.push(`v${height - count}`);
		height = count;
		from = column;
	}
	return [...parts, `H${round(endX, 10)}`, 'V0'].join('');
}

/** One row where the greater units are enough to count by, else both. */
function overviewAxis({ lower, upper, ...rungs }: ReturnType<typeof layoutAxis>[number]) {
	const rows = upper.length >= 4 ? [upper] : upper.length ? [lower, upper] : [lower];
	return { rows, ...rungs };
}

/** What holds for the span that a brush chooses. */
export interface BrushLimits {
	readonly range: Span;
	/** The shortest span; a shorter range rules. */
	readonly minLengthMs: number;
}

/** What of a brush is held: the whole span, or one of its ends. */
export type BrushPart = 'window' | 'from' | 'to';

/** Where `span` lies in `range`, as shares of it, cut to [0, 1]. */
export function spanShares(
	span: Span,
	range: Span
): { readonly from: number; readonly to: number } {
	const scale = timeScale(range);
	return { from: scale.clampedShare(span.from), to: scale.clampedShare(span.to) };
}

/** The span between two shares of `range`, in either order. */
export function spanOfShares(a: number, b: number, range: Span): Span {
	const scale = timeScale(range);
	return { from: scale.at(Math.min(a, b)), to: scale.at(Math.max(a, b)) };
}

/** `span` lengthened or shortened at its end to what is allowed, then moved into the range. */
export function fitSpan(span: Span, limits: BrushLimits): Span {
	const { range } = limits;
	const lengthMs = clamp(spanLength(span), shortestMs(limits), spanLength(range));
	const from = clamp(span.from, range.from, range.to - lengthMs);
	return { from: instant(from), to: instant(from + lengthMs) };
}

/** `span` moved by `byMs` as far as the range goes, its length kept. */
export function moveSpan(span: Span, byMs: number, limits: BrushLimits): Span {
	const { from, to } = fitSpan(span, limits);
	const { range } = limits;
	const movedMs = clamp(byMs, range.from - from, range.to - to);
	return { from: instant(from + movedMs), to: instant(to + movedMs) };
}

/** `span` with one end moved to `at`, or as near as the range and the shortest span allow. */
export function resizeSpan(
	span: Span,
	edge: 'from' | 'to',
	at: Instant,
	limits: BrushLimits
): Span {
	const { from, to } = fitSpan(span, limits);
	const { range } = limits;
	if (edge === 'from') return { from: instant(clamp(at, range.from, to - shortestMs(limits))), to };
	return { from, to: instant(clamp(at, from + shortestMs(limits), range.to)) };
}

/** The span from `anchor` to `at`, before or after it; never shorter than allowed. */
export function spanBetween(anchor: Instant, at: Instant, limits: BrushLimits): Span {
	const { range } = limits;
	const start = instant(clamp(anchor, range.from, range.to));
	const end = instant(clamp(at, range.from, range.to));
	if (end >= start) return fitSpan({ from: start, to: end }, limits);
	const from = instant(Math.min(end, start - shortestMs(limits)));
	return fitSpan({ from, to: start }, limits);
}

/** A drag that began at `startShare` of the range, when `span` was visible. */
export interface BrushDrag {
	/** `ground`: outside the window, where a drag makes a new span. */
	readonly part: BrushPart | 'ground';
	readonly span: Span;
	readonly startShare: number;
}

/** The span that a drag has chosen when the pointer is at `share` of the range. */
export function dragSpan(drag: BrushDrag, share: number, limits: BrushLimits): Span {
	const scale = timeScale(limits.range);
	if (drag.part === 'ground')
		return spanBetween(scale.at(drag.startShare), scale.at(share), limits);
	const byMs = (share - drag.startShare) * spanLength(limits.range);
	if (drag.part === 'window') return moveSpan(drag.span, byMs, limits);
	const at = instant(fitSpan(drag.span, limits)[drag.part] + byMs);
	return resizeSpan(drag.span, drag.part, at, limits);
}

/** Tenths of the span that a key moves by; the arrows with shift as many as the page keys. */
const keyTenths: ReadonlyMap<string, number> = new Map([
	['ArrowLeft', -1],
	['ArrowDown', -1],
	['ArrowRight', 1],
	['ArrowUp', 1],
	['PageDown', -10],
	['PageUp', 10]
]);

/** The span after a key on one part of the brush; undefined for a key that is not the brush's. */
export function stepSpan(
	span: Span,
	part: BrushPart,
	{ key, shiftKey = false }: { readonly key: string; readonly shiftKey?: boolean },
	limits: BrushLimits
): Span | undefined {
	const fitted = fitSpan(span, limits);
	const byMs = keyStepMs(fitted, part, key, shiftKey, limits.range);
	if (byMs === undefined) return undefined;
	if (part === 'window') return moveSpan(fitted, byMs, limits);
	return resizeSpan(fitted, part, instant(fitted[part] + byMs), limits);
}

function keyStepMs(span: Span, part: BrushPart, key: string, shiftKey: boolean, range: Span) {
	const edge = part === 'window' ? 'from' : part;
	if (key === 'Home') return range.from - span[edge];
	if (key === 'End') return range.to - span[edge];
	const tenths = keyTenths.get(key);
	if (tenths === undefined) return undefined;
	const count = shiftKey ? Math.sign(tenths) * 10 : tenths;
	return count * Math.max(1, spanLength(span) / 10);
}

/** What a part of the brush says of itself; values in epoch milliseconds, the text in words. */
export interface BrushSlider {
	readonly 'aria-label': string;
	readonly 'aria-valuemin': number;
	readonly 'aria-valuemax': number;
	readonly 'aria-valuenow': number;
	readonly 'aria-valuetext': string;
}

/** The attributes of one part of the brush as a slider. */
export function brushSlider(
	span: Span,
	part: BrushPart,
	limits: BrushLimits,
	zone: Zone
): BrushSlider {
	const { from, to } = fitSpan(span, limits);
	const { range } = limits;
	const [label, min, now, max] = {
		window: ['Visible span', range.from, from, range.to - (to - from)] as const,
		from: ['Begin of the visible span', range.from, from, to - shortestMs(limits)] as const,
		to: ['End of the visible span', from + shortestMs(limits), to, range.to] as const
	}[part];
	return {
		'aria-label': label,
		'aria-valuemin': min,
		'aria-valuemax': max,
		'aria-valuenow': now,
		'aria-valuetext': brushText(span, part, zone)
	};
}

/** Under this length the hour counts. */
const hoursMatterMs = 7 * dayMs;

/** `8 Apr 2025 to 8 Dec 2026, 609 d`; with the hours in a span of days. The end is its last day. */
function brushText(span: Span, part: BrushPart, zone: Zone): string {
	const write =
		spanLength(span) < hoursMatterMs
			? (at: Instant) => formatMoment(at, 'instant', zone)
			: (at: Instant, isEnd: boolean) => formatDate(isEnd ? instant(at - 1) : at, zone);
	if (part !== 'window') return write(span[part], part === 'to');
	const ends = `${write(span.from, false)} to ${write(span.to, true)}`;
	return `${ends}, ${formatDuration(spanLength(span))}`;
}

function shortestMs({ range, minLengthMs }: BrushLimits): number {
	return clamp(Math.ceil(minLengthMs), 1, spanLength(range));
}

function clamp(value: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, value));
}

function round(value: number, parts: number): number {
	return Math.round(value * parts) / parts;
}
