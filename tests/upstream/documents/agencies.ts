import { apiUrl, country, image, named, shared, type CountryCode } from './parts.ts';

const agencyRows = {
	casc: [88, 'China Aerospace Science and Technology Corporation', 'CASC', 'Government', 'CN'],
	cnsa: [17, 'China National Space Administration', 'CNSA', 'Government', 'CN'],
	jaxa: [37, 'Japan Aerospace Exploration Agency', 'JAXA', 'Government', 'JP'],
	nasa: [44, 'National Aeronautics and Space Administration', 'NASA', 'Government', 'US'],
	northrop: [257, 'Northrop Grumman Space Systems', 'NGSS', 'Commercial', 'US'],
	roscosmos: [63, 'Russian Federal Space Agency (ROSCOSMOS)', 'RFSA', 'Government', 'RU'],
	spacex: [121, 'SpaceX', 'SpX', 'Commercial', 'US']
} as const;

export type AgencyName = keyof typeof agencyRows;

const agencyNames = Object.keys(agencyRows) as AgencyName[];

/** An agency as lists have it (`AgencyMini`). */
export const agencyMini = shared(agencyNames, (key) => {
	const [id, name, abbrev, type] = agencyRows[key];
	return {
		response_mode: 'list',
		id: id as number,
		url: apiUrl('agencies', id),
		name: name as string,
		abbrev: abbrev as string,
		type: type === 'Government' ? named(1, type) : named(3, type)
	};
});

/** An agency with its description (`AgencyNormal`). */
export const agencyNormal = shared(agencyNames, (key) => {
	const mini = agencyMini(key);
	const code: CountryCode = agencyRows[key][4];
	return {
		...mini,
		response_mode: 'normal',
		featured: true,
		country: [country(code)],
		description: `${mini.name} (${mini.abbrev}) builds, launches and operates spacecraft.`,
		administrator: 'Administrator: A. Name',
		founding_year: 1993,
		launchers: '',
		spacecraft: '',
		parent: null as string | null,
		image: image(900 + mini.id, mini.name),
		logo: image(1900 + mini.id, `${mini.name} logo`),
		social_logo: image(2900 + mini.id, `${mini.name} social logo`)
	};
});

/** An agency with its counts (`AgencyDetailed`), as missions carry it. */
export const agencyDetailed = shared(agencyNames, (key) => ({
	...agencyNormal(key),
	total_launch_count: 2,
	consecutive_successful_launches: 2,
	successful_launches: 2,
	failed_launches: 0,
	pending_launches: 0,
	consecutive_successful_landings: 0,
	successful_landings: 0,
	failed_landings: 0,
	attempted_landings: 0,
	successful_landings_spacecraft: 17,
	failed_landings_spacecraft: 1,
	attempted_landings_spacecraft: 18,
	successful_landings_payload: 2,
	failed_landings_payload: 0,
	attempted_landings_payload: 2,
	info_url: 'https://agency.example.org/',
	wiki_url: `https://en.wikipedia.org/wiki/${agencyRows[key][2]}`,
	social_media_links: [] as unknown[]
}));
