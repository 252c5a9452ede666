import type { Span } from '../time/span.ts';

/**
 * Drawings that are made by turns: a few at each frame, so that none takes long; the others stay as
 * they are until theirs comes.
 */
export interface Slices {
	/** Begins a layout for `view`, in which about so many marks may be drawn anew; Infinity: all. */
	begin(view: Span, most: number): void;
	readonly keep: Keep;
	/** True when everything in the last layout was drawn for its view. */
	readonly isWhole: boolean;
}

/**
 * What has this key: `draw`n now, or the drawing that there is; `sizeOf` tells how many marks it has,
 * none when left out.
 */
export type Keep = <T>(key: string, draw: () => T, sizeOf?: (drawing: T) => number) => T;

interface Drawn {
	readonly drawing: unknown;
	readonly view: Span;
}

/** A drawing costs as much as so many marks, besides its own. */
const drawingSize = 8;

/** Slices of nothing yet. */
export function createSlices(): Slices {
	let drawn = new Map<string, Drawn>();
	let next = new Map<string, Drawn>();
	let view: Span | undefined;
	let left = 0;

	function keep<T>(key: string, draw: () => T, sizeOf?: (drawing: T) => number): T {
		const known = drawn.get(key);
		const isDue = left === Infinity || (left > 0 && known?.view !== view);
		if (known && !isDue) {
			next.set(key, known);
			return known.drawing as T;
		}
		const drawing = draw();
		left -= (sizeOf?.(drawing) ?? 0) + drawingSize;
		next.set(key, { drawing, view: view! });
		return drawing;
	}

	return {
		begin(target, most) {
			if (view) drawn = next;
			next = new Map();
			view = target;
			left = most;
		},
		keep,
		get isWhole() {
			return [...next.values()].every((one) => one.view === view);
		}
	};
}
