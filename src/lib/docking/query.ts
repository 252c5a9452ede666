import { bisector } from 'd3';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { Catalogue } from './catalogue.ts';
import { endingAfter } from './end-index.ts';
import type { Atlas, Lane } from './lane.ts';
import { isDockedAt, isInSpan } from './state.ts';
import type { BareStay, Kind, Stay } from './stay.ts';

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

const byDocking = bisector((stay: BareStay) => stay.docking);

/** The stays of one lane that a view of `span` shows, by docking; touches only those near it. */
export function laneStaysIn<S extends BareStay>(lane: Lane<S>, span: Span, now: Instant): S[] {
	const first = byDocking.left(lane.stays, span.from);
	const last = byDocking.left(lane.stays, span.to);
	const before = endingAfter(lane.ends, span.from, first).map((index) => lane.stays[index]!);
	return [...before, ...lane.stays.slice(first, last)].filter((stay) => isInSpan(stay, span, now));
}

/** True when a view of `span` shows a stay of the lane that passes `test`; the latest are asked first. */
export function someStayIn<S extends BareStay>(
	lane: Lane<S>,
	span: Span,
	now: Instant,
	test: StayTest<S>
): boolean {
	const first = byDocking.left(lane.stays, span.from);
	for (let index = byDocking.left(lane.stays, span.to) - 1; index >= first; index--)
		if (test(lane.stays[index]!)) return true;
	return endingAfter(lane.ends, span.from, first)
		.map((index) => lane.stays[index]!)
		.some((stay) => isInSpan(stay, span, now) && test(stay));
}

/** The stays of one lane that docked at or before `at` and end after `after`, by docking. */
export function laneStaysEndingAfter<S extends BareStay>(
	lane: Lane<S>,
	after: Instant,
	at: Instant
): S[] {
	const last = byDocking.right(lane.stays, at);
	return endingAfter(lane.ends, after, last).map((index) => lane.stays[index]!);
}

/** The last stay of `lane` that docked at or before `at` and passes `test`; undefined if none. */
export function lastStayBefore<S extends BareStay>(
	lane: Lane<S>,
	at: Instant,
	test: StayTest<S>
): S | undefined {
	for (let index = byDocking.right(lane.stays, at) - 1; index >= 0; index--) {
		const stay = lane.stays[index]!;
		if (test(stay)) return stay;
	}
	return undefined;
}

/** The first stay of `lane` that docks at `at` or later and passes `test`; undefined if none. */
export function firstStayFrom<S extends BareStay>(
	lane: Lane<S>,
	at: Instant,
	test: StayTest<S>
): S | undefined {
	for (let index = byDocking.left(lane.stays, at); index < lane.stays.length; index++) {
		const stay = lane.stays[index]!;
		if (test(stay)) return stay;
	}
	return undefined;
}

/** The stays of one lane docked at `at`, by docking. */
export function laneStaysAt<S extends BareStay>(lane: Lane<S>, at: Instant): S[] {
	return laneStaysEndingAfter(lane, at, at).filter((stay) => isDockedAt(stay, at));
}

/** True for a stay that is asked for. */
export type StayTest<S extends BareStay = BareStay> = (stay: S) => boolean;

/** A test for the parts of `filter` that look at the stay alone, places aside. */
export function stayTest(catalogue: Catalogue, filter: StayFilter, now: Instant): StayTest<Stay> {
	const isRight = bareTest(filter, now);
	const says = wordsTest(catalogue, filter);
	return (stay) => isRight(stay) && says(stay);
}

/** A test for what `filter` asks of a stay's kind and time. */
export function bareTest({ kinds, isDockedNow }: StayFilter, now: Instant): StayTest {
	return (stay) =>
		(!kinds.length || kinds.includes(stay.kind)) && (!isDockedNow || isDockedAt(stay, now));
}

/** A test for what `filter` asks of a stay's agency and words. */
export function wordsTest(catalogue: Catalogue, filter: StayFilter): StayTest<Stay> {
	const agencies = new Set(filter.agencies);
	const terms = filter.text
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	return (stay) =>
		(!agencies.size || (stay.agency !== undefined && agencies.has(stay.agency.id))) &&
		(!terms.length || holdsAll(catalogue.searchText.get(stay.id) ?? '', terms));
}

/** The lanes that `filter` names by station and port; without either, all of them. */
export function lanesOf<S extends BareStay>(atlas: Atlas<S>, filter: StayFilter): Lane<S>[] {
	const stations = new Set(filter.stations);
	const ports = new Set(filter.ports);
	return [...atlas.lanes.values()].filter((lane) => {
		const stationId = atlas.hosts.get(lane.port.hostKey)?.stationId ?? 'other';
		return (!stations.size || stations.has(stationId)) && (!ports.size || ports.has(lane.port.id));
	});
}

/** Every stay of `lanes` that passes `test` and that a view of `span` shows, by docking, then id. */
export function queryStays<S extends BareStay>(
	lanes: readonly Lane<S>[],
	test: StayTest<S>,
	span: Span,
	now: Instant
): S[] {
	return lanes
		.flatMap((lane) => laneStaysIn(lane, span, now).filter(test))
		.sort((a, b) => a.docking - b.docking || a.id - b.id);
}

function holdsAll(text: string, terms: readonly string[]): boolean {
	return terms.every((term) => text.includes(term));
}
