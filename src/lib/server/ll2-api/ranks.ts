/** For each position how many distinct values lie below its own; equal values share a rank. */
export interface Ranks {
	readonly ranks: Uint32Array;
	/** How many distinct values there are. */
	readonly distinct: number;
}

/** The ranks of `values`, among which is no NaN. */
export function ranksOf(values: Float64Array): Ranks {
	const rankOf = new Map<number, number>();
	for (const value of values.toSorted()) if (!rankOf.has(value)) rankOf.set(value, rankOf.size);
	return { ranks: Uint32Array.from(values, (value) => rankOf.get(value)!), distinct: rankOf.size };
}

/**
 * `positions` by their rank; equal ones stay as they stand, also descending. Sorting by the last
 * key of an order first gives the order. Takes time in proportion to the positions alone.
 */
export function sortByRank(
	positions: Uint32Array,
	{ ranks, distinct }: Ranks,
	isDescending: boolean
): Uint32Array {
	const keyOf = (position: number) =>
		isDescending ? distinct - 1 - ranks[position]! : ranks[position]!;
	const places = new Uint32Array(distinct + 1);
	for (const position of positions) places[keyOf(position) + 1]!++;
	for (let key = 1; key <= distinct; key++) places[key]! += places[key - 1]!;
	const sorted = new Uint32Array(positions.length);
	for (const position of positions) sorted[places[keyOf(position)]!++] = position;
	return sorted;
}
