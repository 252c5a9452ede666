import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { BareStay, StayState } from './stay.ts';

/** The instants that decide what is said and drawn of a stay. */
export interface ViewClock {
	/** The instant the view stands at. */
	readonly now: Instant;
	/** Until when open stays are known: `now`, or the data's own date when they are older. */
	readonly knownUntil: Instant;
}

/** True when it is not known what open stays did up to `now`: the data are older. */
export function isOutdated({ now, knownUntil }: ViewClock): boolean {
	return knownUntil < now;
}

/** Where a stay stands at `now`: planned before its docking, departed from its departure on. */
export function stateAt(stay: BareStay, now: Instant): StayState {
	if (stay.docking > now) return 'planned';
	const end = stay.departure ?? stay.lostAt;
	return end !== undefined && end <= now ? 'departed' : 'docked';
}

/** True when the craft is at the port at `at`: docking ≤ at < departure. */
export function isDockedAt(stay: BareStay, at: Instant): boolean {
	return stateAt(stay, at) === 'docked';
}

/** True when the craft had gone by `now` and nobody noted when. */
export function isDepartureUnknown(stay: BareStay, now: Instant): boolean {
	return stay.departure === undefined && stay.lostAt !== undefined && stay.lostAt <= now;
}

/**
 * The end of what is known at `now`: the departure (also one still ahead), the instant by which it
 * had gone, else `now`; never before the docking.
 */
export function endAt(stay: BareStay, now: Instant): Instant {
	if (stay.departure !== undefined) return stay.departure;
	if (stay.lostAt !== undefined && stay.lostAt <= now) return stay.lostAt;
	return Math.max(stay.docking, now) as Instant;
}

/**
 * True when a view of `span` shows the stay: [docking, departure or now) meets the span; a planned
 * stay, and one without length, when its docking lies in it.
 */
export function isInSpan(stay: BareStay, span: Span, now: Instant): boolean {
	if (stay.docking >= span.to) return false;
	if (stay.docking >= span.from) return true;
	return stay.docking <= now && endAt(stay, now) > span.from;
}

/** True for craft that come and go: every kind but module. */
export function isVisiting(stay: BareStay): boolean {
	return stay.kind !== 'module';
}
