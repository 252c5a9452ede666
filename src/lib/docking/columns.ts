import type { Instant } from '../time/instant.ts';
import { readCrafts, type CraftColumns } from './craft-columns.ts';
import { buildAtlas, buildLane, type Atlas } from './lane.ts';
import type { BareStay, Host, Port } from './stay.ts';

/** The format that this code writes and reads; another number for every change of shape. */
export const columnsFormat = 1;

/**
 * The stays of a catalogue as plain JSON, a column for each field: port by port in the order of the
 * lanes, at each port by docking, then id. Small whole numbers throughout, which compress well.
 */
export interface Columns {
	readonly format: number;
	/** The coarsest step that tells every instant exactly, in milliseconds: a minute, a second or 1. */
	readonly stepMs: number;
	readonly hosts: readonly Host[];
	readonly ports: readonly Port[];
	/** How many stays each port has, one at least. */
	readonly counts: readonly number[];
	/** Differences from one stay to the next, from 0. */
	readonly ids: readonly number[];
	/**
	 * Steps since the stay before at the port left, docked where it has no departure, or since 1970
	 * where there is none; negative where two stays overlap.
	 */
	readonly dockings: readonly number[];
	/** Steps from docking to departure; null without a departure. */
	readonly lengths: readonly (number | null)[];
	readonly crafts: CraftColumns;
	/** Stays whose docking, or departure, is known to the day. */
	readonly dayDockings: Places;
	readonly dayDepartures: Places;
	/** Steps from docking. */
	readonly lostAt: Sparse;
	/** Ids, as differences from the stay's own. */
	readonly movedFrom: Sparse;
	readonly movedTo: Sparse;
	/** Positions in `hosts`, of stays whose host is not their port's. */
	readonly otherHosts: Sparse;
	/**
	 * Which stays match what was asked for in words, as lengths of runs: so many do not, then so
	 * many do, and so on; those after the last run do not. Absent where all of them do.
	 */
	readonly matching?: readonly number[];
}

/** Positions among the stays, ascending, as differences from one to the next, from 0. */
export type Places = readonly number[];

/** A column that few stays have a value in. */
export interface Sparse {
	readonly at: Places;
	readonly values: readonly number[];
}

/** What columns hold, made usable again. */
export interface DecodedColumns {
	readonly atlas: Atlas<BareStay>;
	readonly stayById: Pick<ReadonlyMap<number, BareStay>, 'get'>;
	/** Ids of the stays that match what was asked for in words; undefined where all of them do. */
	readonly matching: ReadonlySet<number> | undefined;
}

/** Written while decoding, never after. */
type DraftStay = { -readonly [Key in keyof BareStay]: BareStay[Key] };

/**
 * The atlas that `columns` tell. Throws an Error whose message says so when they come from another
 * version of the server, or are not whole.
 */
export function decodeColumns(columns: Columns): DecodedColumns {
	checkColumns(columns);
	const stays = readStays(columns);
	const { dayDockings, dayDepartures, lostAt, movedFrom, movedTo, otherHosts, stepMs } = columns;
	for (const at of placesOf(dayDockings)) stays[at]!.dockingPrecision = 'day';
	for (const at of placesOf(dayDepartures)) stays[at]!.departurePrecision = 'day';
	eachValue(lostAt, stays, (stay, steps) => {
		stay.lostAt = (stay.docking + steps * stepMs) as Instant;
	});
	eachValue(movedFrom, stays, (stay, away) => (stay.movedFromId = stay.id + away));
	eachValue(movedTo, stays, (stay, away) => (stay.movedToId = stay.id + away));
	eachValue(otherHosts, stays, (stay, host) => moveToHost(stay, columns.hosts[host]!));
	const hosts = new Map(columns.hosts.map((host) => [host.key, host]));
	let first = 0;
	const lanes = columns.ports.map((port, index) =>
		buildLane<BareStay>(port, stays.slice(first, (first += columns.counts[index]!)))
	);
	return {
		atlas: buildAtlas(hosts, lanes),
		stayById: lookup(stays),
		matching: columns.matching && idsOfRuns(columns.matching, stays)
	};
}

function checkColumns(columns: Columns): void {
	const format = (columns as { format?: unknown } | null | undefined)?.format;
	if (format !== columnsFormat)
		throw new Error(
			`the stays came in format ${JSON.stringify(format)}, this page reads ${columnsFormat}`
		);
	const { ids, dockings, lengths, crafts, counts } = columns;
	const count = counts.reduce((sum, one) => sum + one, 0);
	const sizes = [ids, dockings, lengths, crafts.familyOf].map((column) => column.length);
	if (sizes.some((size) => size !== count))
		throw new Error(`the stays came broken: ${count} of them, in columns of ${sizes.join(', ')}`);
}

/** The stays with what each of them has, in the columns' order. */
function readStays(columns: Columns): DraftStay[] {
	const { stepMs, ids, dockings, lengths } = columns;
	const hosts = new Map(columns.hosts.map((host) => [host.key, host]));
	const { names, kinds } = readCrafts(columns.crafts);
	const stays: DraftStay[] = [];
	let id = 0;
	for (const [index, { id: portId, hostKey }] of columns.ports.entries()) {
		const stationId = hosts.get(hostKey)?.stationId;
		let since = 0;
		const end = stays.length + columns.counts[index]!;
		while (stays.length < end) {
			const row = stays.length;
			id += ids[row]!;
			const docking = (since + dockings[row]! * stepMs) as Instant;
			const stay: DraftStay = {
				id,
				craft: names[row]!,
				kind: kinds[row]!,
				portId,
				hostKey,
				docking,
				dockingPrecision: 'instant',
				departurePrecision: 'instant'
			};
			if (stationId !== undefined) stay.stationId = stationId;
			const length = lengths[row]!;
			if (length !== null) stay.departure = (docking + length * stepMs) as Instant;
			since = stay.departure ?? docking;
			stays.push(stay);
		}
	}
	return stays;
}

/** Made when it is first needed: a large map takes as long as all the stays that it holds. */
function lookup(stays: readonly BareStay[]): DecodedColumns['stayById'] {
	let map: Map<number, BareStay> | undefined;
	return {
		get(id) {
			map ??= new Map(stays.map((stay) => [stay.id, stay]));
			return map.get(id);
		}
	};
}

function moveToHost(stay: DraftStay, host: Host): void {
	stay.hostKey = host.key;
	delete stay.stationId;
	if (host.stationId !== undefined) stay.stationId = host.stationId;
}

function* placesOf(places: Places): Generator<number, void> {
	let at = 0;
	for (const step of places) yield (at += step);
}

function eachValue(
	{ at, values }: Sparse,
	stays: readonly DraftStay[],
	take: (stay: DraftStay, value: number) => void
): void {
	let index = 0;
	for (const place of placesOf(at)) take(stays[place]!, values[index++]!);
}

function idsOfRuns(runs: readonly number[], stays: readonly BareStay[]): Set<number> {
	const ids = new Set<number>();
	let place = 0;
	for (const [index, length] of runs.entries()) {
		const isHit = index % 2 === 1;
		for (const end = place + length; place < end; place++) if (isHit) ids.add(stays[place]!.id);
	}
	return ids;
}
