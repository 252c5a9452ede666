import { bisectLeft, greatest, max } from 'd3';
import { endingAfter, indexEnds, type EndIndex } from '../docking/end-index.ts';
import { endAt, isInSpan, stateAt } from '../docking/state.ts';
import { kinds, type BareStay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { LaneItem, Run } from './lane-items.ts';

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

/** Items by beginning: a position among the stays, or `~` a position among the runs. */
interface Level {
	readonly shortMs: number;
	readonly items: Int32Array;
	readonly froms: Float64Array;
	readonly ends: EndIndex;
	readonly runs: readonly Run[];
}

/** So many levels are kept: a reader who zooms in and out meets the same few again. */
const keptLevels = 4;

/**
 * The index of `stays`, which stand by docking, then id. Stays that overlap are given sub-lanes,
 * each the first that is free, once for all views: no bar changes its place when a view moves.
 */
export function indexLane(stays: readonly BareStay[], now: Instant): LaneIndex {
	const plannedEnds = stays.map((_, position) => stays[position + 1]?.docking);
	const ends = stays.map((stay, position) => drawnEnd(stay, plannedEnds[position], now));
	const subLanes = assignSubLanes(stays, ends);
	const levels: Level[] = [];
	const levelOf = (shortMs: number) => {
		const known = levels.find((level) => level.shortMs === shortMs);
		if (known) return known;
		const made = makeLevel(stays, subLanes, shortMs, now);
		levels.unshift(made);
		levels.length = Math.min(levels.length, keptLevels);
		return made;
	};
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

function makeLevel(
	stays: readonly BareStay[],
	subLanes: Uint8Array,
	shortMs: number,
	now: Instant
): Level {
	const items: { readonly item: number; readonly from: number; readonly to: number }[] = [];
	const runs: Run[] = [];
	const open = new Map<number, number[]>();
	const close = (subLane: number) => {
		const run = open.get(subLane) ?? [];
		open.delete(subLane);
		const [first] = run;
		if (first === undefined) return;
		if (run.length === 1) return void items.push(alone(first));
		const made = runOf(
			run.map((position) => stays[position]!),
			subLane
		);
		runs.push(made);
		items.push({ item: ~(runs.length - 1), ...made.span });
	};
	const alone = (position: number) => {
		const stay = stays[position]!;
		return { item: position, from: stay.docking, to: lastingEnd(stay) };
	};
	for (const [position, stay] of stays.entries()) {
		const subLane = subLanes[position]!;
		const last = open.get(subLane)?.at(-1);
		const isShort = isOver(stay, now) && lastingEnd(stay) - stay.docking < shortMs;
		const isNear = last !== undefined && stay.docking - lastingEnd(stays[last]!) < shortMs;
		if (!isShort || !isNear) close(subLane);
		if (!isShort) items.push(alone(position));
		else if (open.has(subLane)) open.get(subLane)!.push(position);
		else open.set(subLane, [position]);
	}
	for (const subLane of [...open.keys()]) close(subLane);
	items.sort((a, b) => a.from - b.from);
	return {
		shortMs,
		items: Int32Array.from(items, ({ item }) => item),
		froms: Float64Array.from(items, ({ from }) => from),
		ends: indexEnds(items.map(({ to }) => to)),
		runs
	};
}

/** The end that no clock moves; Infinity while there is none. */
function lastingEnd(stay: BareStay): number {
	return stay.departure ?? stay.lostAt ?? Infinity;
}

function isOver(stay: BareStay, now: Instant): boolean {
	return stateAt(stay, now) === 'departed';
}

function runOf(stays: readonly BareStay[], subLane: number): Run {
	const kind = greatest(kinds, (one) => stays.filter((stay) => stay.kind === one).length)!;
	return {
		type: 'run',
		count: stays.length,
		kind,
		subLane,
		firstId: stays[0]!.id,
		lastId: stays.at(-1)!.id,
		span: { from: stays[0]!.docking, to: max(stays, lastingEnd) as Instant }
	};
}
