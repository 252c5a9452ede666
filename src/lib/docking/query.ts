import { bisector } from 'd3';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { Catalogue, Lane } from './catalogue.ts';
import { endingAfter } from './end-index.ts';
import { isDockedAt, isInSpan } from './state.ts';
import type { Kind, Stay } from './stay.ts';

/** Which stays a reader asks for; an empty list asks for all. */
export interface StayFilter {
	/** Launch Library 2 station ids, and `other` for hosts that are no station. */
	readonly stations: readonly (number | 'other')[];
	/** Port ids after the alias table. */
	readonly ports: readonly number[];
	readonly kinds: readonly Kind[];
	readonly agencies: readonly number[];
	/** Terms that must all occur, without regard to case; split on white space and commas. */
	readonly text: string;
	/** Only craft docked at `now`. */
	readonly isDockedNow: boolean;
}

/** The filter that lets every stay pass. */
export const everyStay: StayFilter = {
	stations: [],
	ports: [],
	kinds: [],
	agencies: [],
	text: '',
	isDockedNow: false
};

const byDocking = bisector((stay: Stay) => stay.docking);

/** The stays of one lane that a view of `span` shows, by docking; touches only those near it. */
export function laneStaysIn(lane: Lane, span: Span, now: Instant): Stay[] {
	const first = byDocking.left(lane.stays, span.from);
	const last = byDocking.left(lane.stays, span.to);
	const before = endingAfter(lane.ends, span.from, first).map((index) => lane.stays[index]!);
	return [...before, ...lane.stays.slice(first, last)].filter((stay) => isInSpan(stay, span, now));
}

/** The stays of one lane that docked at or before `at` and end after `after`, by docking. */
export function laneStaysEndingAfter(lane: Lane, after: Instant, at: Instant): Stay[] {
	const last = byDocking.right(lane.stays, at);
	return endingAfter(lane.ends, after, last).map((index) => lane.stays[index]!);
}

/** The last stay of `lane` that docked at or before `at` and passes `test`; undefined if none. */
export function lastStayBefore(
	lane: Lane,
	at: Instant,
	test: (stay: Stay) => boolean
): Stay | undefined {
	for (let index = byDocking.right(lane.stays, at) - 1; index >= 0; index--) {
		const stay = lane.stays[index]!;
		if (test(stay)) return stay;
	}
	return undefined;
}

/** The stays of one lane docked at `at`, by docking. */
export function laneStaysAt(lane: Lane, at: Instant): Stay[] {
	return laneStaysEndingAfter(lane, at, at).filter((stay) => isDockedAt(stay, at));
}

/** A test for the parts of `filter` that look at the stay alone, places aside. */
export function stayTest(
	catalogue: Catalogue,
	filter: StayFilter,
	now: Instant
): (stay: Stay) => boolean {
	const kinds = new Set(filter.kinds);
	const agencies = new Set(filter.agencies);
	const terms = filter.text
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	return (stay) =>
		(!kinds.size || kinds.has(stay.kind)) &&
		(!agencies.size || (stay.agency !== undefined && agencies.has(stay.agency.id))) &&
		(!filter.isDockedNow || isDockedAt(stay, now)) &&
		(!terms.length || holdsAll(catalogue.searchText.get(stay.id) ?? '', terms));
}

/** The lanes that `filter` names by station and port; without either, all of them. */
export function lanesOf(catalogue: Catalogue, filter: StayFilter): Lane[] {
	const stations = new Set(filter.stations);
	const ports = new Set(filter.ports);
	return [...catalogue.lanes.values()].filter((lane) => {
		const stationId = catalogue.hosts.get(lane.port.hostKey)?.stationId ?? 'other';
		return (!stations.size || stations.has(stationId)) && (!ports.size || ports.has(lane.port.id));
	});
}

/** Every stay that passes `filter` and that a view of `span` shows, by docking, then id. */
export function queryStays(
	catalogue: Catalogue,
	filter: StayFilter,
	span: Span,
	now: Instant
): Stay[] {
	const test = stayTest(catalogue, filter, now);
	return lanesOf(catalogue, filter)
		.flatMap((lane) => laneStaysIn(lane, span, now).filter(test))
		.sort((a, b) => a.docking - b.docking || a.id - b.id);
}

function holdsAll(text: string, terms: readonly string[]): boolean {
	return terms.every((term) => text.includes(term));
}
