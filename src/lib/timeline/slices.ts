import { sum } from 'd3';
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
	/** How many marks it has; none when left out. */
	readonly sizeOf?: (drawing: T) => number;
}

interface Drawn {
	readonly drawing: unknown;
	readonly size: number;
	readonly frame: Frame;
	readonly turn: number;
}

/** A drawing costs as much as so many marks, besides its own. */
const drawingSize = 8;

/**
 * Drawings that do not reach across the view are made at once where they cost no more than so many
 * marks; else so many times as many of them as of others.
 */
const fewUncovered = 400;
const moreUncovered = 2;

/** Slices of nothing yet. */
export function createSlices(): Slices {
	let drawn = new Map<string, Drawn>();
	let next = new Map<string, Drawn>();
	let frame: Frame | undefined;
	let due = new Set<string>();
	let turn = 0;
	let isAll = false;
	let isFull = false;

	/** What has waited longest; drawings that do not reach across the view first. */
	function choose(target: Frame, most: number): Set<string> {
		const { view } = target;
		const waiting = [...drawn]
			.filter(([, one]) => one.frame !== target)
			.map(([key, { frame, turn, size }]) => {
				const { cut } = frame;
				const isCovered = cut.from <= view.from && cut.to >= view.to;
				return { key, turn, isCovered, size: size + drawingSize };
			})
			.sort((a, b) => Number(a.isCovered) - Number(b.isCovered) || a.turn - b.turn);
		const uncovered = sum(waiting, ({ isCovered, size }) => (isCovered ? 0 : size));
		const mostUncovered = uncovered <= fewUncovered ? Infinity : most * moreUncovered;
		const chosen = new Set<string>();
		let size = 0;
		for (const one of waiting) {
			if (size >= (one.isCovered ? most : mostUncovered)) break;
			size += one.size;
			chosen.add(one.key);
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
		next.set(key, { drawing, size: sizeOf?.(drawing) ?? 0, frame: frame!, turn });
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
