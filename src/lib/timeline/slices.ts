import type { Frame } from './bars.ts';

/**
 * Drawings that are made by turns while a view moves: a few at each frame, so that none takes long;
 * the others stay as they are, and are put where they belong.
 */
export interface Slices {
	/**
	 * Begins a layout for `frame`, in which about so many marks may be drawn anew, and more where a
	 * drawing does not reach across the view; Infinity: all.
	 */
	begin(frame: Frame, most: number): void;
	readonly keep: Keep;
	/** True when everything in the last layout was drawn for its frame. */
	readonly isWhole: boolean;
	/** True when more waited for the last layout than might be drawn anew. */
	readonly isFull: boolean;
}

/** What has this key: `draw`n now, or the drawing that there is. */
export type Keep = <T>(key: string, draw: () => T, how?: KeepOptions<T>) => T;

export interface KeepOptions<T> {
	/** May put parts of the former drawing into the new one. */
	readonly reuse?: (former: T, drawn: T) => T;
	/** How many marks it has; 1 when left out. */
	readonly sizeOf?: (drawing: T) => number;
}

interface Drawn {
	readonly drawing: unknown;
	readonly size: number;
	readonly frame: Frame;
	readonly turn: number;
}

/** So many marks are drawn anew at once where else a lane would end within the view. */
const mostUncovered = 400;

/** Slices of nothing yet. */
export function createSlices(): Slices {
	let drawn = new Map<string, Drawn>();
	let next = new Map<string, Drawn>();
	let frame: Frame | undefined;
	let due = new Set<string>();
	let turn = 0;
	let isAll = false;
	let isFull = false;

	/** What has waited longest; drawings that no longer reach across the view first. */
	function choose(target: Frame, most: number): Set<string> {
		const covers = ({ cut }: Frame) => cut.from <= target.view.from && cut.to >= target.view.to;
		const waiting = [...drawn]
			.filter(([, one]) => one.frame !== target)
			.sort(([, a], [, b]) => Number(covers(a.frame)) - Number(covers(b.frame)) || a.turn - b.turn);
		const chosen = new Set<string>();
		let size = 0;
		for (const [key, one] of waiting) {
			if (size >= (covers(one.frame) ? most : Math.max(most, mostUncovered))) break;
			size += one.size;
			chosen.add(key);
		}
		isFull = chosen.size < waiting.length;
		return chosen;
	}

	function keep<T>(key: string, draw: () => T, { reuse, sizeOf }: KeepOptions<T> = {}): T {
		const known = drawn.get(key);
		if (known && !isAll && !due.has(key)) {
			next.set(key, known);
			return known.drawing as T;
		}
		const made = draw();
		const drawing = known && reuse ? reuse(known.drawing as T, made) : made;
		next.set(key, { drawing, size: sizeOf?.(drawing) ?? 1, frame: frame!, turn });
		return drawing;
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
		keep,
		get isWhole() {
			return [...next.values()].every((one) => one.frame === frame);
		},
		get isFull() {
			return isFull;
		}
	};
}
