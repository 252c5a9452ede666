import type { Instant } from '../time/instant.ts';
import type { TimeScale } from '../time/time-scale.ts';
import type { BareStay } from '../docking/stay.ts';
import {
	cutSegments,
	drawStay,
	type BarSegment,
	type DrawnStay,
	type ViewClock
} from './segments.ts';

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

/** The bars of one lane and how many sub-lanes they need; at least one. */
export interface LaneBars {
	readonly bars: readonly Bar[];
	readonly subLanes: number;
}

/**
 * The bars of `stays`, which lie in the view, by docking. Stays that overlap at a port stand on
 * separate sub-lanes, each on the first that is free.
 */
export function layoutBars(
	stays: readonly BareStay[],
	scale: TimeScale,
	clock: ViewClock
): LaneBars {
	const freeFrom: Instant[] = [];
	const bars: Bar[] = [];
	for (const [index, stay] of stays.entries()) {
		const plannedEnd = stays[index + 1]?.docking ?? scale.span.to;
		const drawn = drawStay(stay, clock, plannedEnd);
		// One without length still needs its place.
		const end = Math.max(drawn.segments.at(-1)?.to ?? 0, stay.docking + 1) as Instant;
		const free = freeFrom.findIndex((at) => at <= stay.docking);
		const subLane = free < 0 ? freeFrom.length : free;
		freeFrom[subLane] = end;
		const bar = barOf(drawn, scale, subLane);
		if (bar) bars.push(bar);
	}
	return { bars, subLanes: Math.max(1, freeFrom.length) };
}

function barOf(drawn: DrawnStay, scale: TimeScale, subLane: number): Bar | undefined {
	const segments = cutSegments(drawn.segments, scale);
	const first = segments[0];
	const last = segments.at(-1);
	if (!first || !last) return undefined;
	return {
		stay: drawn.stay,
		state: drawn.state,
		isFaded: drawn.isFaded,
		x0: first.x0,
		x1: last.x1,
		segments,
		startsBefore: drawn.stay.docking < scale.span.from,
		goesOn: drawn.isOpen || drawn.segments.at(-1)!.to > scale.span.to,
		subLane
	};
}
