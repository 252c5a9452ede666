import type { Kind } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { Bar } from './bars.ts';

/** Up to this many stays in view nothing is merged. */
export const mergeAbove = 500;

/** Bars that melt together at this width, drawn as one mark. */
export interface DensityMark {
	readonly x0: number;
	readonly x1: number;
	readonly count: number;
	/** The kind of most of them. */
	readonly kind: Kind;
	readonly subLane: number;
	readonly firstId: number;
	readonly lastId: number;
	/** From the first docking to the last departure, or docking, that it holds. */
	readonly span: Span;
}

/** What one lane shows: bars that stand alone, and marks for those that do not. */
export interface LaneMarks {
	readonly bars: readonly Bar[];
	readonly marks: readonly DensityMark[];
}

/**
 * Merges runs of bars of one sub-lane that are narrower than `minPx` and less than `minPx` apart;
 * a bar that touches no other stays a bar. `bars` are by docking.
 */
export function mergeBars(bars: readonly Bar[], widthPx: number, minPx = 1): LaneMarks {
	const alone: Bar[] = [];
	const marks: DensityMark[] = [];
	const minShare = minPx / widthPx;
	const runs = new Map<number, Bar[]>();
	const close = (subLane: number) => {
		const run = runs.get(subLane) ?? [];
		runs.delete(subLane);
		if (run.length === 1) alone.push(run[0]!);
		else if (run.length) marks.push(markOf(run));
	};
	for (const bar of bars) {
		const last = runs.get(bar.subLane)?.at(-1);
		const isNarrow = bar.x1 - bar.x0 < minShare;
		if (last && (!isNarrow || bar.x0 - last.x1 >= minShare)) close(bar.subLane);
		if (!isNarrow) alone.push(bar);
		else if (runs.has(bar.subLane)) runs.get(bar.subLane)!.push(bar);
		else runs.set(bar.subLane, [bar]);
	}
	for (const subLane of [...runs.keys()]) close(subLane);
	return { bars: alone.sort((a, b) => a.stay.docking - b.stay.docking), marks };
}

function markOf(run: readonly Bar[]): DensityMark {
	const counts = new Map<Kind, number>();
	for (const { stay } of run) counts.set(stay.kind, (counts.get(stay.kind) ?? 0) + 1);
	const [kind] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
	return {
		x0: run[0]!.x0,
		x1: Math.max(...run.map((bar) => bar.x1)),
		count: run.length,
		kind,
		subLane: run[0]!.subLane,
		firstId: run[0]!.stay.id,
		lastId: run.at(-1)!.stay.id,
		span: {
			from: run[0]!.stay.docking,
			to: Math.max(...run.map(({ stay }) => stay.departure ?? stay.docking)) as Instant
		}
	};
}
