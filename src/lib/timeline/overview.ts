import type { OccupancyStep } from '../docking/occupancy.ts';
import { instant, type Instant } from '../time/instant.ts';
import { spanHolds, type Span } from '../time/span.ts';
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

function round(value: number, parts: number): number {
	return Math.round(value * parts) / parts;
}
