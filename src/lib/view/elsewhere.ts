import type { Atlas, Lane } from '../docking/lane.ts';
import { lanesOf, type StayFilter } from '../docking/query.ts';
import type { BareStay } from '../docking/stay.ts';
import type { View } from './view.ts';

/** A place that is not shown, and how many stays that match it has in the span. */
export interface Elsewhere {
	readonly id: number | 'other';
	readonly name: string;
	readonly stays: number;
}

/** What a view is held against. */
export interface ElsewhereQuery<S extends BareStay> {
	readonly view: View;
	/** The view's filter with its default made explicit. */
	readonly placed: StayFilter;
	/** How many stays of a lane match and stand in the span. */
	readonly countIn: (lane: Lane<S>) => number;
}

/**
 * Stays that match at stations that are not shown, the most first. Only where a reader asked for
 * something, a search, a kind, an agency or a span, and for no place.
 */
export function elsewhereOf<S extends BareStay>(
	atlas: Atlas<S>,
	{ view, placed, countIn }: ElsewhereQuery<S>
): Elsewhere[] {
	const asked = view.filter;
	const hasAskedSpan = view.from !== undefined || view.to !== undefined;
	const hasAsked = asked.text || asked.kinds.length || asked.agencies.length || hasAskedSpan;
	if (!hasAsked || asked.stations.length || asked.ports.length) return [];
	const counts = new Map<number | 'other', number>();
	for (const lane of lanesOf(atlas, asked)) {
		const id = atlas.hosts.get(lane.port.hostKey)?.stationId ?? 'other';
		const count = placed.stations.includes(id) ? 0 : countIn(lane);
		if (count) counts.set(id, (counts.get(id) ?? 0) + count);
	}
	return [...counts]
		.map(([id, stays]) => ({ id, name: placeName(atlas, id), stays }))
		.sort((a, b) => b.stays - a.stays);
}

function placeName(atlas: Atlas, id: number | 'other'): string {
	return id === 'other'
		? 'craft that are no station'
		: (atlas.hosts.get(`station:${id}`)?.name ?? '');
}
