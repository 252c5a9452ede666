import type { Atlas } from '../docking/lane.ts';
import { lanesOf, queryStays, type StayFilter, type StayTest } from '../docking/query.ts';
import type { BareStay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
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
	readonly test: StayTest<S>;
	readonly span: Span;
	readonly now: Instant;
}

/**
 * Stays that match at stations that are not shown, the most first. Only where a reader asked for
 * something, a search, a kind, an agency or a span, and for no place.
 */
export function elsewhereOf<S extends BareStay>(
	atlas: Atlas<S>,
	{ view, placed, test, span, now }: ElsewhereQuery<S>
): Elsewhere[] {
	const asked = view.filter;
	const hasAskedSpan = view.from !== undefined || view.to !== undefined;
	const hasAsked = asked.text || asked.kinds.length || asked.agencies.length || hasAskedSpan;
	if (!hasAsked || asked.stations.length || asked.ports.length) return [];
	const counts = new Map<number | 'other', number>();
	for (const stay of queryStays(lanesOf(atlas, asked), test, span, now)) {
		const id = stay.stationId ?? 'other';
		if (placed.stations.includes(id)) continue;
		counts.set(id, (counts.get(id) ?? 0) + 1);
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
