import type { Instant } from '../time/instant.ts';
import { columnsFormat, type Columns, type Places, type Sparse } from './columns.ts';
import { craftColumns } from './craft-columns.ts';
import type { Atlas } from './lane.ts';
import type { StayTest } from './query.ts';
import type { BareStay } from './stay.ts';

/** Steps that instants may be told in, coarsest first. */
const stepsMs = [60_000, 1000] as const;

/** The columns of all stays of `atlas`; `matching` tells those that match a search in words. */
export function encodeColumns<S extends BareStay>(
	atlas: Atlas<S>,
	matching?: StayTest<S>
): Columns {
	const stays = staysByLane(atlas);
	const lanes = [...atlas.lanes.values()];
	const hosts = [...atlas.hosts.values()];
	const stepMs = stepOf(stays);
	const runs = matching && encodeMatching(atlas, matching);
	return {
		format: columnsFormat,
		stepMs,
		hosts,
		ports: lanes.map(({ port }) => port),
		counts: lanes.map((lane) => lane.stays.length),
		ids: stays.map(({ id }, index) => id - (stays[index - 1]?.id ?? 0)),
		dockings: lanes.flatMap((lane) =>
			lane.stays.map(({ docking }, index) => (docking - lastEnd(lane.stays[index - 1])) / stepMs)
		),
		lengths: stays.map(({ docking, departure }) => away(docking, departure, stepMs) ?? null),
		crafts: craftColumns(stays),
		dayDockings: placesWhere(stays, (stay) => stay.dockingPrecision === 'day'),
		dayDepartures: placesWhere(stays, (stay) => stay.departurePrecision === 'day'),
		lostAt: sparse(stays, ({ docking, lostAt }) => away(docking, lostAt, stepMs)),
		movedFrom: sparse(stays, ({ id, movedFromId }) => away(id, movedFromId)),
		movedTo: sparse(stays, ({ id, movedToId }) => away(id, movedToId)),
		otherHosts: otherHosts(atlas, stays),
		...(runs && { matching: runs })
	};
}

/**
 * Which stays `test` lets pass, as the column `matching` tells it; undefined when it is all of
 * them.
 */
export function encodeMatching<S extends BareStay>(
	atlas: Atlas<S>,
	test: StayTest<S>
): Columns['matching'] | undefined {
	const runs = [0];
	let hasMiss = false;
	for (const stay of staysByLane(atlas)) {
		const isHit = test(stay);
		hasMiss ||= !isHit;
		if (isHit !== (runs.length % 2 === 0)) runs.push(0);
		runs[runs.length - 1]!++;
	}
	if (runs.length % 2 === 1) runs.pop();
	return hasMiss ? runs : undefined;
}

function staysByLane<S extends BareStay>(atlas: Atlas<S>): S[] {
	return [...atlas.lanes.values()].flatMap((lane) => lane.stays);
}

function stepOf(stays: readonly BareStay[]): number {
	const isWhole = (at: Instant | undefined, stepMs: number) =>
		at === undefined || at % stepMs === 0;
	const isExact = (stepMs: number) =>
		stays.every(
			({ docking, departure, lostAt }) =>
				isWhole(docking, stepMs) && isWhole(departure, stepMs) && isWhole(lostAt, stepMs)
		);
	return stepsMs.find(isExact) ?? 1;
}

function away(from: number, to: number | undefined, step = 1): number | undefined {
	return to === undefined ? undefined : (to - from) / step;
}

function lastEnd(before: BareStay | undefined): number {
	return before?.departure ?? before?.docking ?? 0;
}

function otherHosts(atlas: Atlas, stays: readonly BareStay[]): Sparse {
	const places = new Map([...atlas.hosts.keys()].map((key, place) => [key, place]));
	return sparse(stays, ({ portId, hostKey }) =>
		atlas.lanes.get(portId)?.port.hostKey === hostKey ? undefined : places.get(hostKey)
	);
}

function placesWhere(stays: readonly BareStay[], test: StayTest): Places {
	return sparse(stays, (stay) => (test(stay) ? 1 : undefined)).at;
}

function sparse(
	stays: readonly BareStay[],
	valueOf: (stay: BareStay) => number | undefined
): Sparse {
	const at: number[] = [];
	const values: number[] = [];
	let last = 0;
	for (const [place, stay] of stays.entries()) {
		const value = valueOf(stay);
		if (value === undefined) continue;
		at.push(place - last);
		values.push(value);
		last = place;
	}
	return { at, values };
}
