import {
	formatDate,
	formatDays,
	formatDuration,
	formatMoment,
	formatMomentPlain
} from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import { endAt, isDepartureUnknown, stateAt } from './state.ts';
import type { StayDetails } from './stay-details.ts';
import type { Agency, BareStay, Launch } from './stay.ts';

/** Until when data are known, and the instant that a reader sees. */
interface KnownClock {
	readonly now: Instant;
	readonly knownUntil: Instant;
}

/**
 * The accessible name of a stay: craft, port, docking and departure, how long. `Tianzhou-7 at
 * Tianhe aft, docked 17 Jan 2024 17:46 UTC, departed 10 Nov 2024 08:30 UTC, 297 d 14 h`. Of an open
 * stay it says when the data are older than a day: the craft may have left since.
 */
export function stayName(stay: BareStay, portName: string, clock: KnownClock): string {
	const { now, knownUntil } = clock;
	const place = `${stay.craft} at ${portName}`;
	const docked = `docked ${formatMomentPlain(stay.docking, stay.dockingPrecision)}`;
	const state = stateAt(stay, now);
	if (state === 'planned') return `${place}, planned for ${formatDate(stay.docking)}`;
	if (state === 'docked') {
		const plan =
			stay.departure === undefined
				? ''
				: `, departure planned for ${formatMomentPlain(stay.departure, stay.departurePrecision)}`;
		const isOld = now - knownUntil > dayMs && stay.docking <= knownUntil;
		const doubt = isOld ? `, unless it left after ${formatDate(knownUntil)}` : '';
		return `${place}, ${docked}, still docked, ${stayLength(stay, now)} so far${doubt}${plan}`;
	}
	if (isDepartureUnknown(stay, now)) return `${place}, ${docked}, departure unknown`;
	const departed = `departed ${formatMomentPlain(stay.departure!, stay.departurePrecision)}`;
	return `${place}, ${docked}, ${departed}, ${stayLength(stay, now)}`;
}

/** How long the stay lasted, or has lasted by `now`; in days where an end is known to the day. */
export function stayLength(stay: BareStay, now: Instant): string {
	const isOver = stateAt(stay, now) === 'departed';
	const lengthMs = (isOver ? endAt(stay, now) : now) - stay.docking;
	const toTheDay = stay.dockingPrecision === 'day' || (isOver && stay.departurePrecision === 'day');
	return toTheDay ? formatDays(lengthMs) : formatDuration(lengthMs);
}

/** One line of a stay's details. */
export interface Fact {
	readonly term: string;
	readonly text: string;
}

/** An agency in few letters: its name where that is short, else its abbreviation. */
export function agencyLabel({ name, abbrev }: Agency): string {
	return name.length > 12 && abbrev ? abbrev : name;
}

/** The kind and, where the details have come, who flies it, as one phrase: `cargo, JAXA`. */
export function stayKindText(stay: BareStay, details: StayDetails | undefined): string {
	return [stay.kind, details?.agency && agencyLabel(details.agency)].filter(Boolean).join(', ');
}

/** Where a stay is, and the ports that it came from and went to by relocation. */
export interface StayPlace {
	readonly portName: string;
	readonly hostName: string;
	readonly fromPort?: string;
	readonly toPort?: string;
}

/**
 * What the tooltip tells of a stay, in reading order; what its details know is left out until they
 * have come. `knownUntil` is the data's own date.
 */
export function stayFacts(
	stay: BareStay,
	details: StayDetails | undefined,
	place: StayPlace,
	clock: KnownClock,
	zone = 'UTC'
): Fact[] {
	const { now, knownUntil } = clock;
	const state = stateAt(stay, now);
	const facts: Fact[] = [];
	const add = (term: string, text: string | undefined) => {
		if (text) facts.push({ term, text });
	};
	add('Vehicle', details && vehicleText(stay, details));
	add('Port', `${place.portName}, ${place.hostName}`);
	const docking = formatMoment(stay.docking, stay.dockingPrecision, zone);
	add(state === 'planned' ? 'Planned for' : 'Docked', docking);
	if (stay.departure !== undefined) {
		const departure = formatMoment(stay.departure, stay.departurePrecision, zone);
		add(state === 'departed' ? 'Departed' : 'Leaves', departure);
	} else if (isDepartureUnknown(stay, now)) {
		add('Departed', `unknown, before ${formatMoment(endAt(stay, now), 'instant', zone)}`);
	}
	if (state === 'departed' && !isDepartureUnknown(stay, now)) add('Stayed', stayLength(stay, now));
	if (state === 'docked') add('Docked for', `${dockedFor(stay, now, knownUntil)} so far`);
	add('Moved', place.fromPort && `here from ${place.fromPort}`);
	add('Moved', place.toPort && `from here to ${place.toPort}`);
	add('Launched', details?.launch && launchText(details.launch, zone));
	add('Source', details && sourceText(stay, details));
	return facts;
}

/** How long a craft has been docked; "at least" up to the data's own date when it is past. */
export function dockedFor(stay: BareStay, now: Instant, knownUntil: Instant): string {
	if (knownUntil >= now || stay.docking > knownUntil) return stayLength(stay, now);
	return `at least ${stayLength(stay, knownUntil)}`;
}

function vehicleText({ craft }: BareStay, { vehicle, serial }: StayDetails): string | undefined {
	const ownName = vehicle === craft ? undefined : vehicle;
	const isTold = serial !== undefined && ownName?.includes(serial);
	return [ownName, serial && !isTold && `serial ${serial}`].filter(Boolean).join(', ') || undefined;
}

function launchText({ name, net, netPrecision, rocket, pad }: Launch, zone: string): string {
	const at = net === undefined ? undefined : formatMoment(net, netPrecision, zone);
	return [at, rocket ?? name, pad].filter(Boolean).join('; ');
}

/** A source's name written out: the sample says `LL2` for short. */
export function sourceWords(source: string): string {
	return source.replace(/\bLL2\b/g, 'Launch Library 2');
}

function sourceText({ id }: BareStay, { sources }: StayDetails): string {
	if (sources) return `${sourceWords(sources.row)}, event ${id}`;
	return `Launch Library 2, docking event ${id}`;
}
