import { least, rollup } from 'd3';
import type { Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import { utc } from '../time/zone.ts';
import type { Lane } from './lane.ts';
import { dockedSteps } from './occupancy.ts';
import { lengthBy, longestStay } from './port-facts.ts';
import { isVisiting, stateAt } from './state.ts';
import { kinds, type Agency, type BareStay, type Kind, type Stay } from './stay.ts';

/** The stays at a station in numbers, as known at an instant; planned ones are not among them. */
export interface StationHistory<S extends BareStay = BareStay> {
	/** In the kinds' own order; a kind that never came is left out. */
	readonly kinds: readonly KindCount[];
	/** Every calendar year (UTC) from the first docking to the last, or to now while in use. */
	readonly years: readonly YearCount[];
	/** Of visiting craft; the longest may still go on. */
	readonly longest?: S;
	/** Of visiting craft that have left; both ends known better than to the day. */
	readonly shortest?: S;
	readonly busiest?: BusiestDay;
	/** Visiting craft, each flight once however often it docked; and modules. */
	readonly craftCount: number;
	readonly moduleCount: number;
	/** By stays, most first, then by name. */
	readonly agencies: readonly AgencyCount[];
	/** Stays of which no agency is told. */
	readonly stayCountWithoutAgency: number;
}

export interface KindCount {
	readonly kind: Kind;
	readonly stays: number;
}

export interface YearCount {
	readonly year: number;
	/** Stays that began in the year. */
	readonly stays: number;
	/** For the kinds of the history, in their order. */
	readonly byKind: readonly number[];
}

/** Most visiting craft docked at once. */
export interface BusiestDay {
	readonly craft: number;
	/** Midnight (UTC) of the first day that had so many. */
	readonly first: Instant;
	/** How many days (UTC) had so many at some time. */
	readonly days: number;
}

export interface AgencyCount {
	readonly agency: Agency;
	readonly stays: number;
}

/** The history of `lanes` as known at `at`; while `isInUse` its years go on to that of `at`. */
export function stationHistory(
	lanes: readonly Lane<Stay>[],
	at: Instant,
	isInUse: boolean
): StationHistory<Stay> {
	const stays = lanes
		.flatMap((lane) => lane.stays)
		.filter((stay) => stay.docking <= at)
		.sort((a, b) => a.docking - b.docking || a.id - b.id);
	const visits = stays.filter(isVisiting);
	const counted = kindCounts(stays);
	const longest = longestStay(visits, at);
	const shortest = shortestStay(visits, at);
	const busiest = busiestDay(lanes, at);
	const craft = (some: readonly Stay[]) => new Set(some.map((stay) => stay.craftKey)).size;
	return {
		kinds: counted,
		years: yearCounts(stays, counted, isInUse ? at : undefined),
		...(longest && { longest }),
		...(shortest && { shortest }),
		...(busiest && { busiest }),
		craftCount: craft(visits),
		moduleCount: craft(stays.filter((stay) => !isVisiting(stay))),
		agencies: agencyCounts(stays),
		stayCountWithoutAgency: stays.filter((stay) => !stay.agency).length
	};
}

function kindCounts(stays: readonly BareStay[]): KindCount[] {
	const counts = rollup(
		stays,
		(own) => own.length,
		(stay) => stay.kind
	);
	return kinds.flatMap((kind) => {
		const count = counts.get(kind);
		return count ? [{ kind, stays: count }] : [];
	});
}

function yearCounts(
	stays: readonly BareStay[],
	counted: readonly KindCount[],
	until: Instant | undefined
): YearCount[] {
	const first = stays[0];
	const last = stays.at(-1);
	if (!first || !last) return [];
	const yearOf = (at: Instant) => utc(at).getFullYear();
	const byYear = Map.groupBy(stays, (stay) => yearOf(stay.docking));
	const years: YearCount[] = [];
	for (let year = yearOf(first.docking); year <= yearOf(until ?? last.docking); year++) {
		const own = byYear.get(year) ?? [];
		const byKind = counted.map(({ kind }) => own.filter((stay) => stay.kind === kind).length);
		years.push({ year, stays: own.length, byKind });
	}
	return years;
}

function shortestStay<S extends BareStay>(visits: readonly S[], at: Instant): S | undefined {
	const measured = visits.filter(
		(stay) =>
			stay.departure !== undefined &&
			stay.departure > stay.docking &&
			stateAt(stay, at) === 'departed' &&
			stay.dockingPrecision === 'instant' &&
			stay.departurePrecision === 'instant'
	);
	return least(measured, (stay) => lengthBy(stay, at));
}

/** The busiest day of `lanes` up to `at`; undefined when no visiting craft was there. */
export function busiestDay(lanes: readonly Lane[], at: Instant): BusiestDay | undefined {
	const from = Math.min(at, ...lanes.map((lane) => lane.stays[0]?.docking ?? at)) as Instant;
	const steps = dockedSteps(lanes, { from, to: at }, at);
	const craft = Math.max(...steps.map((step) => step.count));
	if (craft === 0) return undefined;
	let first: number | undefined;
	let days = 0;
	let counted = -Infinity;
	for (const [index, step] of steps.entries()) {
		if (step.count !== craft) continue;
		const day = Math.floor(step.at / dayMs);
		const last = Math.floor(((steps[index + 1]?.at ?? at) - 1) / dayMs);
		first ??= day;
		days += Math.max(0, last - Math.max(day, counted + 1) + 1);
		counted = last;
	}
	return { craft, first: (first! * dayMs) as Instant, days };
}

function agencyCounts(stays: readonly Stay[]): AgencyCount[] {
	const named = stays.filter((stay) => stay.agency);
	return [...Map.groupBy(named, (stay) => stay.agency!.id).values()]
		.map((own) => ({ agency: own[0]!.agency!, stays: own.length }))
		.sort((a, b) => b.stays - a.stays || a.agency.name.localeCompare(b.agency.name, 'en'));
}
