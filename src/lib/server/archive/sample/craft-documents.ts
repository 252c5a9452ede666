/** Spacecraft, payloads and their flights in Launch Library 2's shapes. */
import { ll2Address } from './address.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { ConfigurationRow, PayloadRow, VehicleRow } from './tables.ts';

/** Launch Library 2's id of a type where known; the others are the sample's own. */
const configurationTypeIds: Readonly<Record<string, number>> = {
	'Cargo Resupply': 4,
	Capsule: 1_000_001,
	Spaceplane: 1_000_002,
	Other: 1_000_003
};

const payloadTypeIds: Readonly<Record<string, number>> = {
	'Space Station Module': 1_000_001,
	'Logistics Carrier': 1_000_002
};

/** LL2's `SpacecraftConfigNormal`. */
export function configurationNormal(
	[id, name, type]: ConfigurationRow,
	agency: JsonValue
): JsonObject {
	return {
		response_mode: 'normal',
		id,
		url: ll2Address('spacecraft_configurations', id),
		name,
		type: { id: configurationTypeIds[type] ?? null, name: type },
		agency,
		family: [],
		in_use: null,
		image: null
	};
}

/** LL2's `SpacecraftNormal`. */
export function spacecraftNormal(row: VehicleRow, configuration: JsonValue): JsonObject {
	const [id, name, serial, isPlaceholder] = row;
	return {
		response_mode: 'normal',
		id,
		url: ll2Address('spacecraft', id),
		name,
		serial_number: serial,
		is_placeholder: isPlaceholder === 1,
		image: null,
		in_space: null,
		time_in_space: null,
		time_docked: null,
		flights_count: null,
		mission_ends_count: null,
		status: null,
		description: '',
		spacecraft_config: configuration,
		fastest_turnaround: null
	};
}

/** LL2's `PayloadMini`. */
export function payloadMini([id, name, type]: PayloadRow, operator: JsonValue): JsonObject {
	return {
		response_mode: 'list',
		id,
		name,
		type: type && { id: payloadTypeIds[type] ?? null, name: type },
		manufacturer: null,
		operator,
		image: null
	};
}

/** LL2's `PayloadNormal`. */
export function payloadNormal(row: PayloadRow, operator: JsonValue): JsonObject {
	return {
		...payloadMini(row, operator),
		response_mode: 'normal',
		wiki_link: null,
		info_link: null,
		program: [],
		cost: null,
		mass: null,
		description: ''
	};
}

/** What a flight in either shape is made of. */
export interface FlightParts {
	readonly id: number;
	readonly destination: string | null;
	readonly launch: JsonValue;
}

/** LL2's `SpacecraftFlightNormal`, or with mode `list` its `SpacecraftFlightMini`. */
export function spacecraftFlight(
	flight: FlightParts,
	spacecraft: JsonValue,
	mode: 'normal' | 'list'
): JsonObject {
	const mini = {
		id: flight.id,
		url: ll2Address('spacecraft_flights', flight.id),
		destination: flight.destination,
		mission_end: null,
		spacecraft,
		launch: flight.launch,
		landing: null,
		duration: null,
		turn_around_time: null
	};
	return mode === 'normal' ? { ...mini, response_mode: 'normal' } : mini;
}

/** LL2's `PayloadFlightNormal`, or with mode `list` its `PayloadFlightMini`. */
export function payloadFlight(
	flight: FlightParts,
	payload: JsonValue,
	mode: 'normal' | 'list'
): JsonObject {
	return {
		response_mode: mode,
		id: flight.id,
		url: ll2Address('payload_flights', flight.id),
		destination: flight.destination,
		amount: 1,
		payload,
		launch: flight.launch,
		landing: null
	};
}
