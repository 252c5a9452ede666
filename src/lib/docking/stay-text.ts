import {
	formatDate,
	formatDays,
	formatDuration,
	formatMoment,
	formatMomentPlain
} from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { endAt, isDepartureUnknown, stateAt } from './state.ts';
import type { Agency, BareStay, Stay } from './stay.ts';

/**
 * The accessible name of a stay: craft, port, docking and departure, how long. `Tianzhou-7 at
 * Tianhe aft, docked 17 Jan 2024 17:46 UTC, departed 10 Nov 2024 08:30 UTC, 297 d 14 h`.
 */
export function stayName(stay: BareStay, portName: string, now: Instant): string {
	const place = `${stay.craft} at ${portName}`;
	const docked = `docked ${formatMomentPlain(stay.docking, stay.dockingPrecision)}`;
	const state = stateAt(stay, now);
	if (state === 'planned') return `${place}, planned for ${formatDate(stay.docking)}`;
	if (state === 'docked') {
		const plan =
			stay.departure === undefined
				? ''
				: `, departure planned for ${formatMomentPlain(stay.departure, stay.departurePrecision)}`;
		return `${place}, ${docked}, still docked, ${stayLength(stay, now)} so far${plan}`;
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

/** The kind and who flies it, as one phrase: `cargo, JAXA`. */
export function stayKindText(stay: Stay): string {
	return [stay.kind, stay.agency && agencyLabel(stay.agency)].filter(Boolean).join(', ');
}

/** What the tooltip tells of a stay, in reading order; `knownUntil` is the data's own date. */
export function stayFacts(
	stay: Stay,
	place: { readonly portName: string; readonly hostName: string },
	clock: { readonly now: Instant; readonly knownUntil: Instant },
	moves: { readonly fromPort?: string; readonly toPort?: string },
	zone = 'UTC'
): Fact[] {
	const { now, knownUntil } = clock;
	const state = stateAt(stay, now);
	const facts: Fact[] = [];
	const add = (term: string, text: string | undefined) => {
		if (text) facts.push({ term, text });
	};
	add('Vehicle', vehicleText(stay));
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
	add('Moved', moves.fromPort && `here from ${moves.fromPort}`);
	add('Moved', moves.toPort && `from here to ${moves.toPort}`);
	add('Launched', launchText(stay, zone));
	add('Source', sourceText(stay));
	return facts;
}

/** How long a craft has been docked; "at least" up to the data's own date when it is past. */
export function dockedFor(stay: BareStay, now: Instant, knownUntil: Instant): string {
	if (knownUntil >= now || stay.docking > knownUntil) return stayLength(stay, now);
	return `at least ${stayLength(stay, knownUntil)}`;
}

function vehicleText(stay: Stay): string | undefined {
	const vehicle = stay.vehicle === stay.craft ? undefined : stay.vehicle;
	return [vehicle, stay.serial && `serial ${stay.serial}`].filter(Boolean).join(', ') || undefined;
}

function launchText(stay: Stay, zone: string): string | undefined {
	const { launch } = stay;
	if (!launch) return undefined;
	const at =
		launch.net === undefined ? undefined : formatMoment(launch.net, launch.netPrecision, zone);
	return [at, launch.rocket ?? launch.name, launch.pad].filter(Boolean).join('; ');
}

/** A source's name written out: the sample says `LL2` for short. */
export function sourceWords(source: string): string {
	return source.replace(/\bLL2\b/g, 'Launch Library 2');
}

function sourceText(stay: Stay): string {
	if (stay.sources) return `${sourceWords(stay.sources.row)}, event ${stay.id}`;
	return `Launch Library 2, docking event ${stay.id}`;
}
