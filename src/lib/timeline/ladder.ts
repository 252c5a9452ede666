/**
 * Plot widths for which the server lays labels and ticks out, in px at a 16 px root. It does not
 * know the width; what fits at a rung fits at every wider plot up to the next, because bars grow
 * and text does not. A container query shows the rung that holds.
 */
export const ladderPx: readonly number[] = [
	220, 280, 340, 420, 520, 640, 760, 880, 1000, 1120, 1280, 1440, 1640, 1900, 2300, 2800, 3300
];

/** Where on the ladder a variant shows: from one rung up to, not with, another. */
export interface RungRange {
	/** Px; undefined: from nothing. */
	readonly fromPx?: number;
	/** Px; undefined: without end. */
	readonly toPx?: number;
}

/** The class names that show an element on its rungs only; the rules are in `ladder.css`. */
export function rungClass(range: RungRange): string {
	const from = range.fromPx === undefined ? '' : `rung-from-${range.fromPx}`;
	const to = range.toPx === undefined ? '' : `rung-to-${range.toPx}`;
	return [from, to].filter(Boolean).join(' ');
}

/**
 * `values` by rung, equal neighbours joined: one entry per run of rungs with the same key.
 * `widthsPx` ascends; below its first width nothing is promised, so the first entry starts there.
 * A single width, known exactly, gives one entry without limits.
 */
export function runsOverRungs<T>(
	widthsPx: readonly number[],
	valueAt: (widthPx: number) => T,
	keyOf: (value: T) => string
): (RungRange & { readonly value: T })[] {
	const runs: { key: string; value: T; fromPx?: number; toPx?: number }[] = [];
	for (const [index, widthPx] of widthsPx.entries()) {
		const value = valueAt(widthPx);
		const key = keyOf(value);
		const last = runs.at(-1);
		if (last?.key === key) continue;
		if (last) last.toPx = widthPx;
		runs.push({ key, value, ...(index > 0 && { fromPx: widthPx }) });
	}
	return runs.map(({ value, fromPx, toPx }) => ({
		value,
		...(fromPx !== undefined && { fromPx }),
		...(toPx !== undefined && { toPx })
	}));
}
