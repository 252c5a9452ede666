import { sum } from 'd3';
import { buildLane, lifeOf, type Atlas, type Lane } from '../docking/lane.ts';
import { lanesOf, type StayFilter, type StayTest } from '../docking/query.ts';
import type { BareStay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { isFolded } from '../timeline/scene.ts';
import type { View } from './view.ts';
import { wholeLife } from './view-span.ts';

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
 * Stays that match at stations that are not shown, the most first; none where places were chosen
 * that are known.
 */
export function elsewhereOf<S extends BareStay>(
	atlas: Atlas<S>,
	{ view, placed, countIn }: ElsewhereQuery<S>
): Elsewhere[] {
	const { stations, ports } = view.filter;
	const isKnown = (id: number | 'other') => id === 'other' || atlas.hosts.has(`station:${id}`);
	if (stations.some(isKnown) || ports.some((id) => atlas.lanes.has(id))) return [];
	const asked = { ...view.filter, stations: [], ports: [] };
	const counts = new Map<number | 'other', number>();
	for (const lane of lanesOf(atlas, asked)) {
		const id = placeId(atlas, lane);
		const count = placed.stations.includes(id) ? 0 : countIn(lane);
		if (count) counts.set(id, (counts.get(id) ?? 0) + count);
	}
	return [...counts]
		.map(([id, stays]) => ({ id, name: placeName(atlas, id), stays }))
		.sort((a, b) => b.stays - a.stays);
}

function placeId({ hosts }: Atlas, { port }: Lane): number | 'other' {
	return hosts.get(port.hostKey)?.stationId ?? 'other';
}

function placeName(atlas: Atlas, id: number | 'other'): string {
	return id === 'other'
		? 'craft that are no station'
		: (atlas.hosts.get(`station:${id}`)?.name ?? '');
}

/** What matches at any time. */
export interface AtAnyTime {
	readonly stays: number;
	/** The view's places and dates that show all of it. */
	readonly places: readonly (number | 'other')[];
	readonly span: Span;
	/** All, where ports are among them that would be folded away. */
	readonly ports: View['ports'];
}

/** What matches `view` at the places that it asks for, whenever it was; undefined when nothing does. */
export function atAnyTime<S extends BareStay>(
	atlas: Atlas<S>,
	view: View,
	test: StayTest<S>,
	now: Instant
): AtAnyTime | undefined {
	const found = lanesOf(atlas, view.filter)
		.map((lane) => buildLane(lane.port, lane.stays.filter(test)))
		.filter((lane) => lane.stays.length > 0);
	const life = lifeOf(found, now);
	if (!life) return undefined;
	const hasPlaces = view.filter.stations.length > 0 || view.filter.ports.length > 0;
	const places = hasPlaces ? view.filter.stations : found.map((lane) => placeId(atlas, lane));
	const span = wholeLife(life);
	const query = { filter: view.filter, ports: view.ports, span, clock: { now, knownUntil: now } };
	const isSomeFolded = found.some(({ port, stays }) =>
		isFolded(atlas.lanes.get(port.id)!, stays.length, query)
	);
	return {
		stays: sum(found, (lane) => lane.stays.length),
		places: [...new Set(places)],
		span,
		ports: isSomeFolded ? 'all' : view.ports
	};
}
