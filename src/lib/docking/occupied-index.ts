import { bisectRight } from 'd3';
import type { Lane } from './lane.ts';
import { isVisiting } from './state.ts';

/** The stretches in which a visiting craft was at a port, joined, with all that came before each. */
interface OccupiedIndex {
	readonly starts: readonly number[];
	/** Infinity where no departure is known. */
	readonly ends: readonly number[];
	/** Milliseconds occupied before each start. */
	readonly sums: readonly number[];
}

const indexes = new WeakMap<Lane, OccupiedIndex>();

/**
 * Milliseconds before `at` in which a visiting craft was at the port; `at` must not lie ahead of
 * now, until which an open stay goes on. The stays are walked through once, whatever is asked.
 */
export function occupiedMsBefore(lane: Lane, at: number): number {
	let index = indexes.get(lane);
	if (!index) indexes.set(lane, (index = indexOccupied(lane)));
	const last = bisectRight(index.starts, at) - 1;
	return last < 0 ? 0 : index.sums[last]! + Math.min(at, index.ends[last]!) - index.starts[last]!;
}

function indexOccupied({ stays }: Lane): OccupiedIndex {
	const starts: number[] = [];
	const ends: number[] = [];
	const sums: number[] = [];
	for (const stay of stays) {
		if (!isVisiting(stay)) continue;
		const end = stay.departure ?? stay.lostAt ?? Infinity;
		const last = ends.length - 1;
		if (last >= 0 && stay.docking <= ends[last]!) ends[last] = Math.max(ends[last]!, end);
		else if (end > stay.docking) {
			sums.push(last < 0 ? 0 : sums[last]! + ends[last]! - starts[last]!);
			starts.push(stay.docking);
			ends.push(end);
		}
	}
	return { starts, ends, sums };
}
