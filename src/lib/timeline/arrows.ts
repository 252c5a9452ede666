import type { Bar } from './bars.ts';
import { runsOverRungs, type RungRange } from './ladder.ts';

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
