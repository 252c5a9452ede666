import { createNameColumns, type NameSearch } from './name-search.ts';
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
}

const fields = ['docking', 'departure', 'locationId', 'chaserId', 'targetId'] as const;

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
	const names = createNameColumns(entries.length, searchFields.length);
	for (const [row, entry] of entries.entries()) {
		for (const field of fields) columns[field][row] = entry[field];
		for (const [field, name] of entry.names.entries()) names.put(row, field, name);
		await takeTurns();
	}
	const search = names.search();
	await takeTurns();
	const docking = ranksOf(columns.docking);
	await takeTurns();
	const departure = ranksOf(columns.departure);
	await takeTurns();
	const orderBy = createOrders(entries.length, { docking, departure });
	for (const field of ['docking', 'departure'] as const)
		for (const isDescending of [false, true]) {
			orderBy([{ field, isDescending }]);
			await takeTurns();
		}
	return {
		find({ ordering, offset, limit, ...query }) {
			const order = orderBy(ordering.length ? ordering : defaultOrdering);
			const fits = isForAll(query) ? undefined : fitting(query, columns, search);
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
		let order: Uint32Array = new Uint32Array(size);
		for (let position = 0; position < size; position++) order[position] = position;
		for (const { field, isDescending } of ordering.toReversed())
			order = sortByRank(order, ranks[field], isDescending);
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
		targetId: new Float64Array(size)
	};
}

function isForAll({ terms, ...query }: Filters): boolean {
	const { dockingFrom, dockingTo, locationId, chaserId, targetId } = query;
	const asked = [dockingFrom, dockingTo, locationId, chaserId, targetId];
	return !terms.length && asked.every((value) => value === undefined);
}

type Filters = Omit<EventQuery, 'ordering' | 'offset' | 'limit'>;

/** For each position 1 when the event is what the query asks for. */
function fitting(query: Filters, columns: Columns, search: NameSearch): Uint8Array {
	const { dockingFrom, dockingTo, locationId, chaserId, targetId, terms } = query;
	const { docking } = columns;
	const fits = new Uint8Array(docking.length).fill(1);
	if (dockingFrom !== undefined || dockingTo !== undefined)
		keepBetween(fits, docking, dockingFrom ?? -Infinity, dockingTo ?? Infinity);
	if (locationId !== undefined) keepBetween(fits, columns.locationId, locationId, locationId);
	if (chaserId !== undefined) keepBetween(fits, columns.chaserId, chaserId, chaserId);
	if (targetId !== undefined) keepBetween(fits, columns.targetId, targetId, targetId);
	for (const term of terms) {
		search.narrow(fits, term);
		if (!fits.includes(1)) break;
	}
	return fits;
}

/** Clears what does not lie between two values, both included; NaN never does. */
function keepBetween(fits: Uint8Array, column: Float64Array, least: number, most: number): void {
	for (let at = 0; at < fits.length; at++) {
		const value = column[at]!;
		if (!(value >= least && value <= most)) fits[at] = 0;
	}
}

function pageOf(
	order: Uint32Array,
	fits: Uint8Array | undefined,
	offset: number,
	limit: number
): { count: number; positions: number[] } {
	if (!fits) return { count: order.length, positions: [...order.subarray(offset, offset + limit)] };
	let count = 0;
	for (let at = 0; at < fits.length; at++) count += fits[at]!;
	const positions: number[] = [];
	const last = Math.min(count, offset + limit);
	for (let at = 0, seen = 0; seen < last; at++) {
		const position = order[at]!;
		if (fits[position] && seen++ >= offset) positions.push(position);
	}
	return { count, positions };
}
