import type { AgencyName } from './agencies.ts';
import { apiUrl, country, image, named, shared, type CountryCode } from './parts.ts';

interface PadRow {
	readonly id: number;
	readonly name: string;
	readonly locationId: number;
	readonly location: string;
	readonly country: CountryCode;
	readonly zone: string;
	readonly at: readonly [latitude: number, longitude: number];
}

const cape: PadRow = {
	id: 80,
	name: 'Space Launch Complex 40',
	locationId: 12,
	location: 'Cape Canaveral SFS, FL, USA',
	country: 'US',
	zone: 'America/New_York',
	at: [28.56194122, -80.57735736]
};

const wenchang: PadRow = {
	id: 176,
	name: '201',
	locationId: 8,
	location: "Wenchang Space Launch Site, People's Republic of China",
	country: 'CN',
	zone: 'Asia/Shanghai',
	at: [19.618452, 110.955356]
};

const padRows: Record<AgencyName, PadRow> = {
	casc: wenchang,
	cnsa: wenchang,
	jaxa: {
		id: 98,
		name: 'Yoshinobu Launch Complex LP-2',
		locationId: 24,
		location: 'Tanegashima Space Center, Japan',
		country: 'JP',
		zone: 'Asia/Tokyo',
		at: [30.400938, 130.977697]
	},
	nasa: cape,
	northrop: cape,
	roscosmos: {
		id: 20,
		name: '31/6',
		locationId: 15,
		location: 'Baikonur Cosmodrome, Republic of Kazakhstan',
		country: 'RU',
		zone: 'Asia/Qyzylorda',
		at: [45.996034, 63.564003]
	},
	spacex: cape
};

/** The pad an agency's craft leaves from (`Pad`), with its location and the Earth. */
export const pad = shared(Object.keys(padRows) as AgencyName[], (agency) => {
	const row = padRows[agency];
	return {
		id: row.id,
		url: apiUrl('pads', row.id),
		active: true,
		agencies: [] as unknown[],
		name: row.name,
		image: image(2000 + row.id, `Pad ${row.name}`),
		description: '' as string | null,
		info_url: null as string | null,
		wiki_url: 'https://en.wikipedia.org/wiki/Launch_pad' as string | null,
		map_url: `https://www.google.com/maps?q=${row.at.join(',')}` as string | null,
		latitude: row.at[0],
		longitude: row.at[1],
		country: country(row.country),
		map_image: null as string | null,
		total_launch_count: 22,
		orbital_launch_attempt_count: 22,
		fastest_turnaround: 'P46DT6H35M' as string | null,
		location: location(row)
	};
});

function location(row: PadRow) {
	return {
		response_mode: 'normal',
		id: row.locationId,
		url: apiUrl('locations', row.locationId),
		name: row.location,
		celestial_body: earth(),
		active: true,
		country: country(row.country),
		description: `Rockets are launched from ${row.location}.` as string | null,
		image: image(2100 + row.locationId, row.location),
		map_image: null as string | null,
		longitude: row.at[1],
		latitude: row.at[0],
		timezone_name: row.zone,
		total_launch_count: 38,
		total_landing_count: 0
	};
}

function earth() {
	return {
		response_mode: 'normal',
		id: 1,
		name: 'Earth',
		type: named(1, 'Planet'),
		diameter: 12_742_000,
		mass: 5.972168e24,
		gravity: 9.80655,
		length_of_day: '1 00:00:00',
		atmosphere: true,
		image: image(2040, 'Earth (Apollo 17)'),
		description: 'Earth is the third planet from the Sun.',
		wiki_url: 'https://en.wikipedia.org/wiki/Earth',
		total_attempted_launches: 7147,
		successful_launches: 6604,
		failed_launches: 543,
		total_attempted_landings: 1101,
		successful_landings: 1058,
		failed_landings: 43
	};
}
