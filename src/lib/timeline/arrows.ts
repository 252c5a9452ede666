import type { Bar } from './bars.ts';
import { runsOverRungs, type RungRange } from './ladder.ts';
import type { SegmentStyle } from './segments.ts';

/** The arrows of a bar that goes on beyond what is seen: pinned to the ends that are seen. */
export interface BarArrows {
	/** Share at which the arrow to the left begins. */
	readonly left?: number;
	/** Share at which the arrow to the right ends: with what holds it, before what is too narrow. */
	readonly right?: number;
	/** What the arrow to the right stands on: the last stretch wide enough to hold it. */
	readonly rightOn: SegmentStyle;
	readonly leftOn: SegmentStyle;
	/** Where the bar is wide enough for them. */
	readonly ranges: readonly RungRange[];
}

/** The arrows of `bar`; undefined when it begins and ends in view, or is too narrow everywhere. */
export function layoutArrows(
	bar: Bar,
	widthsPx: readonly number[],
	needPx = 18
): BarArrows | undefined {
	if (!bar.startsBefore && !bar.goesOn) return undefined;
	const { segments } = bar;
	const first = segments[0];
	const last = segments.at(-1);
	if (!first || !last) return undefined;
	const share = last.x1 - first.x0;
	const ranges = runsOverRungs(
		widthsPx,
		(widthPx) => share * widthPx >= needPx,
		(isWide) => String(isWide)
	).flatMap(({ value, ...range }) => (value ? [range] : []));
	if (!ranges.length) return undefined;
	// Told by its share, because the width may be unknown.
	const holder = segments.findLast((segment) => segment.x1 - segment.x0 > 0.012) ?? first;
	return {
		...(bar.startsBefore && { left: first.x0 }),
		...(bar.goesOn && { right: holder.x1 }),
		leftOn: first.style,
		rightOn: holder.style,
		ranges
	};
}
