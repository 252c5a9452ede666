import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { BareStay, Kind } from '../docking/stay.ts';

/** What stands in a lane: one stay, or a run of short ones that melt together. */
export type LaneItem = StayItem | Run;

export interface StayItem {
	readonly type: 'stay';
	readonly stay: BareStay;
	/** 0 unless stays overlap at the port. */
	readonly subLane: number;
	/** Where a plan without departure is drawn to: the next docking at its port; undefined: on. */
	readonly plannedEnd?: Instant;
}

/** Short stays so close to each other that they are told as one. */
export interface Run {
	readonly type: 'run';
	readonly count: number;
	readonly counts: Readonly<Record<Kind, number>>;
	/** The kind of most of them. */
	readonly kind: Kind;
	readonly subLane: number;
	readonly firstId: number;
	readonly lastId: number;
	/** From the first docking to the last departure. */
	readonly span: Span;
}

/** What identifies an item for as long as it is the same. */
export function itemKey(item: LaneItem): string {
	return item.type === 'stay' ? `s${item.stay.id}` : `r${item.firstId}-${item.lastId}`;
}
