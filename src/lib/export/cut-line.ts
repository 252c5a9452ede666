import type { Rect } from '../timeline/bar-pieces.ts';

/** A straight line between two points. */
export interface Line {
	readonly x1: number;
	readonly y1: number;
	readonly x2: number;
	readonly y2: number;
}

/** What of `line` lies outside of `boxes`, in its own direction; nothing where they cover it. */
export function cutLine(line: Line, boxes: readonly Rect[]): Line[] {
	let rest: (readonly [number, number])[] = [[0, 1]];
	for (const box of boxes) {
		const [from, to] = shareWithin(line, box);
		if (from >= to) continue;
		rest = rest.flatMap(([start, end]) =>
			[[start, Math.min(end, from)] as const, [Math.max(start, to), end] as const].filter(
				([a, b]) => a < b
			)
		);
	}
	return rest.map(([start, end]) => stretch(line, start, end));
}

/** From which share of `line` to which it is in `box`: the end before the beginning if nowhere. */
function shareWithin({ x1, y1, x2, y2 }: Line, box: Rect): readonly [number, number] {
	const across = shareBetween(x1, x2, [box.x, box.x + box.width]);
	const down = shareBetween(y1, y2, [box.y, box.y + box.height]);
	return [Math.max(0, across[0], down[0]), Math.min(1, across[1], down[1])];
}

function shareBetween(
	from: number,
	to: number,
	[low, high]: readonly [number, number]
): readonly [number, number] {
	if (from === to) return from >= low && from <= high ? [0, 1] : [1, 0];
	const [a, b] = [(low - from) / (to - from), (high - from) / (to - from)];
	return a < b ? [a, b] : [b, a];
}

function stretch({ x1, y1, x2, y2 }: Line, start: number, end: number): Line {
	const at = (from: number, to: number, share: number) => from + (to - from) * share;
	return {
		x1: at(x1, x2, start),
		y1: at(y1, y2, start),
		x2: at(x1, x2, end),
		y2: at(y1, y2, end)
	};
}
