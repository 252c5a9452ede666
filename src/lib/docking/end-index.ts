/**
 * The ends of a row of stays as a tree of maxima (node `i` has the children `2i` and `2i + 1`), so
 * that those which end late are found without a look at all the others.
 */
export type EndIndex = Float64Array;

/** The index of `ends`, in any order; Infinity stands for an open end. */
export function indexEnds(ends: readonly number[]): EndIndex {
	const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, ends.length)));
	const tree = new Float64Array(2 * leaves).fill(-Infinity);
	tree.set(ends, leaves);
	for (let node = leaves - 1; node >= 1; node--) {
		tree[node] = Math.max(tree[2 * node]!, tree[2 * node + 1]!);
	}
	return tree;
}

/** The latest end; Infinity where one is open, -Infinity where there is none. */
export function lastEnd(index: EndIndex): number {
	return index[1]!;
}

/**
 * Positions below `before` whose end lies after `at`, ascending; the work is the answer's length
 * times the logarithm of the row's.
 */
export function endingAfter(index: EndIndex, at: number, before: number): number[] {
	const found: number[] = [];
	const visit = (node: number, first: number, width: number) => {
		if (first >= before || index[node]! <= at) return;
		if (width === 1) {
			found.push(first);
			return;
		}
		visit(2 * node, first, width / 2);
		visit(2 * node + 1, first + width / 2, width / 2);
	};
	visit(1, 0, index.length / 2);
	return found;
}
