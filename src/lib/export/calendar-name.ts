import type { StayFilter } from '../docking/query.ts';
import { joined } from '../view/title.ts';
import type { Places } from './excerpt.ts';

/** What a calendar of the stays of `filter` is called: `Crew dockings at ISS and Tiangong`. */
export function calendarName({ hosts }: Pick<Places, 'hosts'>, filter: StayFilter): string {
	const stations = filter.stations.flatMap((id) => hosts.get(`station:${id}`)?.shortName ?? []);
	const place = stations.length ? joined(stations) : 'space stations';
	const words = [joined(filter.kinds), 'dockings at', place].filter(Boolean).join(' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
