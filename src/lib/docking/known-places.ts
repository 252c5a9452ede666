import { instant, type Instant } from '../time/instant.ts';
import type { PortAlias } from './stay.ts';

/**
 * One physical port that Launch Library 2 lists under two ids: `id` is the one Berthline shows.
 * Source: its docking locations 12 "Node 2 forward" and 19 "Harmony forward".
 */
const portAliases: readonly { readonly id: number; readonly alias: PortAlias }[] = [
	{ id: 19, alias: { id: 12, name: 'Node 2 forward' } }
];

/** The id that Berthline shows for a listed docking location. */
export function shownPortId(listedId: number): number {
	return portAliases.find((row) => row.alias.id === listedId)?.id ?? listedId;
}

/** The other ids and names of a port, whether or not an event has used them. */
export function knownAliases(portId: number): PortAlias[] {
	return portAliases.filter((row) => row.id === portId).map((row) => row.alias);
}

/**
 * Ports that left with the module that carried them: Pirs undocked on 26 July 2021. Mir, the
 * Salyuts and the rest need no row: a port goes out of use by itself 24 months after its last stay.
 */
const portEnds: ReadonlyMap<number, Instant> = new Map([
	[18, instant(Date.UTC(2021, 6, 26, 10, 55))]
]);

/** When the module that carried a port left; undefined while it is there, or unknown. */
export function portEnd(portId: number): Instant | undefined {
	return portEnds.get(portId);
}

/** Names for headings where Launch Library 2's is long; `short` for buttons and narrow screens. */
const stationNames: ReadonlyMap<number, { readonly name?: string; readonly short: string }> =
	new Map([
		[4, { short: 'ISS' }],
		[18, { name: 'Tiangong', short: 'Tiangong' }]
	]);

/** A station's name on screen and its short form. */
export function stationName(id: number, listed: string): { name: string; shortName: string } {
	const row = stationNames.get(id);
	return { name: row?.name ?? listed, shortName: row?.short ?? listed };
}

/** Ports from front to back, as people who know a station list them; others follow by first use. */
const portOrder: readonly number[] = [15, 17, 19, 30, 21, 1, 2, 3, 18, 20, 13, 40, 42, 33, 32, 41];

/** Where a port stands among its station's; Infinity when the table does not know it. */
export function portRank(portId: number): number {
	const index = portOrder.indexOf(portId);
	return index < 0 ? Infinity : index;
}

/**
 * Stations that have come down, with the day of their re-entry: docking events do not tell it.
 * By LL2's id, else by name without regard to case and hyphens, because the sample lacks Salyut 1's.
 */
const deorbits: readonly { readonly id?: number; readonly name: string; readonly at: Instant }[] = [
	{ name: 'salyut 1', at: instant(Date.UTC(1971, 9, 11)) },
	{ id: 11, name: 'salyut 3', at: instant(Date.UTC(1975, 0, 24)) },
	{ id: 12, name: 'salyut 4', at: instant(Date.UTC(1977, 1, 3)) },
	{ id: 13, name: 'salyut 5', at: instant(Date.UTC(1977, 7, 8)) },
	{ id: 6, name: 'skylab', at: instant(Date.UTC(1979, 6, 11)) },
	{ id: 14, name: 'salyut 6', at: instant(Date.UTC(1982, 6, 29)) },
	{ id: 15, name: 'salyut 7', at: instant(Date.UTC(1991, 1, 7)) },
	{ id: 5, name: 'mir', at: instant(Date.UTC(2001, 2, 23)) },
	{ id: 7, name: 'tiangong 1', at: instant(Date.UTC(2018, 3, 2)) },
	{ id: 8, name: 'tiangong 2', at: instant(Date.UTC(2019, 6, 19)) }
];

/** The day on which a station came down; undefined while it flies, or unknown. */
export function deorbitOf(stationId: number, name: string): Instant | undefined {
	const plain = name.toLowerCase().replaceAll('-', ' ');
	return deorbits.find((row) => row.id === stationId || row.name === plain)?.at;
}
