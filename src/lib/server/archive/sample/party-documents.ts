/** Agencies and stations in Launch Library 2's shapes. */
import { ll2Address } from './address.ts';
import type { JsonObject } from '../../json.ts';
import type { AgencyRow, StationRow } from './tables.ts';

/** LL2's `AgencyMini`. */
export function agencyMini([id, name, abbrev]: AgencyRow): JsonObject {
	return {
		response_mode: 'list',
		id,
		url: ll2Address('agencies', id),
		name,
		abbrev,
		type: null
	};
}

/** LL2's `AgencyNormal`; all that the sample does not know is null or empty. */
export function agencyNormal(row: AgencyRow): JsonObject {
	return {
		...agencyMini(row),
		response_mode: 'normal',
		featured: null,
		country: [],
		description: null,
		administrator: null,
		founding_year: null,
		launchers: '',
		spacecraft: '',
		parent: null,
		image: null,
		logo: null,
		social_logo: null
	};
}

/** LL2's `SpaceStationMini`. */
export function stationMini([id, name]: StationRow): JsonObject {
	return { id, url: ll2Address('space_stations', id), name, image: null };
}
