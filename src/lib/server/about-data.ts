import { oddityKinds, odditiesOf, type Oddity, type OddityKind } from '../docking/oddities.ts';
import type { Stay } from '../docking/stay.ts';
import { formatDate, formatDays, formatDuration, formatMomentPlain } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Snapshot } from './snapshot.ts';

/** One finding in words, with the events that it is about. */
export interface FindingLine {
	readonly eventIds: readonly number[];
	/** `Cygnus NG-11 and Progress MS-12 at Zvezda aft, International Space Station`. */
	readonly who: string;
	readonly what: string;
}

/** All findings of a kind; `lines` are the newest of `count`. */
export interface Findings {
	readonly kind: OddityKind;
	readonly count: number;
	readonly lines: readonly FindingLine[];
}

export interface AboutData {
	readonly events: number;
	/** Documents that came and could not be read. */
	readonly unreadable: number;
	readonly stations: readonly { readonly id: number; readonly name: string }[];
	/** First docking; undefined when there is none. */
	readonly since: Instant | undefined;
	readonly findings: readonly Findings[];
}

/** So many of a kind are listed; the rest is counted. */
const mostLines = 40;

/** What `/about` says of the data that are shown. */
export function aboutData({ catalogue, events, unreadable }: Snapshot, now: Instant): AboutData {
	const found = odditiesOf(catalogue, now);
	const stations = [...catalogue.hosts.values()].flatMap(({ stationId, name }) =>
		stationId === undefined ? [] : [{ id: stationId, name }]
	);
	return {
		events,
		unreadable,
		stations: stations.sort((a, b) => a.name.localeCompare(b.name, 'en')),
		since: catalogue.extent?.from,
		findings: oddityKinds.map((kind) => {
			const own = found.filter((oddity) => oddity.kind === kind);
			const lines = own.slice(0, mostLines).map((oddity) => lineOf(oddity, catalogue, now));
			return { kind, count: own.length, lines };
		})
	};
}

function lineOf(oddity: Oddity<Stay>, { hosts }: Snapshot['catalogue'], now: Instant): FindingLine {
	const { kind, port, stays } = oddity;
	const host = hosts.get(port.hostKey)?.name ?? 'a host not named';
	const place = port.name === host ? host : `${port.name}, ${host}`;
	if (kind === 'listed-twice') {
		const others = port.aliases.map(({ id, name }) => `${id}, “${name}”`).join('; ');
		const what = `ids ${port.id} and ${others}; newest event of ${stays.length}`;
		return { eventIds: [stays.at(-1)!.id], who: place, what };
	}
	const who = `${stays.map(({ craft }) => craft).join(' and ')} at ${place}`;
	return { eventIds: stays.map(({ id }) => id), who, what: whatOf(oddity, stays[0]!, now) };
}

function whatOf({ kind, stays, overlapMs = 0 }: Oddity<Stay>, stay: Stay, now: Instant): string {
	const docked = `docked ${formatMomentPlain(stay.docking, stay.dockingPrecision)}`;
	if (kind === 'overlap') {
		const later = stays[1]!;
		return `both for ${formatDuration(overlapMs)} from ${formatDate(later.docking)}`;
	}
	if (kind === 'backwards') return `${docked}, and departed no later`;
	if (kind === 'overlong')
		return `${docked}, and not departed after ${formatDays(now - stay.docking)}`;
	if (kind === 'departure-unknown') return `${docked}; gone by ${formatDate(stay.lostAt!)}`;
	return docked;
}
