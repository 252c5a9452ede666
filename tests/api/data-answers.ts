import { parse } from 'csv-parse/sync';
import { sync, type VEvent } from 'node-ical';
import type { DataRow } from '../../src/lib/export/data-row.ts';

/** A query for the stays of any time. */
export const always = 'from=1950-01-01&to=2149-12-31';
/** What makes the clock stand, after the sample's own date. */
export const frozen = 'now=2026-10-08T12:00Z';

/** What tests of data read of a document of Launch Library 2. */
export interface Event {
	readonly id: number;
	readonly docking: string;
	readonly departure: string | null;
	readonly docking_location: { id: number; spacestation: { id: number } | null } | null;
	readonly flight_vehicle_chaser: { spacecraft: { name: string } | null } | null;
}

/** What `/data.json` answers, as far as tests read it. */
export interface Data {
	readonly updated: string;
	readonly source: string;
	readonly stays: readonly DataRow[];
	readonly credits?: readonly { name: string }[];
}

export const readJson = (text: string) => JSON.parse(text) as Data;
export const readCsv = (text: string) =>
	parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
export const readIcs = (text: string) =>
	Object.values(sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT');

export const iso = (text: string) => new Date(text).toISOString();

/** Who, when and where, as the API tells them: what all three formats must tell too. */
export const factsOf = ({ id, docking, departure, docking_location }: Event) => ({
	id,
	docking: iso(docking),
	departure: departure && iso(departure),
	listedPortId: docking_location?.id ?? null,
	stationId: docking_location?.spacestation?.id ?? null
});

/** The same of a row of any format. */
export function factsOfRow(row: DataRow | Record<string, string>) {
	const number = (value: unknown) => (value === '' || value === null ? null : Number(value));
	return {
		id: Number(row.id),
		docking: iso(String(row.docking)),
		departure: row.departure ? iso(row.departure) : null,
		listedPortId: number(row.listedPortId),
		stationId: number(row.stationId)
	};
}
