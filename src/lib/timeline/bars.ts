import type { ViewClock } from '../docking/state.ts';
import type { Span } from '../time/span.ts';
import { timeScale, type TimeScale } from '../time/time-scale.ts';
import type { LaneItem, Run, StayItem } from './lane-items.ts';
import { cutSegments, drawStay, type BarSegment, type DrawnStay } from './segments.ts';

/** One stay's bar: finished geometry in shares of the plot's width. */
export interface Bar extends Pick<DrawnStay, 'stay' | 'state' | 'isFaded'> {
	readonly x0: number;
	readonly x1: number;
	readonly segments: readonly BarSegment[];
	/** The stay began before the view: flat at the left, with an arrow. */
	readonly startsBefore: boolean;
	/** The stay goes on past the view, or is still docked: flat at the right, with an arrow. */
	readonly goesOn: boolean;
	/** 0 unless stays overlap at the port. */
	readonly subLane: number;
}

/** A run of stays that melt together, drawn as one mark. */
export interface RunMark {
	readonly x0: number;
	readonly x1: number;
	readonly run: Run;
	readonly subLane: number;
}

/** What one lane shows: bars that stand alone, and marks for those that do not. */
export interface LaneMarks {
	readonly bars: readonly Bar[];
	readonly marks: readonly RunMark[];
	/** How many sub-lanes they stand on; at least one. */
	readonly subLanes: number;
}

/** The marks of `items`; of the sub-lanes those without an item are left out. */
export function layoutMarks(items: readonly LaneItem[], view: Span, clock: ViewClock): LaneMarks {
	const scale = timeScale(view);
	const used = [...new Set(items.map((item) => item.subLane))].sort((a, b) => a - b);
	const bars: Bar[] = [];
	const marks: RunMark[] = [];
	for (const item of items) {
		const subLane = used.indexOf(item.subLane);
		if (item.type === 'run') marks.push({ ...markOf(item, scale), subLane });
		else {
			const bar = barOf(item, scale, view, clock);
			if (bar) bars.push({ ...bar, subLane });
		}
	}
	return { bars, marks, subLanes: Math.max(1, used.length) };
}

function markOf(run: Run, scale: TimeScale): Omit<RunMark, 'subLane'> {
	const x0 = scale.clampedShare(run.span.from);
	const x1 = scale.clampedShare(run.span.to);
	return { x0, x1, run };
}

/** Undefined when nothing of it lies in the view. */
function barOf(
	{ stay, plannedEnd }: StayItem,
	scale: TimeScale,
	view: Span,
	clock: ViewClock
): Omit<Bar, 'subLane'> | undefined {
	const drawn = drawStay(stay, clock, plannedEnd ?? view.to);
	const segments = cutSegments(drawn.segments, scale, view);
	const first = segments[0];
	const last = segments.at(-1);
	if (!first || !last) return undefined;
	const isEndless = drawn.state === 'planned' && (stay.departure ?? plannedEnd) === undefined;
	return {
		stay,
		state: drawn.state,
		isFaded: drawn.isFaded,
		x0: first.x0,
		x1: last.x1,
		segments,
		startsBefore: stay.docking < view.from,
		goesOn: drawn.isOpen || (!isEndless && drawn.segments.at(-1)!.to > view.to)
	};
}
