import type { StayRow } from './read-stays.ts';

/** A type of spacecraft, as Launch Library 2's spacecraft configurations name them. */
export interface Configuration {
	readonly name: string;
	readonly type: 'Cargo Resupply' | 'Capsule' | 'Spaceplane' | 'Other';
	/** Launch Library 2's id where known. */
	readonly id?: number;
	/** Set for vehicles that fly again: their flights are named after missions. */
	readonly family?: 'Dragon' | 'Starliner' | 'Space Shuttle';
}

type Rule = readonly [craft: RegExp, configuration: Configuration];

const capsule = (name: string): Configuration => ({ name, type: 'Capsule' });
const cargo = (name: string): Configuration => ({ name, type: 'Cargo Resupply' });
const other = (name: string): Configuration => ({ name, type: 'Other' });

/** The first rule whose pattern the craft's name matches holds. */
const rules: readonly Rule[] = [
	[/^Progress M-(SO1|MIM2|UM)$/, other('Progress M (module tug)')],
	[/^Progress MS-/, cargo('Progress MS')],
	[/^Progress M1-/, cargo('Progress M1')],
	[/^Progress M-\d+M$/, cargo('Progress M-M')],
	[/^Progress M-\d+$/, cargo('Progress M')],
	[/^(Progress \d+|Kosmos 1669)$/, cargo('Progress')],
	[/^Soyuz MS-/, capsule('Soyuz MS')],
	[/^Soyuz TMA-\d+M$/, capsule('Soyuz TMA-M')],
	[/^Soyuz TMA-\d+$/, capsule('Soyuz TMA')],
	[/^Soyuz TM-/, capsule('Soyuz TM')],
	[/^Soyuz T-/, capsule('Soyuz T')],
	[/^Soyuz \d+$/, capsule('Soyuz')],
	[/^Kosmos 186$/, other('7K-OK (uncrewed)')],
	[/^Kosmos (1267|1443|1686)$/, other('TKS')],
	[/^Kvant functional service module$/, other('77KE (module tug)')],
	[/^STS-/, { name: 'Space Shuttle', type: 'Spaceplane', family: 'Space Shuttle' }],
	[/^(Apollo \d+|Skylab \d .*)$/, capsule('Apollo CSM')],
	[/^Gemini /, capsule('Gemini')],
	[/^Shenzhou /, capsule('Shenzhou')],
	[/^Tianzhou-/, { ...cargo('Tianzhou'), id: 25 }],
	[/^(COTS-\d+|CRS-(\d|1\d|20)) Dragon$/, { ...cargo('Dragon'), family: 'Dragon' }],
	[/^CRS-\d+ Dragon$/, { ...cargo('Cargo Dragon'), family: 'Dragon' }],
	[/ Dragon$/, { ...capsule('Crew Dragon'), family: 'Dragon' }],
	[/ Starliner$/, { ...capsule('Starliner'), family: 'Starliner' }],
	[/^Cygnus /, cargo('Cygnus')],
	[/^HTV-X/, cargo('HTV-X')],
	[/^HTV-\d/, cargo('HTV')],
	[/^ATV-/, cargo('ATV')],
	[/^MEV-/, other('MEV')],
	[/^SpaDEx Chaser/, other('SpaDEx Chaser')]
];

/** The configuration of a self-flying craft by its name; throws an Error when no rule knows it. */
export function configurationOf(craft: string): Configuration {
	const rule = rules.find(([pattern]) => pattern.test(craft));
	if (!rule) throw new Error(`no spacecraft configuration is known for "${craft}"`);
	return rule[1];
}

/** The payload type of hardware that others carry to its port, or undefined for self-flying craft. */
export function payloadTypeOf(row: StayRow): string | undefined {
	if (row.kind === 'module') return 'Space Station Module';
	if (/ MPLM \(/.test(row.craft)) return 'Logistics Carrier';
	return undefined;
}
