import { instant, type Instant } from '../time/instant.ts';

/**
 * One physical port that Launch Library 2 lists under two ids: `id` is the one Berthline shows.
 * Source: its docking locations 12 "Node 2 forward" and 19 "Harmony forward".
 */
export const portAliases: readonly { readonly alias: number; readonly id: number }[] = [
	{ alias: 12, id: 19 }
];

/** The id that Berthline shows for a listed docking location. */
export function shownPortId(listedId: number): number {
	return portAliases.find((row) => row.alias === listedId)?.id ?? listedId;
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
