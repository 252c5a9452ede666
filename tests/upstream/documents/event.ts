import type { FullSpacecraftFlight, FullSpacecraftFlightMini } from './craft.ts';
import { apiUrl } from './parts.ts';
import type { FullPayloadFlight, FullPayloadFlightMini } from './payloads.ts';
import type { FullDockingLocation, FullStationMini, FullStationNormal } from './stations.ts';

/** A docking event in detailed mode with every field Launch Library 2 has (as event 529 shows). */
export interface FullEvent {
	id: number;
	url: string;
	docking: string;
	departure: string | null;
	docking_location: FullDockingLocation | null;
	space_station_target: FullStationMini | null;
	flight_vehicle_target: FullSpacecraftFlightMini | null;
	payload_flight_target: FullPayloadFlightMini | null;
	response_mode: 'detailed';
	flight_vehicle_chaser: FullSpacecraftFlight | null;
	space_station_chaser: FullStationNormal | null;
	payload_flight_chaser: FullPayloadFlight | null;
}

/** A docking event from its parts; what is not given is null, and the target follows the port. */
export function dockingEvent({
	id,
	docking,
	...others
}: Pick<FullEvent, 'id' | 'docking'> & Partial<FullEvent>): FullEvent {
	return {
		id,
		url: apiUrl('docking_events', id),
		docking,
		departure: null,
		docking_location: null,
		space_station_target: others.docking_location?.spacestation ?? null,
		flight_vehicle_target: null,
		payload_flight_target: null,
		response_mode: 'detailed',
		flight_vehicle_chaser: null,
		space_station_chaser: null,
		payload_flight_chaser: null,
		...others
	};
}
