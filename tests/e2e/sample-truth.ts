import { readFileSync } from 'node:fs';
import { csvParse } from 'd3';

/** A stay of the sample as its CSV file has it, read without the app's own code. */
export interface TrueStay {
	readonly craft: string;
	readonly port: string;
	/** Both empty when the target is no station. */
	readonly stationId: string;
	readonly station: string;
	readonly kind: string;
	readonly docked: number;
	/** Infinity while nobody knows of a departure. */
	readonly departed: number;
}

const file = new URL('../../src/lib/server/archive/sample/stays.csv', import.meta.url);

/** Every stay of the bundled sample. */
export function trueStays(): TrueStay[] {
	return csvParse(readFileSync(file, 'utf8')).map((row) => ({
		craft: row['craft'] ?? '',
		port: row['port'] ?? '',
		stationId: row['station_id'] ?? '',
		station: row['station'] ?? '',
		kind: row['kind'] ?? '',
		docked: Date.parse(row['docked'] ?? ''),
		departed: row['departed'] ? Date.parse(row['departed']) : Infinity
	}));
}

/** Visits of craft other than modules at a station between two instants, `to` excluded. */
export function trueVisits(stationId: string, from: string, to: string): TrueStay[] {
	return trueStays().filter(
		(stay) =>
			stay.stationId === stationId &&
			stay.kind !== 'module' &&
			stay.docked < Date.parse(to) &&
			stay.departed > Date.parse(from)
	);
}
