import { formatDate, formatDays, formatDuration, formatMomentPlain } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { dayMs } from '../time/span.ts';
import { endAt, isDepartureUnknown, stateAt, type ViewClock } from './state.ts';
import type { Agency, BareStay } from './stay.ts';

/**
 * The accessible name of a stay: craft, port, docking and departure, how long. `Tianzhou-7 at
 * Tianhe aft, docked 17 Jan 2024 17:46 UTC, departed 10 Nov 2024 08:30 UTC, 297 d 14 h`. Of an open
 * stay it says when the data are older than a day: the craft may have left since.
 */
export function stayName(stay: BareStay, portName: string, clock: ViewClock): string {
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

/** Where a stay is; once where the port is called like its host: `Harmony forward, ISS`. */
export function placeText(portName: string, hostName: string): string {
	return portName === hostName ? hostName : `${portName}, ${hostName}`;
}

/** How long the stay lasted, or has lasted by `now`; in days where an end is known to the day. */
export function stayLength(stay: BareStay, now: Instant): string {
	const isOver = stateAt(stay, now) === 'departed';
	const lengthMs = (isOver ? endAt(stay, now) : now) - stay.docking;
	const toTheDay = stay.dockingPrecision === 'day' || (isOver && stay.departurePrecision === 'day');
	return toTheDay ? formatDays(lengthMs) : formatDuration(lengthMs);
}

/** An agency in few letters: its name where that is short, else its abbreviation. */
export function agencyLabel({ name, abbrev }: Agency): string {
	return name.length > 12 && abbrev ? abbrev : name;
}

/** How long a craft has been docked; "at least" up to the data's own date when it is past. */
export function dockedFor(stay: BareStay, now: Instant, knownUntil: Instant): string {
	if (knownUntil >= now || stay.docking > knownUntil) return stayLength(stay, now);
	return `at least ${stayLength(stay, knownUntil)}`;
}

/** A source's name written out: the sample says `LL2` for short. */
export function sourceWords(source: string): string {
	return source.replace(/\bLL2\b/g, 'Launch Library 2');
}
