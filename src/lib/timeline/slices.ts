import type { Frame } from './bars.ts';
import { isSameDrawing, isSameRun } from './drawings.ts';
import type { LaneLayout } from './layout.ts';
import type { SceneLane } from './scene.ts';

/**
 * Lanes that are drawn by turns while a view moves: a few at each frame, so that none takes long;
 * the others keep their last drawing, which is put where it belongs.
 */
export interface Slices {
	/** Begins a layout for `frame`, in which so many lanes may be drawn anew; Infinity: all. */
	begin(frame: Frame, most: number): void;
	/** The layout of a lane: `draw`n now, or the one that it has. */
	keep(lane: SceneLane, draw: () => LaneLayout): LaneLayout;
	/** True when every lane of the last layout was drawn for its frame. */
	readonly isWhole: boolean;
}

interface Drawn {
	readonly layout: LaneLayout;
	readonly frame: Frame;
	readonly turn: number;
}

/** Slices of nothing yet. */
export function createSlices(): Slices {
	let drawn = new Map<number, Drawn>();
	let next = new Map<number, Drawn>();
	let frame: Frame | undefined;
	let due = new Set<number>();
	let turn = 0;
	let isAll = false;

	/** Lanes that have waited longest; those whose drawing no longer reaches across the view first. */
	function choose(target: Frame, most: number): Set<number> {
		const covers = ({ cut }: Frame) => cut.from <= target.view.from && cut.to >= target.view.to;
		const waiting = [...drawn]
			.filter(([, one]) => one.frame !== target)
			.sort(([, a], [, b]) => Number(covers(a.frame)) - Number(covers(b.frame)) || a.turn - b.turn);
		return new Set(waiting.slice(0, most).map(([id]) => id));
	}

	return {
		begin(target, most) {
			if (frame) drawn = next;
			next = new Map();
			frame = target;
			turn++;
			isAll = most === Infinity;
			due = choose(target, most);
		},
		keep(lane, draw) {
			const { id } = lane.port;
			const former = drawn.get(id);
			const isKept = former && !isAll && !due.has(id);
			const own = isKept ? former : { layout: reuse(former, draw()), frame: frame!, turn };
			next.set(id, own);
			return own.layout;
		},
		get isWhole() {
			return [...next.values()].every((one) => one.frame === frame);
		}
	};
}

/** `layout` with the drawings that look as they did: what does not change costs nothing. */
function reuse(former: Drawn | undefined, layout: LaneLayout): LaneLayout {
	if (!former) return layout;
	const stays = new Map(former.layout.stays.map((one) => [one.id, one]));
	const runs = new Map(former.layout.runs.map((one) => [one.key, one]));
	return {
		...layout,
		stays: layout.stays.map((one) => {
			const known = stays.get(one.id);
			return known && isSameDrawing(known, one) ? known : one;
		}),
		runs: layout.runs.map((one) => {
			const known = runs.get(one.key);
			return known && isSameRun(known, one) ? known : one;
		})
	};
}
