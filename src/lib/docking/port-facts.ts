import { greatest } from 'd3';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { knownAliases } from './known-places.ts';
import type { Lane } from './lane.ts';
import {
	isPortInUse,
	occupiedShare,
	occupiedStretches,
	portStatus,
	type PortStatus
} from './occupancy.ts';
import { laneStaysAt } from './query.ts';
import { endAt, isDepartureUnknown, isVisiting } from './state.ts';
import type { BareStay, Port, PortAlias } from './stay.ts';

/** A port's life in numbers; modules count only where it says so. */
export interface PortFacts<S extends BareStay = BareStay> {
	readonly port: Port;
	/** Its other ids and names: those that events have used, and those that are known anyway. */
	readonly aliases: readonly PortAlias[];
	readonly isInUse: boolean;
	readonly status: PortStatus;
	/** Modules docked at it. */
	readonly modules: readonly S[];
	/**
	 * From its first visit until now; until its last visit's end when it is no longer in use.
	 * Undefined when no visiting craft has been there.
	 */
	readonly life?: Span;
	/** Share of that life in which a visiting craft was there. */
	readonly share?: number;
	/** Stays of visiting craft that have begun. */
	readonly stayCount: number;
	readonly longest?: S;
}

/**
 * The facts of one port: its status at `now`, its numbers by `knownUntil`, which is not after it.
 */
export function portFacts<S extends BareStay>(
	lane: Lane<S>,
	{ now, knownUntil }: { readonly now: Instant; readonly knownUntil: Instant }
): PortFacts<S> {
	const visits = lane.stays.filter((stay) => isVisiting(stay) && stay.docking <= knownUntil);
	const isInUse = isPortInUse(lane, now);
	const life = portLife(lane, visits, isInUse, knownUntil);
	const share = life && occupiedShare(lane, life, knownUntil);
	const longest = longestStay(visits, knownUntil);
	return {
		port: lane.port,
		aliases: aliasesOf(lane.port),
		isInUse,
		status: portStatus(lane, now),
		modules: laneStaysAt(lane, now).filter((stay) => !isVisiting(stay)),
		...(life && { life }),
		...(share !== undefined && { share }),
		stayCount: visits.length,
		...(longest && { longest })
	};
}

/** The longest of `stays` as known at `at`; those whose departure is unknown have no length. */
export function longestStay<S extends BareStay>(stays: readonly S[], at: Instant): S | undefined {
	const known = stays.filter((stay) => !isDepartureUnknown(stay, at));
	return greatest(known, (stay) => lengthBy(stay, at));
}

/** How long a stay had lasted by `at`, in milliseconds; never less than nothing. */
export function lengthBy(stay: BareStay, at: Instant): number {
	return Math.max(0, Math.min(endAt(stay, at), at) - stay.docking);
}

function aliasesOf({ id, aliases }: Port): PortAlias[] {
	const used = new Set(aliases.map((alias) => alias.id));
	return [...aliases, ...knownAliases(id).filter((alias) => !used.has(alias.id))];
}

function portLife(
	lane: Lane,
	visits: readonly BareStay[],
	isInUse: boolean,
	until: Instant
): Span | undefined {
	const [first] = visits;
	if (!first) return undefined;
	if (isInUse) return { from: first.docking, to: until };
	const last = occupiedStretches(lane, { from: first.docking, to: until }, until).at(-1);
	return { from: first.docking, to: last?.to ?? first.docking };
}
