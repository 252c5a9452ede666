import { createRandom } from '../upstream/random.ts';

/** Makes one query of a kind, another one each time. */
export type MakeQuery = () => string;

const dayMs = 86_400_000;
const ports = [1, 2, 3, 12, 13, 19, 21, 30, 32, 33, 41, 42];
const words = [
	'progress',
	'dragon',
	'soyuz',
	'tianzhou',
	'harmony',
	'station',
	'forward',
	'zenith'
];

/** Queries of `docking_events/` by what they ask of the index; the same for the same seed. */
export function createQueries(count: number, seed = 1): Readonly<Record<string, MakeQuery>> {
	const random = createRandom(seed);
	const whole = (most: number) => Math.floor(random.between(0, most));
	const pick = <T>(list: readonly T[]) => list[whole(list.length)];
	const day = () => new Date(Date.UTC(2000) + whole(9000) * dayMs).toISOString().slice(0, 10);
	const deep = () => `offset=${whole(count)}`;
	return {
		'default order, page deep inside': () => deep(),
		'100 detailed, page deep inside': () => `limit=100&mode=detailed&${deep()}`,
		'100 normal, page deep inside': () => `limit=100&${deep()}`,
		'filter by port': () => `docking_location__id=${pick(ports)}&offset=${whole(count / 20)}`,
		'filter by dates and station': () =>
			`docking__gte=${day()}&docking__lt=${day()}&space_station_target__id=${pick([4, 18])}&${deep()}`,
		'filter by flight': () => `flight_vehicle_chaser__id=${whole(count)}`,
		'search for a word': () => `search=${pick(words)}&${deep()}`,
		'search for a name': () => `search=MS-${whole(count / 3)}`,
		'search for three terms': () => `search=${pick(words)}+${whole(99)}+station&${deep()}`,
		'ordering by -departure': () => `ordering=-departure&${deep()}`,
		'ordering by two fields': () => `ordering=departure,-docking&${deep()}`,
		'all at once, 100 detailed': () =>
			`search=${pick(words)}&docking__gt=${day()}&space_station_target__id=4&ordering=-departure&limit=100&mode=detailed&offset=${whole(count / 100)}`
	};
}
