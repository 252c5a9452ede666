import { ll2Address } from './address.ts';
import {
	configurationNormal,
	payloadFlight,
	payloadMini,
	payloadNormal,
	spacecraftFlight,
	spacecraftNormal
} from './craft-documents.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { launchDocuments } from './launch-documents.ts';
import { agencyMini, agencyNormal, stationMini } from './party-documents.ts';
import { atMidnight, isDay } from './sample-time.ts';
import type { FlightRow, PortRow, SampleTables, StayTuple } from './tables.ts';

/** Documents as Launch Library 2 gives them. */
export interface SampleDocuments {
	/** One `DockingEventEndpointDetailed` a stay, in the order of their docking. */
	readonly events: readonly JsonObject[];
	/** One `DockingLocation` a port, by id. */
	readonly locations: readonly JsonObject[];
}

/** The tables by id, and what documents share. */
interface Sources {
	readonly tables: SampleTables;
	readonly byId: <Row extends readonly [id: number, ...rest: unknown[]]>(
		rows: readonly Row[],
		id: number | null
	) => Row | undefined;
	readonly launches: ReadonlyMap<number, JsonObject>;
	readonly locations: ReadonlyMap<number, JsonObject>;
	/** Stations that the seed shows in full. */
	readonly knownStations: ReadonlyMap<number, JsonObject>;
}

/**
 * The sample's documents: `tables` in Launch Library 2's shape, null where nothing is known, and
 * `seed`, a docking event as received, in the place of its row.
 */
export function createDocuments(tables: SampleTables, seed: JsonObject): SampleDocuments {
	const sources = createSources(tables, seed);
	const events = tables.stays.map((stay) => {
		const document = stay[0] === seed['id'] ? seed : eventDocument(stay, sources);
		return { ...document, berthline_sample: notesDocument(stay, tables.texts) };
	});
	return { events, locations: [...sources.locations.values()] };
}

function createSources(tables: SampleTables, seed: JsonObject): Sources {
	const indexes = new Map<unknown, ReadonlyMap<number, unknown>>();
	const byId: Sources['byId'] = (rows, id) => {
		if (id === null) return undefined;
		const index = indexes.get(rows) ?? new Map(rows.map((row) => [row[0], row]));
		indexes.set(rows, index);
		return index.get(id) as (typeof rows)[number] | undefined;
	};
	const locations = new Map<number, JsonObject>();
	const seedStation = seed['space_station_target'] as JsonObject;
	const sources: Sources = {
		tables,
		byId,
		launches: launchDocuments(tables.launches),
		locations,
		knownStations: new Map([[Number(seedStation['id']), seedStation]])
	};
	for (const port of tables.ports) locations.set(port[0], locationDocument(port, sources));
	return sources;
}

function eventDocument(stay: StayTuple, sources: Sources): JsonObject {
	const [id, portId, flightId, targetFlightId, docking, departure] = stay;
	const { tables, byId } = sources;
	const port = byId(tables.ports, portId);
	const chaser = byId(tables.flights, flightId);
	const target = byId(tables.flights, targetFlightId);
	const stationId = port?.[2] ?? null;
	const destination = byId(tables.stations, stationId)?.[1] ?? null;
	return {
		id,
		url: ll2Address('docking_events', id),
		docking: atMidnight(docking),
		departure: departure && atMidnight(departure),
		docking_location: sources.locations.get(portId) ?? null,
		space_station_target: stationDocument(stationId, sources),
		flight_vehicle_target: vehicleFlight(target, null, 'list', sources),
		payload_flight_target: carriedFlight(target, null, 'list', sources),
		response_mode: 'detailed',
		flight_vehicle_chaser: vehicleFlight(chaser, destination, 'normal', sources),
		space_station_chaser: null,
		payload_flight_chaser: carriedFlight(chaser, destination, 'normal', sources)
	};
}

function locationDocument(port: PortRow, sources: Sources): JsonObject {
	const [id, name, stationId, configurationId, payloadId] = port;
	const { tables, byId } = sources;
	const configuration = byId(tables.configurations, configurationId);
	const payload = byId(tables.payloads, payloadId);
	return {
		id,
		name,
		spacestation: stationDocument(stationId, sources),
		spacecraft: configuration ? configurationNormal(configuration, null) : null,
		payload: payload ? payloadMini(payload, null) : null
	};
}

function stationDocument(id: number | null, { tables, byId, knownStations }: Sources): JsonValue {
	const known = id !== null && knownStations.get(id);
	if (known) return known;
	const row = byId(tables.stations, id);
	return row ? stationMini(row) : null;
}

function vehicleFlight(
	flight: FlightRow | undefined,
	destination: string | null,
	mode: 'normal' | 'list',
	{ tables, byId, launches }: Sources
): JsonValue {
	const vehicle = byId(tables.vehicles, flight?.[1] ?? null);
	if (!flight || !vehicle) return null;
	const [id, , , launchId, agencyId] = flight;
	const agency = byId(tables.agencies, agencyId);
	const configuration = byId(tables.configurations, vehicle[4]);
	const spacecraft = spacecraftNormal(
		vehicle,
		configuration ? configurationNormal(configuration, agency ? agencyMini(agency) : null) : null
	);
	const launch = launches.get(launchId ?? 0) ?? null;
	return spacecraftFlight({ id, destination, launch }, spacecraft, mode);
}

function carriedFlight(
	flight: FlightRow | undefined,
	destination: string | null,
	mode: 'normal' | 'list',
	{ tables, byId, launches }: Sources
): JsonValue {
	const row = byId(tables.payloads, flight?.[2] ?? null);
	if (!flight || !row) return null;
	const [id, , , launchId, agencyId] = flight;
	const agency = byId(tables.agencies, agencyId);
	const operator = agency ? agencyNormal(agency) : null;
	const payload = mode === 'normal' ? payloadNormal(row, operator) : payloadMini(row, operator);
	const launch = launches.get(launchId ?? 0) ?? null;
	return payloadFlight({ id, destination, launch }, payload, mode);
}

/** What Launch Library 2's shape has no field for (`SampleNotes` in `docking/ll2.ts`). */
function notesDocument(stay: StayTuple, texts: readonly string[]): JsonObject {
	const [, , , , docking, departure, dockingBasis, departureBasis, source, crew] = stay;
	const text = (index: number | null): string | null =>
		index === null ? null : (texts[index] ?? null);
	return {
		docking_precision: isDay(docking) ? 'day' : 'instant',
		departure_precision: departure && isDay(departure) ? 'day' : 'instant',
		docking_basis: text(dockingBasis),
		departure_basis: text(departureBasis),
		source: text(source),
		crew: text(crew)
	};
}
