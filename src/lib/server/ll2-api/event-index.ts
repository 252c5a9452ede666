import { parseInstant } from '../../time/instant.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { EventQuery, OrderKey } from './parameters.ts';

/** All docking events of one version, ready for queries; positions count in the default order. */
export interface EventIndex {
	readonly size: number;
	/** Ids by position. */
	readonly ids: readonly number[];
	/** How many events match, and the ids of the page that is asked for. */
	find(query: EventQuery): { readonly count: number; readonly ids: readonly number[] };
}

/** What is looked at for every event. */
interface Row {
	readonly id: number;
	readonly docking: number;
	/** NaN while open. */
	readonly departure: number;
	readonly locationId: number | undefined;
	readonly chaserId: number | undefined;
	readonly targetId: number | undefined;
	readonly text: string;
}

/**
 * The index of `documents` in Launch Library 2's detailed shape; a document without a readable id
 * or docking is left out. Default order: docking, then id. Equal keys of any order stand by id,
 * ascending; null departures come last ascending and first descending, as PostgreSQL has them.
 */
export function createEventIndex(documents: Iterable<JsonObject>): EventIndex {
	const rows = [...documents].flatMap(rowOf).sort((a, b) => a.docking - b.docking || a.id - b.id);
	const orders = new Map<string, Uint32Array>();
	const orderOf = (keys: readonly OrderKey[]) => {
		const name = keys.map((key) => `${key.isDescending ? '-' : ''}${key.field}`).join();
		const known = orders.get(name);
		if (known) return known;
		const order = Uint32Array.from(rows.keys());
		if (keys.length) order.sort((a, b) => compareRows(rows[a]!, rows[b]!, keys));
		orders.set(name, order);
		return order;
	};
	return {
		size: rows.length,
		ids: rows.map((row) => row.id),
		find(query) {
			const order = orderOf(query.ordering);
			const test = rowTest(query);
			const { offset, limit } = query;
			if (!test)
				return { count: rows.length, ids: idsAt(rows, order.subarray(offset, offset + limit)) };
			const ids: number[] = [];
			let count = 0;
			for (const position of order) {
				const row = rows[position]!;
				if (!test(row)) continue;
				if (count >= offset && ids.length < limit) ids.push(row.id);
				count++;
			}
			return { count, ids };
		}
	};
}

function idsAt(rows: readonly Row[], positions: Uint32Array): number[] {
	return Array.from(positions, (position) => rows[position]!.id);
}

function rowOf(document: JsonObject): Row[] {
	const id = document['id'];
	const docking = instantAt(document, 'docking');
	if (typeof id !== 'number' || Number.isNaN(docking)) return [];
	return [
		{
			id,
			docking,
			departure: instantAt(document, 'departure'),
			locationId: idAt(document, 'docking_location'),
			chaserId: idAt(document, 'flight_vehicle_chaser'),
			targetId: idAt(document, 'space_station_target'),
			text: searchText(document)
		}
	];
}

/** The fields that `search` looks at, as upstream names them. */
export const searchFields: readonly (readonly string[])[] = [
	['docking_location', 'name'],
	['flight_vehicle_chaser', 'spacecraft', 'name'],
	['flight_vehicle_target', 'spacecraft', 'name'],
	['payload_flight_chaser', 'payload', 'name'],
	['payload_flight_target', 'payload', 'name'],
	['space_station_chaser', 'name'],
	['space_station_target', 'name']
];

/** The fields parted by a character that no term can hold. */
function searchText(document: JsonObject): string {
	return searchFields
		.map((path) => valueAt(document, path))
		.filter((value) => typeof value === 'string')
		.join('\0')
		.toLowerCase();
}

/** A test for what the query asks of a row; undefined when every row passes. */
function rowTest(query: EventQuery): ((row: Row) => boolean) | undefined {
	const { dockingGt, dockingGte, dockingLt, dockingLte, locationId, chaserId, targetId, terms } =
		query;
	const after = Math.max(dockingGt ?? -Infinity, (dockingGte ?? -Infinity) - 0.5);
	const before = Math.min(dockingLt ?? Infinity, (dockingLte ?? Infinity) + 0.5);
	const tests: ((row: Row) => boolean)[] = [];
	if (after > -Infinity || before < Infinity)
		tests.push((row) => row.docking > after && row.docking < before);
	if (locationId !== undefined) tests.push((row) => row.locationId === locationId);
	if (chaserId !== undefined) tests.push((row) => row.chaserId === chaserId);
	if (targetId !== undefined) tests.push((row) => row.targetId === targetId);
	for (const term of terms) tests.push((row) => row.text.includes(term));
	if (!tests.length) return undefined;
	return tests.length === 1 ? tests[0] : (row) => tests.every((test) => test(row));
}

function compareRows(a: Row, b: Row, keys: readonly OrderKey[]): number {
	for (const { field, isDescending } of keys) {
		const order = compareInstants(a[field], b[field]);
		if (order) return isDescending ? -order : order;
	}
	return a.id - b.id;
}

/** NaN, an open stay, stands after every instant. */
function compareInstants(a: number, b: number): number {
	if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
	return a - b;
}

function instantAt(document: JsonObject, field: string): number {
	const value = document[field];
	return typeof value === 'string' ? (parseInstant(value) ?? NaN) : NaN;
}

function idAt(document: JsonObject, field: string): number | undefined {
	const id = valueAt(document, [field, 'id']);
	return typeof id === 'number' ? id : undefined;
}

function valueAt(document: unknown, path: readonly string[]): unknown {
	let value = document;
	for (const key of path) {
		if (!isJsonObject(value)) return undefined;
		value = value[key];
	}
	return value;
}
