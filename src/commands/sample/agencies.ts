import type { StayRow } from './read-stays.ts';

/** An agency; `id` only where Launch Library 2's is known. */
export interface KnownAgency {
	readonly id?: number;
	readonly name: string;
	readonly abbrev: string;
}

/** By the operator's name in `stays.csv`. */
const agencies: Readonly<Record<string, KnownAgency>> = {
	NASA: { id: 44, name: 'National Aeronautics and Space Administration', abbrev: 'NASA' },
	SpaceX: { id: 121, name: 'SpaceX', abbrev: 'SpX' },
	Roscosmos: { id: 63, name: 'Roscosmos', abbrev: 'RFSA' },
	JAXA: { id: 37, name: 'Japan Aerospace Exploration Agency', abbrev: 'JAXA' },
	ESA: { id: 27, name: 'European Space Agency', abbrev: 'ESA' },
	Boeing: { id: 80, name: 'Boeing', abbrev: 'Boeing' },
	ISRO: { id: 31, name: 'Indian Space Research Organization', abbrev: 'ISRO' },
	CMSA: { name: 'China Manned Space Agency', abbrev: 'CMSA' },
	'Northrop Grumman': { id: 257, name: 'Northrop Grumman', abbrev: 'NG' },
	'Orbital Sciences': { name: 'Orbital Sciences Corporation', abbrev: 'OSC' },
	'Orbital ATK': { name: 'Orbital ATK', abbrev: 'OA' },
	Nanoracks: { name: 'Nanoracks', abbrev: 'Nanoracks' },
	'Soviet space program': { name: 'Soviet space program', abbrev: 'USSR' }
};

/** For rows that name no operator; the first pattern that the craft's name matches holds. */
const operatorsByCraft: readonly (readonly [RegExp, string])[] = [
	[/^(Gemini|Apollo|Skylab|STS-)/, 'NASA'],
	[/^(Shenzhou|Tianzhou)/, 'CMSA'],
	[/^ATV-/, 'ESA'],
	[/^HTV/, 'JAXA'],
	[/ Dragon$/, 'SpaceX'],
	[/ Starliner$/, 'Boeing'],
	[/^Cygnus OA-/, 'Orbital ATK'],
	[/^(Cygnus NG-|MEV-)/, 'Northrop Grumman'],
	[/^SpaDEx/, 'ISRO']
];

/** The agency that flies the row's craft; throws an Error when the row leaves it open. */
export function agencyOf(row: StayRow): KnownAgency {
	const agency = agencies[operatorOf(row)];
	if (!agency) throw new Error(`row ${row.number}, "${row.craft}": which agency flew it?`);
	return agency;
}

function operatorOf(row: StayRow): string {
	// Axiom's guests fly in SpaceX's vehicle, like the missions whose rows say so.
	if (row.operator === 'Axiom/SpaceX') return 'SpaceX';
	if (row.operator) return row.operator;
	if (/^(Soyuz|Progress|Kosmos)/.test(row.craft))
		return row.docked < '1991-12-26' ? 'Soviet space program' : 'Roscosmos';
	return operatorsByCraft.find(([pattern]) => pattern.test(row.craft))?.[1] ?? '';
}
