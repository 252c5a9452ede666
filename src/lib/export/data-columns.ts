import { kinds } from '../docking/stay.ts';
import type { DataRow } from './data-row.ts';

/** What a column of data says. */
export interface DataColumn {
	/** Its values, as JSON Schema tells them. */
	readonly schema: {
		readonly type: 'integer' | 'string' | 'boolean';
		readonly format?: 'date-time';
		readonly enum?: readonly string[];
		readonly minimum?: number;
	};
	readonly canBeNull: boolean;
	/** A sentence with the unit. */
	readonly description: string;
}

const id = { type: 'integer' } as const;
const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const states = ['planned', 'docked', 'departed'] as const;
const hostTypes = ['station', 'spacecraft', 'payload'] as const;

/** The columns of `/data.csv` and the members of a stay in `/data.json`, in their order. */
export const dataColumns: { readonly [Name in keyof DataRow]: DataColumn } = {
	id: always(id, 'Launch Library 2 docking event id; details are at /events/{id}.'),
	docking: always(time, 'The moment of docking, ISO 8601, UTC.'),
	departure: orNull(
		time,
		'The moment of departure, ISO 8601, UTC, also one that is planned; null while open or unknown.'
	),
	station: orNull(text, 'The station; null where the host is none.'),
	stationId: orNull(id, 'Launch Library 2 space station id.'),
	port: orNull(text, 'The docking port; null where the event names none.'),
	portId: orNull(id, 'Launch Library 2 docking location id, of a port listed twice the shown one.'),
	craft: always(text, 'What docked, as the field says it: “Crew-13 Dragon”.'),
	vehicle: always(
		text,
		'spacecraft.name as Launch Library 2 has it; of a payload or station its own name.'
	),
	kind: always({ ...text, enum: kinds }, 'What the craft is for.'),
	agency: orNull(text, 'Who flies it.'),
	agencyId: orNull(id, 'Launch Library 2 agency id.'),
	state: always({ ...text, enum: states }, 'Where the stay stands at the view’s now.'),
	durationSeconds: orNull(
		{ type: 'integer', minimum: 0 },
		'Length of the stay in seconds, so far while docked; null while planned or unknown.'
	),
	departureUnknown: always(
		{ type: 'boolean' },
		'True where the craft has gone and nobody noted when.'
	),
	goneBy: orNull(
		time,
		'With departureUnknown: by this moment it had gone, ISO 8601, UTC; null otherwise.'
	),
	dockingPrecision: always(
		{ ...text, enum: ['instant', 'day'] },
		'“day” where the hour of docking is not known, and given as 00:00.'
	),
	departurePrecision: orNull(
		{ ...text, enum: ['instant', 'day'] },
		'The same of departure; null without one.'
	),
	host: orNull(text, 'What has the port: the station, or the spacecraft or payload docked to.'),
	hostType: orNull({ ...text, enum: hostTypes }, 'What the host is.'),
	listedPortId: orNull(
		id,
		'The docking location id as the event gives it, also of a second entry.'
	),
	movedFrom: orNull(id, 'Id of the stay that this one came from by relocation.'),
	movedTo: orNull(id, 'Id of the stay that this one went on to by relocation.'),
	serial: orNull(text, 'The vehicle’s serial number.'),
	launch: orNull(text, 'The launch’s name.'),
	origin: always(text, 'Who tells it: “Launch Library 2”; the sample has other sources too.')
};

/** The names of {@link dataColumns}, in their order. */
export const columnNames = Object.keys(dataColumns) as (keyof DataRow)[];

function always(schema: DataColumn['schema'], description: string): DataColumn {
	return { schema, canBeNull: false, description };
}

function orNull(schema: DataColumn['schema'], description: string): DataColumn {
	return { schema, canBeNull: true, description };
}
