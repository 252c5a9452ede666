import { max, min } from 'd3';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { endingAfter, indexEnds, lastEnd, type EndIndex } from './end-index.ts';
import { endAt } from './state.ts';
import type { BareStay, Host, Port } from './stay.ts';

/** One port with its stays, indexed for span queries. */
export interface Lane<S extends BareStay = BareStay> {
	readonly port: Port;
	/** By docking, then id. */
	readonly stays: readonly S[];
	/** The ends of `stays`; Infinity for those without one. */
	readonly ends: EndIndex;
}

/** Every host with its ports and the stays there. */
export interface Atlas<S extends BareStay = BareStay> {
	readonly hosts: ReadonlyMap<string, Host>;
	/** By port id; two hosts may not share a port. */
	readonly lanes: ReadonlyMap<number, Lane<S>>;
	readonly lanesByHost: ReadonlyMap<string, readonly Lane<S>[]>;
}

/** The atlas of `lanes`, of which no two have one port. */
export function buildAtlas<S extends BareStay>(
	hosts: ReadonlyMap<string, Host>,
	lanes: readonly Lane<S>[]
): Atlas<S> {
	return {
		hosts,
		lanes: new Map(lanes.map((lane) => [lane.port.id, lane])),
		lanesByHost: Map.groupBy(lanes, (lane) => lane.port.hostKey)
	};
}

/** The lane of `stays`, which are all of the port and stand by docking, then id. */
export function buildLane<S extends BareStay>(port: Port, stays: readonly S[]): Lane<S> {
	const ends = stays.map((stay) => stay.departure ?? stay.lostAt ?? Infinity);
	return { port, stays, ends: indexEnds(ends) };
}

/** From the first docking to the last end known at `now`; undefined where there is no stay. */
export function lifeOf(lanes: readonly Lane[], now: Instant): Span | undefined {
	const used = lanes.filter((lane) => lane.stays.length > 0);
	const ends = used.flatMap(({ stays, ends }) => {
		const later = endingAfter(ends, now, stays.length).map((index) => endAt(stays[index]!, now));
		return [...later, stays.at(-1)!.docking, later.length ? -Infinity : lastEnd(ends)];
	});
	const from = min(used, ({ stays }) => stays[0]!.docking);
	return from === undefined ? undefined : { from, to: max(ends) as Instant };
}
