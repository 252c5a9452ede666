import type { Ll2DockingEvent, Ll2PayloadFlight, Ll2SpacecraftFlight } from './ll2.ts';
import type { Kind } from './stay.ts';
import { vehicleType } from './vehicles.ts';

/**
 * The kind of an event's craft: by the table of spacecraft configurations, then by Launch
 * Library 2's spacecraft type, payload type or mission type; `other` when none tells.
 */
export function kindOf(event: Ll2DockingEvent): Kind {
	if (event.flight_vehicle_chaser) return kindOfFlight(event.flight_vehicle_chaser);
	if (event.payload_flight_chaser) return kindOfPayload(event.payload_flight_chaser);
	return 'other';
}

function kindOfFlight(flight: Ll2SpacecraftFlight): Kind {
	const config = flight.spacecraft?.spacecraft_config;
	const row = config && vehicleType(config);
	if (row) return row.kind;
	if (/cargo/i.test(config?.type?.name ?? '')) return 'cargo';
	return kindOfMission(flight.launch?.mission?.type);
}

function kindOfPayload(flight: Ll2PayloadFlight): Kind {
	const type = flight.payload?.type?.name ?? '';
	if (/module|space station/i.test(type)) return 'module';
	if (/cargo|resupply/i.test(type)) return 'cargo';
	// What a crewed mission carries is not crew: a payload takes only cargo and module from it.
	const kind = kindOfMission(flight.launch?.mission?.type);
	return kind === 'crew' ? 'other' : kind;
}

function kindOfMission(type: string | null | undefined): Kind {
	if (!type) return 'other';
	if (/resupply|cargo/i.test(type)) return 'cargo';
	if (/human|crew/i.test(type)) return 'crew';
	if (/module|space station/i.test(type)) return 'module';
	return 'other';
}
