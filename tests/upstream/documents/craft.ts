import type { AgencyName } from './agencies.ts';
import { landing, type FullLanding } from './landing.ts';
import { launchMini, launchNormal, type FullLaunch, type FullLaunchMini } from './launch.ts';
import { apiUrl, duration, image, isoSecond, named } from './parts.ts';
import {
	spacecraftConfig,
	type FullSpacecraftConfig,
	type SpacecraftTypeId
} from './spacecraft-types.ts';

/** What a flight is, from which its documents are made. */
export interface CraftPlan {
	readonly flightId: number;
	/** `Soyuz MS-28`, `Crew Dragon Grace (C213)`. */
	readonly vehicle: string;
	/** `Crew-13`. */
	readonly mission: string;
	readonly missionType: string;
	readonly agency: AgencyName;
	readonly destination: string;
	readonly serial: string;
	readonly launchMs: number;
	/** Undefined while it flies. */
	readonly missionEndMs?: number | undefined;
	readonly dockedMs?: number;
}

/** A spacecraft (`SpacecraftNormal`). */
export interface FullSpacecraft {
	response_mode: string;
	id: number;
	url: string;
	name: string;
	serial_number: string | null;
	is_placeholder: boolean;
	image: ReturnType<typeof image> | null;
	in_space: boolean;
	time_in_space: string | null;
	time_docked: string | null;
	flights_count: number | null;
	mission_ends_count: number | null;
	status: { id: number; name: string };
	description: string;
	spacecraft_config: FullSpacecraftConfig;
	fastest_turnaround: string | null;
}

/** A flight as targets and normal mode have it (`SpacecraftFlightMini`). */
export interface FullSpacecraftFlightMini {
	id: number;
	url: string;
	destination: string | null;
	mission_end: string | null;
	spacecraft: FullSpacecraft;
	launch: FullLaunchMini;
	landing: FullLanding | null;
	duration: string;
	turn_around_time: string | null;
}

/** A flight as the chaser of a detailed document (`SpacecraftFlightNormal`). */
export interface FullSpacecraftFlight extends Omit<FullSpacecraftFlightMini, 'launch'> {
	launch: FullLaunch;
	response_mode: string;
}

/** A flight of a spacecraft, in full. */
export function spacecraftFlight(craft: CraftPlan, typeId: SpacecraftTypeId): FullSpacecraftFlight {
	const endMs = craft.missionEndMs;
	return {
		id: craft.flightId,
		url: apiUrl('spacecraft_flights', craft.flightId),
		destination: craft.destination,
		mission_end: endMs === undefined ? null : isoSecond(endMs),
		spacecraft: spacecraft(craft, typeId),
		launch: launchNormal(craft),
		landing: landing(craft),
		duration: duration(craft.launchMs, endMs ?? craft.launchMs),
		turn_around_time: null,
		response_mode: 'normal'
	};
}

/** A flight of a spacecraft as a target has it. */
export function spacecraftFlightMini(
	craft: CraftPlan,
	typeId: SpacecraftTypeId
): FullSpacecraftFlightMini {
	const { response_mode: _, ...flight } = spacecraftFlight(craft, typeId);
	return { ...flight, launch: launchMini(craft) };
}

function spacecraft(craft: CraftPlan, typeId: SpacecraftTypeId): FullSpacecraft {
	const isFlying = craft.missionEndMs === undefined;
	return {
		response_mode: 'normal',
		id: craft.flightId,
		url: apiUrl('spacecraft', craft.flightId),
		name: craft.vehicle,
		serial_number: craft.serial,
		is_placeholder: false,
		image: image(1900 + (typeId % 100), craft.vehicle),
		in_space: isFlying,
		time_in_space: isFlying ? 'P0DT0S' : duration(craft.launchMs, craft.missionEndMs),
		time_docked: duration(0, craft.dockedMs ?? 0),
		flights_count: 1,
		mission_ends_count: isFlying ? 0 : 1,
		status: isFlying ? named(1, 'Active') : named(4, 'Single Use'),
		description: `${craft.vehicle} flies ${craft.mission}.`,
		spacecraft_config: spacecraftConfig(typeId),
		fastest_turnaround: null
	};
}
