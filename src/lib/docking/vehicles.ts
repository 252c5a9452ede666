import type { Ll2SpacecraftConfig } from './ll2.ts';
import type { Kind } from './stay.ts';

/** What Berthline knows of a type of spacecraft that Launch Library 2 does not tell. */
export interface VehicleType {
	/** Launch Library 2's spacecraft configuration ids, where known; they go before names. */
	readonly configIds?: readonly number[];
	/** Matches the configuration's name, lower case. */
	readonly name: RegExp;
	readonly kind: Kind;
	/**
	 * For vehicles that fly again: what the mission's name is completed with. `vehicle` takes the
	 * vehicle's own name without the words of `strip`: "Space Shuttle Atlantis" gives "Atlantis".
	 */
	readonly fliesAgainAs?: string | { readonly vehicle: true; readonly strip: RegExp };
}

/**
 * Spacecraft configurations by kind, first match wins. By vehicle, not by flight: an uncrewed
 * test of a crew vehicle is crew. Launch Library 2's own `type` cannot tell crew from cargo.
 */
export const vehicleTypes: readonly VehicleType[] = [
	{ name: /module tug|progress m-(so1|mim2|um)\b/, kind: 'other' },
	{
		name: /\b(cargo dragon|dragon cargo|dragon 2 cargo|dragon c)\b|^dragon( ?1(\.0)?| v1)?$/,
		kind: 'cargo',
		fliesAgainAs: 'Dragon'
	},
	{
		name: /\b(crew dragon|dragon crew|dragon 2|dragon v2)\b/,
		kind: 'crew',
		fliesAgainAs: 'Dragon'
	},
	{ name: /starliner|cst-100/, kind: 'crew', fliesAgainAs: 'Starliner' },
	{
		name: /space shuttle|^orbiter|^shuttle/,
		kind: 'crew',
		fliesAgainAs: { vehicle: true, strip: /^(space shuttle|orbiter)\s+/i }
	},
	{ name: /^soyuz/, kind: 'crew' },
	{ name: /^shenzhou|^mengzhou/, kind: 'crew' },
	{ name: /^apollo|^gemini|^orion|^gaganyaan/, kind: 'crew' },
	{ configIds: [25], name: /^tianzhou|^qingzhou|^haolong/, kind: 'cargo' },
	{ name: /^progress/, kind: 'cargo' },
	{ name: /cygnus/, kind: 'cargo' },
	{ name: /^htv|kounotori|h-ii transfer/, kind: 'cargo' },
	{ name: /^atv\b|automated transfer/, kind: 'cargo' },
	{ name: /dream chaser/, kind: 'cargo', fliesAgainAs: 'Dream Chaser' },
	{ name: /^tks\b|^mev\b|mission extension|^spadex|^agena/, kind: 'other' }
];

/** The row for a spacecraft configuration: by id, else by name; undefined when no row matches. */
export function vehicleType(config: Ll2SpacecraftConfig): VehicleType | undefined {
	const name = config.name.toLowerCase();
	return (
		vehicleTypes.find((row) => row.configIds?.includes(config.id)) ??
		vehicleTypes.find((row) => row.name.test(name))
	);
}
