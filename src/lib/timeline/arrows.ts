import type { Bar } from './bars.ts';
import { runsOverRungs, type RungRange } from './ladder.ts';
import type { BarSegment } from './segments.ts';

/**
 * The segment that an arrow at the bar's right end stands on: the last one wide enough to hold it,
 * told by its share because the width may be unknown.
 */
export function arrowSegment(bar: Bar): BarSegment | undefined {
	return bar.segments.findLast((segment) => segment.x1 - segment.x0 > 0.012) ?? bar.segments[0];
}

/** The rungs on which a bar is wide enough for the arrows of ends that go on; empty if on none. */
export function arrowRanges(bar: Bar, widthsPx: readonly number[], needPx = 18): RungRange[] {
	if (!bar.startsBefore && !bar.goesOn) return [];
	const share = bar.x1 - bar.x0;
	return runsOverRungs(
		widthsPx,
		(widthPx) => share * widthPx >= needPx,
		(isWide) => String(isWide)
	).flatMap(({ value, ...range }) => (value ? [range] : []));
}
