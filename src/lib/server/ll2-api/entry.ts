import { parseInstant } from '../../time/instant.ts';
import type { HeldDocument } from '../holdings.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import type { Projector } from './project.ts';

/** One docking event, ready to be found and told. */
export interface Entry {
	readonly id: number;
	readonly docking: number;
	/** Infinity while open. */
	readonly departure: number;
	/** NaN for none, as with the next two. */
	readonly locationId: number;
	readonly chaserId: number;
	readonly targetId: number;
	/** What `searchFields` hold, in their order. */
	readonly names: readonly unknown[];
	readonly forms: Forms;
	/** What it was made from. */
	readonly held: HeldDocument;
}

/** A document’s JSON in both modes as UTF-8, from after its own address on: `addressed` goes before. */
export interface Forms {
	readonly normal: Uint8Array;
	readonly detailed: Uint8Array;
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

/** The entry of a document in Launch Library 2's detailed shape. */
export function entryOf(held: HeldDocument, project: FormProjectors): Entry {
	const document = JSON.parse(held.text) as JsonObject;
	return {
		id: held.id,
		docking: instantAt(document, 'docking'),
		departure: instantAt(document, 'departure'),
		locationId: idAt(document, 'docking_location'),
		chaserId: idAt(document, 'flight_vehicle_chaser'),
		targetId: idAt(document, 'space_station_target'),
		names: searchFields.map((path) => valueAt(document, path)),
		forms: formsOf(document, project),
		held
	};
}

/** Projectors into the two modes; both begin with `id` and `url`. */
export interface FormProjectors {
	readonly normal: Projector;
	readonly detailed: Projector;
}

/** The forms of a document. */
export function formsOf(document: JsonObject, project: FormProjectors): Forms {
	return {
		normal: withoutAddress(project.normal(document)),
		detailed: withoutAddress(project.detailed(document))
	};
}

/** The beginning of an event's JSON, with its own address at `origin`; a form goes on from there. */
export function addressed(id: number, origin: string): string {
	return `{"id":${id},"url":"${origin}/2.3.0/docking_events/${id}/"`;
}

/** JSON from after the first two fields. */
function withoutAddress(projected: JsonValue): Uint8Array {
	const { id, url } = projected as JsonObject;
	return Buffer.from(JSON.stringify(projected).slice(JSON.stringify({ id, url }).length - 1));
}

function instantAt(document: JsonObject, field: string): number {
	const value = document[field];
	return (typeof value === 'string' ? parseInstant(value) : undefined) ?? Infinity;
}

function idAt(document: JsonObject, field: string): number {
	const id = valueAt(document, [field, 'id']);
	return typeof id === 'number' ? id : NaN;
}

function valueAt(document: unknown, path: readonly string[]): unknown {
	let value = document;
	for (const key of path) {
		if (!isJsonObject(value)) return undefined;
		value = value[key];
	}
	return value;
}
