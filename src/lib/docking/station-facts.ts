import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { Catalogue } from './catalogue.ts';
import { deorbitOf, portRank } from './known-places.ts';
import { lifeOf } from './lane.ts';
import { occupancyAt, type Occupancy } from './occupancy.ts';
import { portFacts, type PortFacts } from './port-facts.ts';
import { laneStaysAt } from './query.ts';
import { isVisiting } from './state.ts';
import { stationHistory, type StationHistory } from './station-history.ts';
import type { BareStay, Host, Stay } from './stay.ts';

/** What is known of whether a station flies. */
export type StationState =
	{ readonly is: 'active' | 'unknown' } | { readonly is: 'deorbited'; readonly at: Instant };

/** Everything that a station's page tells, in numbers. */
export interface StationFacts<S extends BareStay = BareStay> {
	readonly host: Host;
	readonly state: StationState;
	/** From the first docking to the last end known; undefined while all are still planned. */
	readonly life?: Span;
	readonly occupancy: Occupancy;
	/** Visiting craft docked now, by docking, then id. */
	readonly docked: readonly S[];
	/** Those in use first, both parts from front to back, then by first use. */
	readonly ports: readonly PortFacts<S>[];
	readonly history: StationHistory<S>;
}

/** The facts of a station at `now`; numbers of its past by `knownUntil`, the data's own date. */
export function stationFacts(
	catalogue: Catalogue,
	stationId: number,
	clock: { readonly now: Instant; readonly knownUntil: Instant }
): StationFacts<Stay> | undefined {
	const host = catalogue.hosts.get(`station:${stationId}`);
	if (!host) return undefined;
	const lanes = catalogue.lanesByHost.get(host.key) ?? [];
	const occupancy = occupancyAt(lanes, clock.now);
	const begun = lanes.filter(({ stays }) => stays.some((stay) => stay.docking <= clock.now));
	const life = begun.length ? lifeOf(begun, clock.now) : undefined;
	const firstUse = new Map(lanes.map(({ port, stays }) => [port.id, stays[0]?.docking ?? 0]));
	const ports = lanes.map((lane) => portFacts(lane, clock));
	return {
		host,
		state: stateOf(host, stationId, occupancy, clock.now),
		...(life && { life }),
		occupancy,
		docked: lanes
			.flatMap((lane) => laneStaysAt(lane, clock.now).filter(isVisiting))
			.sort((a, b) => a.docking - b.docking || a.id - b.id),
		ports: ports.sort(
			(a, b) =>
				Number(b.isInUse) - Number(a.isInUse) ||
				compareNumbers(portRank(a.port.id), portRank(b.port.id)) ||
				compareNumbers(firstUse.get(a.port.id)!, firstUse.get(b.port.id)!)
		),
		history: stationHistory(lanes, clock.knownUntil, occupancy.inUse > 0)
	};
}

/** Infinity less Infinity is no number. */
function compareNumbers(a: number, b: number): number {
	return a === b ? 0 : a - b;
}

function stateOf(host: Host, id: number, { inUse }: Occupancy, now: Instant): StationState {
	const at = deorbitOf(id, host.name);
	if (at !== undefined && at <= now) return { is: 'deorbited', at };
	return { is: inUse > 0 ? 'active' : 'unknown' };
}
