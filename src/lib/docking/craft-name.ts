import type { Ll2DockingEvent, Ll2Launch, Ll2SpacecraftFlight } from './ll2.ts';
import { vehicleType } from './vehicles.ts';

/**
 * The craft's name as the field says it: the vehicle's, but for vehicles that fly again the
 * mission's with the family's, unless it holds it already ("Crew-13 Dragon", "STS-135 Atlantis").
 */
export function craftName(event: Ll2DockingEvent): string {
	const flight = event.flight_vehicle_chaser;
	if (flight) return flightName(flight) ?? `Spacecraft flight ${flight.id}`;
	const payload = event.payload_flight_chaser;
	if (payload)
		return payload.payload?.name ?? missionName(payload.launch) ?? `Payload flight ${payload.id}`;
	return event.space_station_chaser?.name ?? 'Craft not named';
}

/** The vehicle's own name as Launch Library 2 has it: `Crew Dragon Grace (C213)`. */
export function vehicleName(event: Ll2DockingEvent): string {
	return event.flight_vehicle_chaser?.spacecraft?.name ?? craftName(event);
}

/**
 * A shorter name for narrow bars: the mission before the vehicle. `Crew-13 Dragon` is `Crew-13`,
 * `Progress MS-30` is `MS-30`; undefined where a part alone would say nothing ("Shenzhou 22").
 */
export function shortCraftName(name: string): string | undefined {
	const family = /^(?:Soyuz|Progress|Cygnus)\s+(\S+)$/.exec(name);
	if (family?.[1] && /[A-Za-z].*\d/.test(family[1])) return family[1];
	const again =
		/^(.*\d.*?)\s+(?:Dragon|Starliner|Atlantis|Discovery|Endeavour|Columbia|Challenger)$/.exec(
			name
		) ?? /^(?:Dragon|Starliner)\s+(.*\d.*)$/.exec(name);
	if (again?.[1]) return again[1];
	return /^(.+?)\s+\(.+\)$/.exec(name)?.[1];
}

function flightName(flight: Ll2SpacecraftFlight): string | undefined {
	const vehicle = flight.spacecraft?.name;
	const config = flight.spacecraft?.spacecraft_config;
	const again = config && vehicleType(config)?.fliesAgainAs;
	const mission = missionName(flight.launch);
	if (!again || !mission) return vehicle ?? mission;
	const family = typeof again === 'string' ? again : vehicle?.replace(again.strip, '');
	if (!family || mission.toLowerCase().includes(family.toLowerCase())) return mission;
	return `${mission} ${family}`;
}

/** The mission's name, else what follows the bar in the launch's: "Long March 7 | Tianzhou-7". */
function missionName(launch: Ll2Launch | null): string | undefined {
	return launch?.mission?.name ?? (launch?.name?.split('|').at(1)?.trim() || undefined);
}
