/**
 * What `sample.json` holds: rows of facts that name each other by id. The build script writes it
 * from `stays.csv`; `documents.ts` turns it into Launch Library 2's documents. Ids that Launch
 * Library 2 did not give are above 1,000,000. A bare date is known to the day.
 */
export interface SampleTables {
	readonly agencies: readonly AgencyRow[];
	readonly configurations: readonly ConfigurationRow[];
	readonly vehicles: readonly VehicleRow[];
	readonly payloads: readonly PayloadRow[];
	readonly launches: readonly LaunchRow[];
	readonly flights: readonly FlightRow[];
	readonly stations: readonly StationRow[];
	readonly ports: readonly PortRow[];
	/** Words that stays repeat: bases, sources, crews. */
	readonly texts: readonly string[];
	readonly stays: readonly StayTuple[];
}

export type AgencyRow = readonly [id: number, name: string, abbrev: string];

export type ConfigurationRow = readonly [id: number, name: string, type: string];

export type VehicleRow = readonly [
	id: number,
	name: string,
	serial: string | null,
	isPlaceholder: 0 | 1,
	configurationId: number
];

export type PayloadRow = readonly [id: number, name: string, type: string | null];

export type LaunchRow = readonly [
	id: number,
	mission: string,
	missionType: string | null,
	net: string | null,
	rocket: string | null,
	pad: string | null,
	location: string | null
];

/** Exactly one of vehicle and payload is there. */
export type FlightRow = readonly [
	id: number,
	vehicleId: number | null,
	payloadId: number | null,
	launchId: number | null,
	agencyId: number | null
];

export type StationRow = readonly [id: number, name: string];

/** At most one host is there: a station, a type of spacecraft, or a payload. */
export type PortRow = readonly [
	id: number,
	name: string,
	stationId: number | null,
	configurationId: number | null,
	payloadId: number | null
];

export type StayTuple = readonly [
	id: number,
	portId: number,
	flightId: number,
	/** The flight docked to, when it is no station. */
	targetFlightId: number | null,
	docking: string,
	departure: string | null,
	dockingBasis: number | null,
	departureBasis: number | null,
	source: number,
	crew: number | null
];
