import { agencyMini, type AgencyName } from './agencies.ts';
import { apiUrl, image, named, shared } from './parts.ts';

/**
 * Types of spacecraft by configuration id. Only 25 is Launch Library 2's own number; the others
 * begin at 901, so that no table of real ids can mistake one type for another.
 */
const typeRows = {
	25: ['Tianzhou', 'Cargo Resupply', 'casc'],
	901: ['Soyuz MS', 'Capsule', 'roscosmos'],
	902: ['Progress MS', 'Cargo Resupply', 'roscosmos'],
	903: ['Crew Dragon 2', 'Capsule', 'spacex'],
	904: ['Cargo Dragon 2', 'Capsule', 'spacex'],
	905: ['Cygnus Enhanced', 'Cargo Resupply', 'northrop'],
	906: ['HTV-X', 'Cargo Resupply', 'jaxa'],
	907: ['Shenzhou', 'Capsule', 'casc'],
	908: ['Apollo Command/Service Module', 'Capsule', 'nasa'],
	909: ['MEV', 'Unknown', 'northrop']
} as const satisfies Record<number, readonly [string, string, AgencyName]>;

export type SpacecraftTypeId = keyof typeof typeRows;

const allTypes = Object.keys(typeRows).map(Number) as SpacecraftTypeId[];

const typeIds = { Unknown: 1, Capsule: 2, 'Cargo Resupply': 4 } as const;

/** A family of spacecraft (`SpacecraftConfigFamilyNormal`). */
export function family(id: number, name: string, maker: AgencyName) {
	return {
		response_mode: 'normal',
		id,
		name,
		description: `The ${name} family of spacecraft.`,
		manufacturer: agencyMini(maker) as ReturnType<typeof agencyMini> | null,
		parent: null as { response_mode: string; id: number; name: string } | null,
		maiden_flight: '2019-03-02' as string | null
	};
}

/** A type of spacecraft (`SpacecraftConfigNormal`). */
export const spacecraftConfig = shared(allTypes, (typeId) => {
	const [name, type, agency] = typeRows[typeId];
	const isDragon = name.includes('Dragon');
	return {
		response_mode: 'normal',
		id: typeId as number,
		url: apiUrl('spacecraft_configurations', typeId),
		name: name as string,
		type: named(typeIds[type], type),
		agency: agencyMini(agency),
		family: (isDragon ? [family(2, 'Dragon', agency)] : []) as ReturnType<typeof family>[] | null,
		in_use: typeId < 908,
		image: image(1900 + (typeId % 100), name)
	};
});

export type FullSpacecraftConfig = ReturnType<typeof spacecraftConfig>;

/** Who builds and flies a type of spacecraft. */
export function agencyOfType(typeId: SpacecraftTypeId): AgencyName {
	return typeRows[typeId][2];
}
