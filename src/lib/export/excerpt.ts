import type { Catalogue } from '../docking/catalogue.ts';
import { lanesOf, queryStays, stayTest } from '../docking/query.ts';
import type { Stay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import { placedFilter, viewSpan } from '../view/view-span.ts';
import type { View } from '../view/view.ts';

/** Where stays are: what their ports and hosts are called. */
export type Places = Pick<Catalogue, 'lanes' | 'hosts'>;

/** The stays of a view, and what is told of them as a whole. */
export interface Excerpt {
	readonly places: Places;
	/** By docking, then id; read once, one after the other. */
	readonly stays: Iterable<Stay>;
	/** The view's: what is planned, docked or departed is so at this instant. */
	readonly now: Instant;
	/** The data's own date. */
	readonly updated: Instant;
	readonly source: 'live' | 'stale' | 'sample';
	/** Who must be named beside the data; none for live data. */
	readonly credits: readonly { readonly name: string; readonly detail: string }[];
}

/** The stays that `/` counts for `view`, by docking, then id: also those on ports that it folds. */
export function viewStays(catalogue: Catalogue, view: View, now: Instant): Stay[] {
	const filter = placedFilter(catalogue, view.filter, now);
	const test = stayTest(catalogue, filter, now);
	return queryStays(lanesOf(catalogue, filter), test, viewSpan(catalogue, view, now), now);
}
