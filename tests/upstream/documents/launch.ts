import { agencyDetailed, agencyMini } from './agencies.ts';
import type { CraftPlan } from './craft.ts';
import { pad } from './pads.ts';
import { apiUrl, image, isoSecond, named } from './parts.ts';
import { rocketOf } from './rockets.ts';

/** A launch as targets and normal mode have it (`LaunchMini`): id, address, name. */
export function launchMini(craft: CraftPlan) {
	const id = launchId(craft.flightId);
	return {
		id,
		url: apiUrl('launches', id),
		name: `${rocketOf(craft.agency).name} | ${craft.mission}`
	};
}

export type FullLaunchMini = ReturnType<typeof launchMini>;

/** A launch in full (`LaunchNormal`). */
export function launchNormal(craft: CraftPlan) {
	const mini = launchMini(craft);
	const year = new Date(craft.launchMs).getUTCFullYear();
	return {
		...mini,
		response_mode: 'normal',
		slug: mini.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
		launch_designator: `${year}-${String(craft.flightId % 1000).padStart(3, '0')}` as string | null,
		status: {
			...named(3, 'Launch Successful'),
			abbrev: 'Success',
			description:
				'The launch vehicle successfully inserted its payload(s) into the target orbit(s).'
		},
		last_updated: isoSecond(craft.launchMs + 86_400_000),
		net: isoSecond(craft.launchMs),
		net_precision: {
			...named(0, 'Second'),
			abbrev: 'SEC',
			description: 'The T-0 is accurate to the second.'
		},
		window_end: isoSecond(craft.launchMs + 600_000),
		window_start: isoSecond(craft.launchMs - 600_000),
		image: image(10_000 + craft.flightId, mini.name),
		infographic: null as string | null,
		probability: null as number | null,
		weather_concerns: null as string | null,
		failreason: '' as string | null,
		hashtag: null as string | null,
		launch_service_provider: agencyMini(craft.agency),
		rocket: { id: 8000 + craft.flightId, configuration: rocketOf(craft.agency) },
		mission: mission(craft),
		pad: pad(craft.agency),
		webcast_live: false,
		program: [program(craft)],
		orbital_launch_attempt_count: 6602,
		location_launch_attempt_count: 26,
		pad_launch_attempt_count: 16,
		agency_launch_attempt_count: 454,
		orbital_launch_attempt_count_year: 13,
		location_launch_attempt_count_year: 1,
		pad_launch_attempt_count_year: 1,
		agency_launch_attempt_count_year: 2
	};
}

export type FullLaunch = ReturnType<typeof launchNormal>;

function mission(craft: CraftPlan) {
	return {
		id: 6000 + craft.flightId,
		name: craft.mission,
		type: craft.missionType,
		description: `${craft.mission} flies to ${craft.destination} – and back.`,
		image: null,
		orbit: { ...named(8, 'Low Earth Orbit'), abbrev: 'LEO', celestial_body: earthMini() },
		agencies: [agencyDetailed(craft.agency)],
		info_urls: [] as unknown[],
		vid_urls: [] as unknown[]
	};
}

function earthMini() {
	return { response_mode: 'list', id: 1, name: 'Earth' };
}

function program(craft: CraftPlan) {
	return {
		response_mode: 'normal',
		id: 19,
		url: apiUrl('programs', 19),
		name: craft.destination,
		image: image(1893, craft.destination),
		info_url: null as string | null,
		wiki_url: 'https://en.wikipedia.org/wiki/Space_station' as string | null,
		description: `Flights to ${craft.destination}.`,
		agencies: [agencyMini(craft.agency)],
		start_date: '1998-11-20T06:40:00Z' as string | null,
		end_date: null as string | null,
		mission_patches: [] as unknown[],
		type: named(2, 'Human Spaceflight')
	};
}

function launchId(flightId: number): string {
	return `b0e7a11e-0000-4000-8000-${flightId.toString(16).padStart(12, '0')}`;
}
