import { greatest } from 'd3';
import type { Catalogue } from '../docking/catalogue.ts';
import {
	lanesOf,
	laneStaysAt,
	stayTest,
	type StayFilter,
	type StayTest
} from '../docking/query.ts';
import type { Stay } from '../docking/stay.ts';
import { agencyLabel } from '../docking/stay-text.ts';
import { isPortInUse } from '../docking/occupancy.ts';
import { endAt, isDepartureUnknown, isVisiting, stateAt } from '../docking/state.ts';
import { formatDate } from '../time/format.ts';
import { noStation } from './view-span.ts';
import type { Instant } from '../time/instant.ts';

/** What the title counts: craft docked at each place, the places in order. */
export interface DockedCount {
	/** `the International Space Station`; with its ports, where a reader asked for ports. */
	readonly place: string;
	readonly count: number;
}

/** The instant that the title speaks of. */
export interface TitleMoment {
	readonly at: Instant;
	/** False when the sentence must name its date: a frozen clock, or data older than now. */
	readonly isNow: boolean;
}

const numberWords = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * The page's title: a sentence that answers who is docked. True for the filters and the instant;
 * modules count only when they are asked for by kind.
 */
export function titleOf(catalogue: Catalogue, filter: StayFilter, moment: TitleMoment): string {
	const over = titleOfGone(catalogue, filter, moment.at);
	if (over) return over;
	const counts = dockedCounts(catalogue, filter, moment.at);
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	const noun = nounOf(catalogue, filter, total);
	const places = counts.filter(({ count }) => count > 0);
	const subject = `${numberWord(total)} ${noun}`;
	const verb = verbOf(total > 1 || (total === 0 && isOfModules(filter)), moment);
	const start = moment.isNow ? capital(subject) : `On ${formatDate(moment.at)}, ${subject}`;
	if (!total) return `${start} ${verb} docked${whereNot(filter, counts)}`;
	if (places.length === 1) return `${start} ${verb} docked at ${places[0]!.place}`;
	const list = places.map(({ place, count }) => `${numberWord(count)} at ${place}`).join(', ');
	return `${start} ${verb} docked: ${list}`;
}

/** “No craft” is one; “no modules” are many. */
function verbOf(isPlural: boolean, { isNow }: Pick<TitleMoment, 'isNow'>): string {
	if (isNow) return isPlural ? 'are' : 'is';
	return isPlural ? 'were' : 'was';
}

/** After so many places that nothing is docked at, their number says more than their names. */
const mostNamed = 4;

function whereNot(filter: StayFilter, counts: readonly DockedCount[]): string {
	if (counts.length > mostNamed) return ` at any of ${numberWord(counts.length)} places`;
	const names = counts.map(({ place }) => place);
	if (names.length) return ` at ${joined(names, 'or')}`;
	const isAsked = filter.ports.length > 0 || filter.stations.some((id) => id !== noStation);
	return isAsked ? ' at the place asked for: nothing is known of it here' : '';
}

/** For one station that is gone, the end of its story, or of what is asked for, instead of a bare no. */
function titleOfGone(catalogue: Catalogue, filter: StayFilter, at: Instant): string | undefined {
	const [stationId, ...others] = filter.stations;
	if (typeof stationId !== 'number' || others.length) return undefined;
	if (filter.ports.length || filter.isDockedNow) return undefined;
	const key = `station:${stationId}`;
	const lanes = catalogue.lanesByHost.get(key) ?? [];
	const stays = lanes.flatMap((lane) => lane.stays);
	if (stays.some((stay) => isVisiting(stay) && stateAt(stay, at) !== 'departed')) return undefined;
	if (lanes.some((lane) => isPortInUse(lane, at))) return undefined;
	const last = greatest(
		stays
			.filter(countedBy(catalogue, filter, at))
			.filter((stay) => stateAt(stay, at) === 'departed'),
		(stay) => endAt(stay, at)
	);
	if (!last) return undefined;
	const name = inSentence(catalogue.hosts.get(key)?.name ?? key);
	const end = `${isDepartureUnknown(last, at) ? 'by' : 'on'} ${formatDate(endAt(last, at))}`;
	const { kinds, agencies, text } = filter;
	if (!kinds.length && !agencies.length && !text)
		return `No craft is docked at ${name}: its last stay ended ${end}`;
	const verb = verbOf(isOfModules(filter), { isNow: true });
	return `No ${nounOf(catalogue, filter, 0)} ${verb} docked at ${name}: the last left ${end}`;
}

/** A test for the stays that a title counts: modules only where they are asked for by kind. */
function countedBy(catalogue: Catalogue, filter: StayFilter, at: Instant): StayTest<Stay> {
	const test = stayTest(catalogue, { ...filter, isDockedNow: false }, at);
	return (stay) => test(stay) && (filter.kinds.includes('module') || isVisiting(stay));
}

/** How many craft that pass `filter` are docked at each of its hosts at `at`, the most first. */
export function dockedCounts(catalogue: Catalogue, filter: StayFilter, at: Instant): DockedCount[] {
	const isCounted = countedBy(catalogue, filter, at);
	const counts = new Map<string, number>();
	for (const lane of lanesOf(catalogue, filter)) {
		const docked = laneStaysAt(lane, at).filter(isCounted);
		const key = lane.port.hostKey;
		counts.set(key, (counts.get(key) ?? 0) + docked.length);
	}
	const size = (key: string) => catalogue.lanesByHost.get(key)?.length ?? 0;
	return [...counts]
		.sort(([a, countA], [b, countB]) => countB - countA || size(b) - size(a))
		.map(([key, count]) => ({ place: placeName(catalogue, filter, key), count }));
}

function placeName(catalogue: Catalogue, filter: StayFilter, key: string): string {
	const name = catalogue.hosts.get(key)?.name ?? key;
	const ports = (catalogue.lanesByHost.get(key) ?? [])
		.map((lane) => lane.port)
		.filter((port) => filter.ports.includes(port.id));
	const [port, ...others] = ports;
	if (!port || port.name === name) return inSentence(name);
	const part = others.length ? `${numberWord(ports.length)} ports` : port.name;
	return `${part} of ${inSentence(name)}`;
}

/** `seven`; figures above twelve. */
export function numberWord(count: number): string {
	return numberWords[count] ?? String(count);
}

/** `a, b and c`. */
export function joined(parts: readonly string[], word: 'and' | 'or' = 'and'): string {
	if (parts.length < 2) return parts[0] ?? '';
	return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** With the article that running text needs: `the International Space Station`. */
function inSentence(name: string): string {
	return /\b(space )?station$/i.test(name) ? `the ${name}` : name;
}

function nounOf(catalogue: Catalogue, filter: StayFilter, count: number): string {
	const { kinds, agencies, text } = filter;
	const onlyModules = isOfModules(filter);
	const base = onlyModules ? (count === 1 ? 'module' : 'modules') : 'craft';
	const ofKind = kinds.length && !onlyModules ? `${joined(kinds, 'or')} ` : '';
	const names = catalogue.agencies.filter(({ id }) => agencies.includes(id));
	const ofAgency = names.length ? `${joined(names.map(agencyLabel), 'or')} ` : '';
	const matching = text ? ` matching “${text}”` : '';
	const ofUnknown = agencies.length && !names.length ? ' of an agency not known here' : '';
	return `${ofAgency}${ofKind}${base}${ofUnknown}${matching}`;
}

function isOfModules({ kinds }: StayFilter): boolean {
	return kinds.length === 1 && kinds[0] === 'module';
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
