import { greatest } from 'd3';
import { plusMonths } from '../time/calendar.ts';
import type { Instant, Precision } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { Lane } from './lane.ts';
import { portEnd } from './known-places.ts';
import { occupiedMsBefore } from './occupied-index.ts';
import {
	laneStaysAt,
	laneStaysEndingAfter,
	laneStaysIn,
	lastStayBefore,
	someStayIn
} from './query.ts';
import { endAt, isVisiting } from './state.ts';
import type { BareStay } from './stay.ts';

/** How long after its last visiting craft a port still counts as in use. */
export const inUseMonths = 24;

/** Ports in use, and how many of them have at least one visiting craft docked. */
export interface Occupancy {
	readonly occupied: number;
	readonly inUse: number;
}

/**
 * True when a visiting craft touched the port in the 24 months before `at`; not while a module is
 * docked at it, nor after the module that carries it has left.
 */
export function isPortInUse(lane: Lane, at: Instant): boolean {
	const end = portEnd(lane.port.id);
	if (end !== undefined && end <= at) return false;
	if (laneStaysAt(lane, at).some((stay) => !isVisiting(stay))) return false;
	const since = plusMonths(at, -inUseMonths);
	return wasVisited(lane, { from: since, to: (at + 1) as Instant }, at);
}

/** True when a visiting craft was at the port at some time in `span`, as known at `now`. */
export function wasVisited(lane: Lane, span: Span, now: Instant): boolean {
	return someStayIn(lane, span, now, (stay) => isVisiting(stay) && stay.docking <= now);
}

/** Occupied n of m over some lanes at `at`. */
export function occupancyAt(lanes: readonly Lane[], at: Instant): Occupancy {
	const inUse = lanes.filter((lane) => isPortInUse(lane, at));
	const occupied = inUse.filter((lane) => laneStaysAt(lane, at).some(isVisiting));
	return { occupied: occupied.length, inUse: inUse.length };
}

/** From `at` on, `count` ports are occupied, until the next step. */
export interface OccupancyStep {
	readonly at: Instant;
	readonly count: number;
}

/**
 * How many of `lanes` had a visiting craft over `span`, as steps by time; the first stands at
 * `span.from`, none after `now`.
 */
export function occupancySteps(lanes: readonly Lane[], span: Span, now: Instant): OccupancyStep[] {
	const stretches = lanes.flatMap((lane) => occupiedStretches(lane, span, now));
	return stepsOf(stretches, span, now);
}

/** How many visiting craft were docked at `lanes` over `span`, in the same shape. */
export function dockedSteps(lanes: readonly Lane[], span: Span, now: Instant): OccupancyStep[] {
	const until = Math.min(span.to, now) as Instant;
	const stretches = lanes.flatMap((lane) =>
		laneStaysIn(lane, span, now)
			.filter((stay) => isVisiting(stay) && stay.docking < until)
			.map((stay) => ({
				from: Math.max(stay.docking, span.from) as Instant,
				to: Math.min(endAt(stay, now), until) as Instant
			}))
	);
	return stepsOf(stretches, span, now);
}

function stepsOf(stretches: readonly Span[], span: Span, now: Instant): OccupancyStep[] {
	const starts = Float64Array.from(stretches, ({ from }) => from).sort();
	const ends = Float64Array.from(stretches, ({ to }) => to).sort();
	// A stretch cut off at the end of what is known does not end there.
	const until = Math.min(span.to, now);
	const steps: OccupancyStep[] = [];
	let started = 0;
	let ended = 0;
	let at: number = span.from;
	while (at < until || !steps.length) {
		while (starts[started]! <= at) started++;
		while (ends[ended]! <= at) ended++;
		const count = started - ended;
		if (steps.at(-1)?.count !== count) steps.push({ at: at as Instant, count });
		at = Math.min(starts[started] ?? Infinity, ends[ended] ?? Infinity);
	}
	return steps;
}

/** Stretches within `span` and before `now` in which a visiting craft was at the port, joined. */
export function occupiedStretches(lane: Lane, span: Span, now: Instant): Span[] {
	const until = Math.min(span.to, now) as Instant;
	const stretches: { from: Instant; to: Instant }[] = [];
	for (const stay of laneStaysIn(lane, span, now)) {
		if (!isVisiting(stay) || stay.docking >= until) continue;
		const from = Math.max(stay.docking, span.from) as Instant;
		const to = Math.min(endAt(stay, now), until) as Instant;
		const last = stretches.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to) as Instant;
		else if (to > from) stretches.push({ from, to });
	}
	return stretches;
}

/** Share of `span` up to `now` in which the port was occupied; undefined when none of it has passed. */
export function occupiedShare(lane: Lane, span: Span, now: Instant): number | undefined {
	const until = Math.min(span.to, now);
	if (until <= span.from) return undefined;
	const occupiedMs = occupiedMsBefore(lane, until) - occupiedMsBefore(lane, span.from);
	return occupiedMs / (until - span.from);
}

/** What a port is like at `at`: the craft there, or since when it is empty. */
export interface PortStatus {
	/** Visiting craft docked, by docking. */
	readonly docked: readonly BareStay[];
	/** When the last stay ended, of a craft or a module; undefined while one lasts or before the first. */
	readonly emptySince?: Instant;
	readonly emptySincePrecision?: Precision;
	/** A module is docked at it: neither occupied by a craft nor empty. */
	readonly holdsModule: boolean;
	/** When the module that carries the port left, if it has. */
	readonly goneSince?: Instant;
}

/** The status of one port at `at`. */
export function portStatus(lane: Lane, at: Instant): PortStatus {
	const present = laneStaysAt(lane, at);
	const docked = present.filter(isVisiting);
	const end = portEnd(lane.port.id);
	const status = {
		docked,
		holdsModule: present.length > docked.length,
		...(end !== undefined && end <= at && { goneSince: end })
	};
	const last = present.length ? undefined : lastToLeave(lane, at, () => true);
	if (!last) return status;
	return {
		...status,
		emptySince: endAt(last, at),
		emptySincePrecision: last.departurePrecision
	};
}

/**
 * What left last by `at`, or is still there, of the stays that pass `test`: of visiting craft, unless
 * another is given. It is not always the last that came.
 */
export function lastToLeave(
	lane: Lane,
	at: Instant,
	test: (stay: BareStay) => boolean = isVisiting
): BareStay | undefined {
	const last = lastStayBefore(lane, at, test);
	if (!last) return undefined;
	const longer = laneStaysEndingAfter(lane, endAt(last, at), at).filter(test);
	return greatest([last, ...longer], (stay) => endAt(stay, at));
}
