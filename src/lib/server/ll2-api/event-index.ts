import { createNameNumbers, type NameSearch } from './name-search.ts';
import { searchFields, type Entry } from './entry.ts';
import type { EventQuery, OrderKey } from './parameters.ts';
import { ranksOf, sortByRank, type Ranks } from './ranks.ts';
import type { TakeTurns } from './turns.ts';

/** All docking events of one version, ready for queries. */
export interface EventIndex {
	/** How many events match, and those of the page that is asked for. */
	find(query: EventQuery): { readonly count: number; readonly entries: readonly Entry[] };
}

/** What is looked at for every event, one list a field, by id. */
interface Columns {
	readonly docking: Float64Array;
	readonly departure: Float64Array;
	readonly locationId: Float64Array;
	readonly chaserId: Float64Array;
	readonly targetId: Float64Array;
	/** A name's number for each of the searched fields. */
	readonly names: readonly Uint32Array[];
}

/**
 * The index of `entries`, which stand by id. Default order: docking, then id. Equal keys of any
 * order stand by id, ascending; open stays come last by `departure` and first by `-departure`, as
 * PostgreSQL has them. Gives others a turn while it is made.
 */
export async function createEventIndex(
	entries: readonly Entry[],
	takeTurns: TakeTurns
): Promise<EventIndex> {
	const columns = emptyColumns(entries.length);
	const numbers = createNameNumbers();
	for (const [position, entry] of entries.entries()) {
		fillIn(columns, position, entry, numbers.numberOf);
		await takeTurns();
	}
	const search = numbers.search();
	const docking = ranksOf(columns.docking);
	await takeTurns();
	const departure = ranksOf(columns.departure);
	const orderBy = createOrders(entries.length, { docking, departure });
	for (const field of ['docking', 'departure'] as const)
		for (const isDescending of [false, true]) {
			orderBy([{ field, isDescending }]);
			await takeTurns();
		}
	return {
		find({ ordering, offset, limit, ...query }) {
			const order = orderBy(ordering.length ? ordering : defaultOrdering);
			const fits = fitting(query, columns, search);
			const { count, positions } = pageOf(order, fits, offset, limit);
			return { count, entries: positions.map((position) => entries[position]!) };
		}
	};
}

const defaultOrdering: readonly OrderKey[] = [{ field: 'docking', isDescending: false }];

/** Makes each order when it is first asked for, and keeps it: there are twelve. */
function createOrders(size: number, ranks: Readonly<Record<OrderKey['field'], Ranks>>) {
	const made = new Map<string, Uint32Array>();
	return (ordering: readonly OrderKey[]): Uint32Array => {
		const name = ordering.map((key) => `${key.isDescending ? '-' : ''}${key.field}`).join();
		const known = made.get(name);
		if (known) return known;
		const byId: Uint32Array = Uint32Array.from({ length: size }, (_, position) => position);
		const order = ordering.reduceRight(
			(sorted, { field, isDescending }) => sortByRank(sorted, ranks[field], isDescending),
			byId
		);
		made.set(name, order);
		return order;
	};
}

function emptyColumns(size: number): Columns {
	return {
		docking: new Float64Array(size),
		departure: new Float64Array(size),
		locationId: new Float64Array(size),
		chaserId: new Float64Array(size),
		targetId: new Float64Array(size),
		names: searchFields.map(() => new Uint32Array(size))
	};
}

function fillIn(
	columns: Columns,
	position: number,
	entry: Entry,
	numberOf: (name: unknown) => number
): void {
	for (const field of ['docking', 'departure', 'locationId', 'chaserId', 'targetId'] as const)
		columns[field][position] = entry[field];
	for (const [field, name] of entry.names.entries())
		columns.names[field]![position] = numberOf(name);
}

/** For each position 1 when the event is what the query asks for; undefined when all are. */
function fitting(
	query: Omit<EventQuery, 'ordering' | 'offset' | 'limit'>,
	columns: Columns,
	search: NameSearch
): Uint8Array | undefined {
	const { dockingFrom, dockingTo, locationId, chaserId, targetId, terms } = query;
	let fits: Uint8Array | undefined;
	const keep = (column: Float64Array, isRight: (value: number) => boolean) => {
		fits ??= new Uint8Array(column.length).fill(1);
		for (let at = 0; at < column.length; at++) if (!isRight(column[at]!)) fits[at] = 0;
	};
	if (dockingFrom !== undefined) keep(columns.docking, (docking) => docking >= dockingFrom);
	if (dockingTo !== undefined) keep(columns.docking, (docking) => docking <= dockingTo);
	if (locationId !== undefined) keep(columns.locationId, (id) => id === locationId);
	if (chaserId !== undefined) keep(columns.chaserId, (id) => id === chaserId);
	if (targetId !== undefined) keep(columns.targetId, (id) => id === targetId);
	for (const term of terms) {
		const own = findTerm(term, columns.names, search);
		if (fits) for (let at = 0; at < own.length; at++) own[at]! &= fits[at]!;
		fits = own;
		if (!own.includes(1)) break;
	}
	return fits;
}

/** For each position 1 when one of its names holds the term. */
function findTerm(term: string, names: readonly Uint32Array[], search: NameSearch): Uint8Array {
	const inName = search.find(term);
	const fits = new Uint8Array(names[0]?.length ?? 0);
	if (inName.includes(1))
		for (const column of names)
			for (let at = 0; at < column.length; at++) fits[at]! |= inName[column[at]!]!;
	return fits;
}

function pageOf(
	order: Uint32Array,
	fits: Uint8Array | undefined,
	offset: number,
	limit: number
): { count: number; positions: number[] } {
	if (!fits) return { count: order.length, positions: [...order.subarray(offset, offset + limit)] };
	const positions: number[] = [];
	let count = 0;
	for (let at = 0; at < order.length; at++) {
		if (!fits[order[at]!]) continue;
		if (count >= offset && positions.length < limit) positions.push(order[at]!);
		count++;
	}
	return { count, positions };
}
