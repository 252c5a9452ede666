import { everyStay, type StayFilter } from '../docking/query.ts';
import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';
import type { LaneOrder } from '../timeline/scene.ts';

export type Theme = 'light' | 'dark' | 'auto';
export const themes: readonly Theme[] = ['light', 'dark', 'auto'];

/** The columns that the table can be sorted by; a minus before one turns it round. */
export const sortColumns = [
	'craft',
	'kind',
	'station',
	'port',
	'agency',
	'docking',
	'departure',
	'duration'
] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
	readonly column: SortColumn;
	readonly isDescending: boolean;
}

/** Every choice that a person makes on `/`; what is undefined was not chosen. */
export interface View {
	readonly filter: StayFilter;
	readonly from?: Instant;
	/** Exclusive. */
	readonly to?: Instant;
	/** Freezes the clock. */
	readonly now?: Instant;
	readonly theme: Theme;
	/** `local` is the reader's own zone, which the server writes as UTC. */
	readonly zone: Zone | 'local';
	readonly sort: Sort;
	readonly order: LaneOrder;
	readonly collapsed: readonly number[];
	readonly mode: 'timeline' | 'table';
	readonly ports: 'used' | 'all';
}

/** The view of `/` without a query. */
export const defaultView: View = {
	filter: everyStay,
	theme: 'auto',
	zone: 'UTC',
	sort: { column: 'docking', isDescending: true },
	order: 'front',
	collapsed: [],
	mode: 'timeline',
	ports: 'used'
};

/** What `view` keeps on a page that shows something else: the stopped clock, theme and zone. */
export function keptOf({ now, theme, zone }: View): View {
	return { ...defaultView, ...(now !== undefined && { now }), theme, zone };
}
