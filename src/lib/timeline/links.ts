import { sum } from 'd3';
import { timeScale } from '../time/time-scale.ts';
import type { Span } from '../time/span.ts';
import type { Bar } from './bars.ts';

/** A relocation: one craft's way from a lane to another of the same station. */
export interface RelocationLink {
	readonly fromId: number;
	readonly toId: number;
	/** Shares of the plot: where it left, and where it docked again. */
	readonly x0: number;
	readonly x1: number;
	readonly from: LinkEnd;
	readonly to: LinkEnd;
}

/** The bar that a link begins or ends at. */
export interface LinkEnd {
	/** Index of the lane. */
	readonly lane: number;
	readonly subLane: number;
}

/** The relocations whose two bars the lanes of one station show. */
export function layoutLinks(
	lanes: readonly { readonly bars: readonly Bar[] }[],
	view: Span
): RelocationLink[] {
	const scale = timeScale(view);
	const places = new Map(
		lanes.flatMap(({ bars }, lane) =>
			bars.map(({ stay, subLane }) => [stay.id, { stay, end: { lane, subLane } }] as const)
		)
	);
	return [...places.values()].flatMap(({ stay, end }) => {
		const after = stay.movedToId === undefined ? undefined : places.get(stay.movedToId);
		if (!after || stay.departure === undefined || after.end.lane === end.lane) return [];
		const x0 = scale.share(stay.departure);
		const x1 = scale.share(after.stay.docking);
		if (x1 < 0 || x0 > 1) return [];
		return [{ fromId: stay.id, toId: after.stay.id, x0, x1, from: end, to: after.end }];
	});
}

/** The height of a lane's row: a head, and so much for each of its sub-lanes; in one unit. */
export interface RowHeight {
	readonly head: number;
	readonly lane: number;
}

/** The middle of the bar at `end`, as a share of the height of all rows of its station. */
export function linkEndY(
	end: LinkEnd,
	subLanes: readonly number[],
	{ head, lane }: RowHeight
): number {
	const heights = subLanes.map((lanes) => head + lane * lanes);
	return (sum(heights.slice(0, end.lane)) + head + lane * (end.subLane + 0.5)) / sum(heights);
}
