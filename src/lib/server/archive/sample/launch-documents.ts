/** Launches in Launch Library 2's shape. */
import type { JsonObject, JsonValue } from '../../json.ts';
import { atMidnight } from './sample-time.ts';
import type { LaunchRow } from './tables.ts';

/** LL2's `LaunchNormal`, by the launch's own number in `tables.ts`. */
export function launchDocuments(rows: readonly LaunchRow[]): ReadonlyMap<number, JsonObject> {
	const rocketIds = firstIds(rows, ([, , , , rocket]) => rocket);
	const padIds = firstIds(rows, ([, , , , , pad, location]) => location && `${pad}, ${location}`);
	const locationIds = firstIds(rows, (row) => row[6]);
	return new Map(
		rows.map((row) => {
			const [id, , , , rocket, pad, location] = row;
			const document = launchNormal(row, {
				rocket: rocketIds.get(rocket ?? '') ?? 0,
				pad: padIds.get(`${pad}, ${location}`) ?? 0,
				location: locationIds.get(location ?? '') ?? 0
			});
			return [id, document];
		})
	);
}

/** Things that launches share are numbered like the first launch that has them. */
function firstIds(
	rows: readonly LaunchRow[],
	keyOf: (row: LaunchRow) => string | null
): ReadonlyMap<string, number> {
	const ids = new Map<string, number>();
	for (const row of rows) {
		const key = keyOf(row);
		if (key && !ids.has(key)) ids.set(key, row[0]);
	}
	return ids;
}

interface SharedIds {
	readonly rocket: number;
	readonly pad: number;
	readonly location: number;
}

function launchNormal(row: LaunchRow, ids: SharedIds): JsonObject {
	const [id, mission, , net, rocket] = row;
	const instant = net && atMidnight(net);
	return {
		id: launchId(id),
		url: null,
		name: rocket ? `${rocket} | ${mission}` : mission,
		response_mode: 'normal',
		slug: slug(rocket ? `${rocket} ${mission}` : mission),
		launch_designator: null,
		status: {
			id: 3,
			name: 'Launch Successful',
			abbrev: 'Success',
			description:
				'The launch vehicle successfully inserted its payload(s) into the target orbit(s).'
		},
		last_updated: null,
		net: instant,
		net_precision: net && netPrecision(net),
		window_end: instant,
		window_start: instant,
		...unknownOfLaunch,
		launch_service_provider: null,
		rocket: rocket && { id, configuration: rocketConfiguration(ids.rocket, rocket) },
		mission: missionDocument(row),
		pad: padDocument(row, ids),
		webcast_live: false,
		program: []
	};
}

const unknownOfLaunch: JsonObject = {
	image: null,
	infographic: null,
	probability: null,
	weather_concerns: null,
	failreason: '',
	hashtag: null,
	orbital_launch_attempt_count: null,
	location_launch_attempt_count: null,
	pad_launch_attempt_count: null,
	agency_launch_attempt_count: null,
	orbital_launch_attempt_count_year: null,
	location_launch_attempt_count_year: null,
	pad_launch_attempt_count_year: null,
	agency_launch_attempt_count_year: null
};

/** A UUID of version 8 (RFC 9562: free use) made of the sample's own number. */
function launchId(id: number): string {
	return `00000000-0000-8000-8000-${id.toString(16).padStart(12, '0')}`;
}

function slug(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

function netPrecision(net: string): JsonObject {
	if (net.length === 10)
		return { id: 5, name: 'Day', abbrev: 'DAY', description: 'The T-0 is known to the day.' };
	if (net.endsWith(':00Z'))
		return { id: 1, name: 'Minute', abbrev: 'MIN', description: 'The T-0 is known to the minute.' };
	return {
		id: 0,
		name: 'Second',
		abbrev: 'SEC',
		description: 'The T-0 is accurate to the second.'
	};
}

function rocketConfiguration(id: number, name: string): JsonObject {
	return {
		response_mode: 'list',
		id,
		url: null,
		name,
		families: [],
		full_name: name,
		variant: ''
	};
}

function missionDocument([id, name, type]: LaunchRow): JsonObject {
	return {
		id,
		name,
		type,
		description: '',
		image: null,
		orbit: {
			id: 8,
			name: 'Low Earth Orbit',
			abbrev: 'LEO',
			celestial_body: { response_mode: 'list', id: 1, name: 'Earth' }
		},
		agencies: [],
		info_urls: [],
		vid_urls: []
	};
}

function padDocument([, , , , , pad, location]: LaunchRow, ids: SharedIds): JsonValue {
	if (!location) return null;
	return {
		id: ids.pad,
		url: null,
		active: null,
		agencies: [],
		name: pad,
		image: null,
		description: null,
		info_url: null,
		wiki_url: null,
		map_url: null,
		latitude: null,
		longitude: null,
		country: null,
		map_image: null,
		total_launch_count: null,
		orbital_launch_attempt_count: null,
		fastest_turnaround: null,
		location: locationDocument(ids.location, location)
	};
}

function locationDocument(id: number, name: string): JsonObject {
	return {
		response_mode: 'normal',
		id,
		url: null,
		name,
		celestial_body: null,
		active: null,
		country: null,
		description: null,
		image: null,
		map_image: null,
		longitude: null,
		latitude: null,
		timezone_name: null,
		total_launch_count: null,
		total_landing_count: null
	};
}
