import type { ViewClock } from '../docking/state.ts';
import { spanWithMargin, type Span } from '../time/span.ts';
import { timeScale, type TimeScale } from '../time/time-scale.ts';
import type { LaneItem, Run, StayItem } from './lane-items.ts';
import { cutSegments, drawStay, type BarSegment, type DrawnStay } from './segments.ts';

/**
 * What a drawing shows and what it is measured by. A drawing that is moved about keeps its anchor,
 * so that no bar's place in it changes, and goes beyond what is seen.
 */
export interface Frame {
	/** What is seen. */
	readonly view: Span;
	/** The span that x = 0 to 1 stands for; as long as `view`. */
	readonly anchor: Span;
	/** What meets it is drawn. */
	readonly cut: Span;
}

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

/** The frame of a drawing that shows `span` and nothing else. */
export function stillFrame(span: Span): Frame {
	return { view: span, anchor: span, cut: span };
}

/** The marks of `items`; of the sub-lanes those without an item are left out. */
export function layoutMarks(items: readonly LaneItem[], frame: Frame, clock: ViewClock): LaneMarks {
	const scale = timeScale(frame.anchor);
	const used = [...new Set(items.map((item) => item.subLane))].sort((a, b) => a - b);
	const bars: Bar[] = [];
	const marks: RunMark[] = [];
	for (const item of items) {
		const subLane = used.indexOf(item.subLane);
		if (item.type === 'run') marks.push({ ...markOf(item, scale, reachOf(frame)), subLane });
		else {
			const bar = barOf(item, scale, frame, clock);
			if (bar) bars.push({ ...bar, subLane });
		}
	}
	return { bars, marks, subLanes: Math.max(1, used.length) };
}

/** How far beyond its cut a drawing that is moved shows what begins in it, in lengths of the cut. */
const reach = 4;

/**
 * Where bars end at the latest: at the edge of what is seen; in a drawing that is moved far beyond,
 * so that none has a false end while a wider view waits for the next drawing.
 */
function reachOf({ view, cut }: Frame): Span {
	return cut === view ? cut : spanWithMargin(cut, reach);
}

function markOf(run: Run, scale: TimeScale, within: Span): Omit<RunMark, 'subLane'> {
	const x0 = Math.max(scale.share(run.span.from), scale.share(within.from));
	const x1 = Math.min(scale.share(run.span.to), scale.share(within.to));
	return { x0, x1, run };
}

/** Undefined when nothing of it lies in the cut. */
function barOf(
	{ stay, plannedEnd }: StayItem,
	scale: TimeScale,
	frame: Frame,
	clock: ViewClock
): Omit<Bar, 'subLane'> | undefined {
	const { view } = frame;
	const within = reachOf(frame);
	const drawn = drawStay(stay, clock, plannedEnd ?? within.to);
	const segments = cutSegments(drawn.segments, scale, within);
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
