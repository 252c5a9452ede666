import { createEventMaker, withValue } from './odd-event.ts';
import { oddNames } from './names.ts';

/** First id of the stations that are called by an odd name. */
export const firstHostileStation = 9100;

/** Fields that people type into, wherever in a document they stand. */
const typed = new Set([
	...['name', 'full_name', 'abbrev', 'description', 'destination', 'serial_number', 'slug'],
	...['information', 'history', 'capability', 'details', 'founding_year', 'administrator', 'type']
]);

/** What a document of {@link hostileDocuments} is sure to have. */
export interface HostileDocument {
	readonly id: number;
	/** In all its fields that people type into. */
	readonly hostileName: string;
	readonly stationId: number;
	readonly document: unknown;
}

/** For each odd name one event, at a station of its own, with that name in every text. */
export function hostileDocuments(): HostileDocument[] {
	const make = createEventMaker();
	return Object.values(oddNames).map((hostileName, at) => {
		const event = make({ docking: '2026-08-01T10:00:00Z' });
		const stationId = firstHostileStation + at;
		withValue(event, 'docking_location.spacestation.id', stationId);
		withValue(event, 'docking_location.id', event.id);
		return { id: event.id, hostileName, stationId, document: renamed(event, hostileName) };
	});
}

function renamed(value: unknown, name: string): unknown {
	if (Array.isArray(value)) return value.map((item) => renamed(item, name));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
		key,
		typed.has(key) && typeof inner === 'string' ? name : renamed(inner, name)
	]);
	return Object.fromEntries(entries);
}
