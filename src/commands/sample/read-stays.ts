import { csvParse } from 'd3';

/** One row of `stays.csv`, every field as written; an empty field is an empty string. */
export type StayRow = Readonly<Record<StayColumn, string>> & {
	/** 1 for the first row below the header; the root of every id that Launch Library 2 lacks. */
	readonly number: number;
};

const stayColumns = [
	'll2_event_id',
	'station_id',
	'station',
	'port_id',
	'port',
	'target',
	'craft',
	'vehicle_name',
	'kind',
	'operator',
	'country',
	'launched',
	'launch_vehicle',
	'launch_site',
	'docked',
	'docked_basis',
	'departed',
	'departed_basis',
	'last_seen',
	'relocated',
	'crew',
	'source'
] as const;
type StayColumn = (typeof stayColumns)[number];

/** The rows of `csv` in their order; throws an Error that names the columns it lacks. */
export function readStays(csv: string): readonly StayRow[] {
	const parsed = csvParse(csv);
	const missing = stayColumns.filter((column) => !parsed.columns.includes(column));
	if (missing.length > 0) throw new Error(`stays.csv lacks the columns ${missing.join(', ')}`);
	return parsed.map((row, index) => {
		const fields = stayColumns.map((column) => [column, row[column] ?? '']);
		return { ...(Object.fromEntries(fields) as Record<StayColumn, string>), number: index + 1 };
	});
}
