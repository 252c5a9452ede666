import { agencyMini, agencyNormal, type AgencyName } from './agencies.ts';
import { apiUrl, named, type FullImage } from './parts.ts';
import type { CraftPlan } from './craft.ts';
import { landing, type FullLanding } from './landing.ts';
import { launchMini, launchNormal, type FullLaunch, type FullLaunchMini } from './launch.ts';

const payloadTypes = { module: 'Space Station Module', satellite: 'Communications Satellite' };

/** What a payload is. */
export interface PayloadPlan {
	readonly id: number;
	readonly name: string;
	readonly type: keyof typeof payloadTypes;
	readonly agency: AgencyName;
}

/** A payload as lists have it (`PayloadMini`). */
export function payloadMini(plan: PayloadPlan) {
	return {
		response_mode: 'list',
		id: plan.id,
		name: plan.name,
		type: named(plan.type === 'module' ? 11 : 3, payloadTypes[plan.type]),
		manufacturer: agencyMini(plan.agency),
		operator: agencyMini(plan.agency),
		image: null as FullImage | null
	};
}

export type FullPayloadMini = ReturnType<typeof payloadMini>;

/** A payload with its description (`PayloadNormal`). */
export function payloadNormal(plan: PayloadPlan) {
	return {
		...payloadMini(plan),
		response_mode: 'normal',
		manufacturer: agencyNormal(plan.agency),
		operator: agencyNormal(plan.agency),
		wiki_link: 'https://en.wikipedia.org/wiki/Spacecraft',
		info_link: 'https://payload.example.org/',
		program: [] as unknown[],
		cost: null as number | null,
		mass: 22_000 as number | null,
		description: `${plan.name} is a ${payloadTypes[plan.type].toLowerCase()}.`
	};
}

/** A flight of a payload as a target has it (`PayloadFlightMini`). */
export interface FullPayloadFlightMini {
	response_mode: string;
	id: number;
	url: string;
	destination: string | null;
	amount: number;
	payload: FullPayloadMini;
	launch: FullLaunchMini;
	landing: FullLanding | null;
}

/** A flight of a payload as a chaser has it (`PayloadFlightNormal`). */
export interface FullPayloadFlight extends Omit<FullPayloadFlightMini, 'payload' | 'launch'> {
	payload: ReturnType<typeof payloadNormal>;
	launch: FullLaunch;
}

/** A flight of a payload, in full. */
export function payloadFlight(craft: CraftPlan, payload: PayloadPlan): FullPayloadFlight {
	return {
		response_mode: 'normal',
		id: craft.flightId,
		url: apiUrl('payload_flights', craft.flightId),
		destination: craft.destination,
		amount: 1,
		payload: payloadNormal(payload),
		launch: launchNormal(craft),
		landing: craft.missionEndMs === undefined ? null : landing(craft)
	};
}

/** A flight of a payload as a target has it. */
export function payloadFlightMini(craft: CraftPlan, payload: PayloadPlan): FullPayloadFlightMini {
	return {
		...payloadFlight(craft, payload),
		response_mode: 'list',
		payload: payloadMini(payload),
		launch: launchMini(craft)
	};
}
