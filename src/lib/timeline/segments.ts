import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { endAt, isDepartureUnknown, stateAt, type ViewClock } from '../docking/state.ts';
import type { BareStay, StayState } from '../docking/stay.ts';

/**
 * How sure a stretch of a stay is: `solid` is known, `pale` goes on past the data's own date,
 * `outline` is still to come.
 */
export type SegmentStyle = 'solid' | 'pale' | 'outline';

export interface Segment extends Span {
	readonly style: SegmentStyle;
}

/** A stay cut into stretches by how sure they are, in order, touching. */
export interface DrawnStay {
	readonly stay: BareStay;
	readonly state: StayState;
	/** Not cut to the span; an open end lies at `now`. */
	readonly segments: readonly Segment[];
	/** Docked without a departure in sight: flat at the now line. */
	readonly isOpen: boolean;
	/** It had gone by its end and nobody noted when. */
	readonly isFaded: boolean;
}

/**
 * A stay as it is drawn at `clock.now`. A planned stay without departure is drawn to
 * `plannedEnd`: the next stay at its port, or the end of what is drawn.
 */
export function drawStay(stay: BareStay, clock: ViewClock, plannedEnd: Instant): DrawnStay {
	const { now, knownUntil } = clock;
	const state = stateAt(stay, now);
	const isOpen = state === 'docked' && stay.departure === undefined;
	const segments: Segment[] = [];
	const add = (style: SegmentStyle, from: Instant, to: Instant) => {
		if (to > from || (!segments.length && to === from)) segments.push({ style, from, to });
	};
	if (state === 'planned') {
		const to = Math.max(stay.departure ?? plannedEnd, stay.docking) as Instant;
		add('outline', stay.docking, to);
	} else if (state === 'departed') {
		add('solid', stay.docking, endAt(stay, now));
	} else {
		const sure = stay.departure === undefined ? Math.min(now, knownUntil) : now;
		const solidEnd = Math.max(stay.docking, sure) as Instant;
		add('solid', stay.docking, solidEnd);
		add('pale', solidEnd, now);
		if (stay.departure !== undefined) add('outline', now, stay.departure);
	}
	return { stay, state, segments, isOpen, isFaded: isDepartureUnknown(stay, now) };
}

/** A stretch of a bar in shares of the span, cut to it. */
export interface BarSegment {
	readonly style: SegmentStyle;
	readonly x0: number;
	readonly x1: number;
}

/** Of the view, what the plan that follows a bar needs to be seen: about a pixel. */
const leastShare = 0.0008;

/**
 * The segments that meet `cut`, cut to it, in shares of the scale's span; without a plan that
 * would only be a speck behind its bar.
 */
export function cutSegments(
	segments: readonly Segment[],
	scale: TimeScale,
	cut: Span
): BarSegment[] {
	const all = segments
		.filter((segment) => segment.from < cut.to && segment.to >= cut.from)
		.map((segment) => ({
			style: segment.style,
			x0: scale.share(Math.max(segment.from, cut.from) as Instant),
			x1: scale.share(Math.min(segment.to, cut.to) as Instant)
		}));
	const seen = all.filter(({ style, x0, x1 }) => x1 - x0 > (style === 'outline' ? leastShare : 0));
	// A stay is never without a mark.
	return seen.length ? seen : all.slice(-1);
}
