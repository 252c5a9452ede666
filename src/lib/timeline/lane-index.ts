import { bisectLeft } from 'd3';
import { endingAfter } from '../docking/end-index.ts';
import { endAt, isInSpan, stateAt } from '../docking/state.ts';
import type { BareStay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { LaneItem } from './lane-items.ts';
import { createLevels, type Level } from './lane-levels.ts';

/** The stays of one lane, ready to be told for any span at any level of detail. */
export interface LaneIndex {
	/** The index holds until then: the next planned docking; undefined: for good. */
	readonly holdsUntil?: Instant;
	/**
	 * What a view of `span` shows at `now`, by beginning. Stays shorter than `shortMs` and less than
	 * that apart stand in runs; 0 keeps every stay alone. Touches only what lies near the span.
	 */
	itemsIn(span: Span, now: Instant, shortMs: number): LaneItem[];
	/** How many stays a view of `span` shows at `now`. */
	countStays(span: Span, now: Instant): number;
	/** How many items `itemsIn` would give, without making them; plans that began before count too. */
	countIn(span: Span, shortMs: number): number;
}

/**
 * The index of `stays`, which stand by docking, then id. Stays that overlap are given sub-lanes,
 * each the first that is free, once for all views: no bar changes its place when a view moves.
 */
export function indexLane(stays: readonly BareStay[], now: Instant): LaneIndex {
	const plannedEnds = stays.map((_, position) => stays[position + 1]?.docking);
	const ends = stays.map((stay, position) => drawnEnd(stay, plannedEnds[position], now));
	const subLanes = assignSubLanes(stays, ends);
	const levelOf = createLevels({ stays, subLanes, now });
	const holdsUntil = stays.find((stay) => stay.docking > now)?.docking;
	return {
		...(holdsUntil !== undefined && { holdsUntil }),
		itemsIn(span, at, shortMs) {
			const level = levelOf(shortMs);
			return positionsIn(level, span).flatMap((position): LaneItem[] => {
				const item = level.items[position]!;
				if (item < 0) return [level.runs[~item]!];
				const stay = stays[item]!;
				if (!isInSpan(stay, span, at)) return [];
				const plannedEnd = plannedEnds[item];
				const subLane = subLanes[item]!;
				return [{ type: 'stay', stay, subLane, ...(plannedEnd !== undefined && { plannedEnd }) }];
			});
		},
		countStays(span, at) {
			const level = levelOf(0);
			const first = bisectLeft(level.froms, span.from);
			const before = endingAfter(level.ends, span.from, first);
			const isShown = (position: number) => isInSpan(stays[level.items[position]!]!, span, at);
			return bisectLeft(level.froms, span.to) - first + before.filter(isShown).length;
		},
		countIn(span, shortMs) {
			const { froms, ends } = levelOf(shortMs);
			const first = bisectLeft(froms, span.from);
			const before = endingAfter(ends, span.from, first).length;
			return bisectLeft(froms, span.to) - first + before;
		}
	};
}

/** Where a stay's bar ends; one without length still needs its place. */
function drawnEnd(stay: BareStay, plannedEnd: Instant | undefined, now: Instant): number {
	const isOpenPlan = stateAt(stay, now) === 'planned' && stay.departure === undefined;
	const end = isOpenPlan ? (plannedEnd ?? Infinity) : endAt(stay, now);
	return Math.max(end, stay.docking + 1);
}

function assignSubLanes(stays: readonly BareStay[], ends: readonly number[]): Uint8Array {
	const freeFrom: number[] = [];
	return Uint8Array.from(stays, (stay, position) => {
		const free = freeFrom.findIndex((at) => at <= stay.docking);
		const subLane = free < 0 ? freeFrom.length : free;
		freeFrom[subLane] = ends[position]!;
		return Math.min(subLane, 255);
	});
}

/** Positions of the items of a level that meet `span`, ascending. */
function positionsIn({ froms, ends }: Level, span: Span): number[] {
	const first = bisectLeft(froms, span.from);
	const last = bisectLeft(froms, span.to);
	const positions = endingAfter(ends, span.from, first);
	for (let position = first; position < last; position++) positions.push(position);
	return positions;
}
