import { oddityKinds, odditiesOf, type Oddity, type OddityKind } from '../docking/oddities.ts';
import { isDockedAt } from '../docking/state.ts';
import { placeText } from '../docking/stay-text.ts';
import type { Stay } from '../docking/stay.ts';
import { formatDate, formatDays, formatDuration, formatMomentPlain } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { sampleCredits, sourceAddresses } from './archive/sample/credits.ts';
import { linkedText, type TextPiece } from './linked-text.ts';
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

/** What is known to be odd about Launch Library 2's live data, whatever is shown. */
export const knownOddities = [
	'changes-untold',
	'listed-twice',
	'modules-stay',
	'departure-never-entered'
] as const;

/** A known oddity, and how much of it is in the data that are shown: 0 where they have not got it. */
export interface KnownOddity {
	readonly kind: (typeof knownOddities)[number];
	/** Ports, modules or departures; undefined of what is no matter of documents. */
	readonly count: number | undefined;
}

export interface AboutData {
	readonly events: number;
	/** Documents that came and could not be read. */
	readonly unreadable: number;
	readonly stations: readonly { readonly id: number; readonly name: string }[];
	/** First docking; undefined when there is none. */
	readonly since: Instant | undefined;
	readonly findings: readonly Findings[];
	readonly known: readonly KnownOddity[];
	/** Whose facts the sample is, with addresses; empty for live data. */
	readonly sources: readonly (readonly TextPiece[])[];
}

/** So many of a kind are listed; the rest is counted. */
const mostLines = 40;

/** What `/about` says of the data that are shown. */
export function aboutData(snapshot: Snapshot, now: Instant): AboutData {
	const { catalogue, events, unreadable, source } = snapshot;
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
		}),
		known: knownIn(catalogue, found, now),
		sources: source === 'sample' ? sampleSources() : []
	};
}

function knownIn(
	{ stays }: Snapshot['catalogue'],
	found: readonly Oddity<Stay>[],
	now: Instant
): KnownOddity[] {
	const foundOf = (...kinds: OddityKind[]) =>
		found.filter(({ kind }) => kinds.includes(kind)).length;
	const modules = stays.filter((stay) => stay.kind === 'module' && isDockedAt(stay, now));
	const counts: Record<KnownOddity['kind'], number | undefined> = {
		'changes-untold': undefined,
		'listed-twice': foundOf('listed-twice'),
		'modules-stay': modules.filter(({ departure }) => departure === undefined).length,
		'departure-never-entered': foundOf('departure-unknown', 'overlong')
	};
	return knownOddities.map((kind) => ({ kind, count: counts[kind] }));
}

function sampleSources() {
	return sampleCredits.map(({ name, detail }) => linkedText(`${name}: ${detail}`, sourceAddresses));
}

function lineOf(oddity: Oddity<Stay>, { hosts }: Snapshot['catalogue'], now: Instant): FindingLine {
	const { kind, port, stays } = oddity;
	const host = hosts.get(port.hostKey)?.name ?? 'a host not named';
	const place = placeText(port.name, host);
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
