/** For each position how many distinct values lie below its own; equal values share a rank. */
export interface Ranks {
	readonly ranks: Uint32Array;
	/** How many distinct values there are. */
	readonly distinct: number;
}

/** The ranks of `values`, among which is no NaN. */
export function ranksOf(values: Float64Array): Ranks {
	const sorted = values.toSorted();
	let distinct = 0;
	for (let at = 0; at < sorted.length; at++)
		if (at === 0 || sorted[at] !== sorted[distinct - 1]) sorted[distinct++] = sorted[at]!;
	const ranks = new Uint32Array(values.length);
	for (let at = 0; at < values.length; at++) ranks[at] = placeOf(values[at]!, sorted, distinct);
	return { ranks, distinct };
}

/** The place of a value that is among the first `count` of `ascending`. */
function placeOf(value: number, ascending: Float64Array, count: number): number {
	let from = 0;
	let to = count - 1;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (ascending[middle]! < value) from = middle + 1;
		else to = middle;
	}
	return from;
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
