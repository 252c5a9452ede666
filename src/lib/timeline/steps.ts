import { leastIndex } from 'd3';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { endAt } from '../docking/state.ts';
import { itemKey, type LaneItem } from './lane-items.ts';
import type { Scene } from './scene.ts';

/** A lane as keys walk through it: its items by beginning. */
export interface WalkedLane {
	readonly portId: number;
	readonly hostKey: string;
	readonly items: readonly LaneItem[];
}

/** The lanes of `scene` with what it holds. */
export function walkedLanes({ groups }: Scene): WalkedLane[] {
	return groups.flatMap(({ host, lanes }) =>
		lanes.map(({ port, items }) => ({ portId: port.id, hostKey: host.key, items }))
	);
}

/** The item of a key, and where it is; undefined where `lanes` have none of that key. */
export function walkedItem(
	lanes: readonly WalkedLane[],
	key: string
): { readonly item: LaneItem; readonly portId: number } | undefined {
	for (const { portId, items } of lanes) {
		const item = items.find((one) => itemKey(one) === key);
		if (item) return { item, portId };
	}
	return undefined;
}

/** Where a key leads: along the lane, to a neighbouring lane, or to another station's lanes. */
export type Step =
	'earlier' | 'later' | 'first' | 'last' | 'up' | 'down' | 'station-up' | 'station-down';

/** The step that a key asks for. */
export const stepOfKey: Readonly<Record<string, Step>> = {
	ArrowLeft: 'earlier',
	ArrowRight: 'later',
	ArrowUp: 'up',
	ArrowDown: 'down',
	Home: 'first',
	End: 'last',
	PageUp: 'station-up',
	PageDown: 'station-down'
};

/** An item, and the instant by which the next lane is asked for what is near. */
export interface Place {
	readonly key: string;
	readonly at: Instant;
}

/**
 * The place that `step` leads to from `place`; undefined where nothing lies that way. Between lanes
 * it is what stands nearest in time, and lanes without anything are passed over.
 */
export function stepFrom(
	lanes: readonly WalkedLane[],
	place: Place,
	step: Step,
	now: Instant
): Place | undefined {
	const row = lanes.findIndex(({ items }) => items.some((item) => itemKey(item) === place.key));
	const lane = lanes[row];
	if (!lane) return undefined;
	const column = lane.items.findIndex((item) => itemKey(item) === place.key);
	switch (step) {
		case 'earlier':
			return placeOf(lane.items[column - 1], now);
		case 'later':
			return placeOf(lane.items[column + 1], now);
		case 'first':
			return placeOf(lane.items[0], now);
		case 'last':
			return placeOf(lane.items.at(-1), now);
		default: {
			const others = step.endsWith('up') ? lanes.slice(0, row).reverse() : lanes.slice(row + 1);
			const isFar = step.startsWith('station');
			const next = others.find(
				({ items, hostKey }) => items.length > 0 && !(isFar && hostKey === lane.hostKey)
			);
			return next && nearestIn(next, place.at, now);
		}
	}
}

/** The item of a lane that stands nearest to `at`; its place keeps that instant, so that a walk up and down comes back. */
export function nearestIn({ items }: WalkedLane, at: Instant, now: Instant): Place | undefined {
	const index = leastIndex(items, (item) => distance(itemSpan(item, now), at));
	const item = items[index ?? -1];
	return item && { key: itemKey(item), at };
}

/** From where to where an item stands, as far as is known. */
export function itemSpan(item: LaneItem, now: Instant): Span {
	if (item.type === 'run') return item.span;
	return { from: item.stay.docking, to: endAt(item.stay, now) };
}

function placeOf(item: LaneItem | undefined, now: Instant): Place | undefined {
	if (!item) return undefined;
	const { from, to } = itemSpan(item, now);
	return { key: itemKey(item), at: ((from + to) / 2) as Instant };
}

function distance({ from, to }: Span, at: Instant): number {
	return at < from ? from - at : at > to ? at - to : 0;
}
