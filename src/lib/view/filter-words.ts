import type { Catalogue } from '../docking/catalogue.ts';
import type { StayFilter } from '../docking/query.ts';
import { agencyLabel } from '../docking/stay-text.ts';
import { joined } from './title.ts';

/**
 * What a reader chose, each by its name: `“dragon”, kind module and Tiangong together`;
 * empty where nothing was chosen.
 */
export function filterText(catalogue: Catalogue, filter: StayFilter): string {
	const chosen = [
		filter.text && `“${filter.text}”`,
		named('kind', filter.kinds),
		named('agency', agencyNames(catalogue, filter)),
		joined(stationNames(catalogue, filter), 'or'),
		named('port', portNames(catalogue, filter)),
		filter.isDockedNow ? '“Docked now”' : ''
	].filter(Boolean);
	return joined(chosen) + (chosen.length > 1 ? ' together' : '');
}

function named(noun: string, names: readonly string[]): string {
	return names.length ? `${noun} ${joined(names, 'or')}` : '';
}

function agencyNames(catalogue: Catalogue, { agencies }: StayFilter): string[] {
	const byId = new Map(catalogue.agencies.map((agency) => [agency.id, agencyLabel(agency)]));
	return agencies.map((id) => byId.get(id) ?? String(id));
}

function stationNames({ hosts }: Catalogue, { stations }: StayFilter): string[] {
	const nameOf = (id: number) => hosts.get(`station:${id}`)?.shortName ?? `station ${id}`;
	return stations.map((id) => (id === 'other' ? 'craft that are no station' : nameOf(id)));
}

function portNames({ lanes }: Catalogue, { ports }: StayFilter): string[] {
	return ports.map((id) => lanes.get(id)?.port.name ?? String(id));
}
