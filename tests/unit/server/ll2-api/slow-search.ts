import type { JsonObject, JsonValue } from '../../../../src/lib/server/json.ts';
import { parseInstant } from '../../../../src/lib/time/instant.ts';

/** What is asked of a list, before it is an address. */
export interface Question {
	readonly dockingGt?: string;
	readonly dockingGte?: string;
	readonly dockingLt?: string;
	readonly dockingLte?: string;
	readonly locationId?: number;
	readonly chaserId?: number;
	readonly targetId?: number;
	readonly words: readonly string[];
	/** `docking`, `-departure` and the like. */
	readonly ordering: readonly string[];
}

/** The path and query that ask it, for a page. */
export function addressOf(question: Question, limit: number, offset: number): string {
	const { words, ordering } = question;
	const values = {
		docking__gt: question.dockingGt,
		docking__gte: question.dockingGte,
		docking__lt: question.dockingLt,
		docking__lte: question.dockingLte,
		docking_location__id: question.locationId,
		flight_vehicle_chaser__id: question.chaserId,
		space_station_target__id: question.targetId,
		search: words.map((word) => `"${word}"`).join(' ') || undefined,
		ordering: ordering.join() || undefined,
		limit,
		offset
	};
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (value !== undefined) query.set(name, String(value));
	return `docking_events/?${query}`;
}

/** The ids of all documents that a question asks for, in order: slow, and plain to see. */
export function slowSearch(documents: readonly JsonObject[], question: Question): number[] {
	const chosen = documents.filter((document) => {
		const docking = msOf(document['docking']) ?? NaN;
		if (question.dockingGt !== undefined && !(docking > msOf(question.dockingGt)!)) return false;
		if (question.dockingGte !== undefined && !(docking >= msOf(question.dockingGte)!)) return false;
		if (question.dockingLt !== undefined && !(docking < msOf(question.dockingLt)!)) return false;
		if (question.dockingLte !== undefined && !(docking <= msOf(question.dockingLte)!)) return false;
		const { locationId, chaserId, targetId } = question;
		if (locationId !== undefined && at(document, 'docking_location', 'id') !== locationId)
			return false;
		if (chaserId !== undefined && at(document, 'flight_vehicle_chaser', 'id') !== chaserId)
			return false;
		if (targetId !== undefined && at(document, 'space_station_target', 'id') !== targetId)
			return false;
		return question.words.every((word) =>
			namesOf(document).some((name) => name.toUpperCase().includes(word.toUpperCase()))
		);
	});
	const keys = question.ordering.length ? question.ordering : ['docking'];
	chosen.sort((a, b) => {
		for (const key of keys) {
			const field = key.replace('-', '');
			const [left, right] = [msOf(a[field]) ?? Infinity, msOf(b[field]) ?? Infinity];
			if (left !== right) return left < right === key.startsWith('-') ? 1 : -1;
		}
		return Number(a['id']) - Number(b['id']);
	});
	return chosen.map((document) => Number(document['id']));
}

/** The names that Launch Library 2 says it searches. */
export function namesOf(document: JsonObject): string[] {
	return [
		at(document, 'docking_location', 'name'),
		at(document, 'flight_vehicle_chaser', 'spacecraft', 'name'),
		at(document, 'flight_vehicle_target', 'spacecraft', 'name'),
		at(document, 'payload_flight_chaser', 'payload', 'name'),
		at(document, 'payload_flight_target', 'payload', 'name'),
		at(document, 'space_station_chaser', 'name'),
		at(document, 'space_station_target', 'name')
	].filter((name) => typeof name === 'string');
}

/** What stands at a path; undefined when it leads nowhere. */
export function at(value: JsonValue | undefined, ...path: string[]): JsonValue | undefined {
	for (const key of path) {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
		value = (value as JsonObject)[key];
	}
	return value;
}

function msOf(value: JsonValue | undefined): number | undefined {
	return typeof value === 'string' ? parseInstant(value) : undefined;
}
