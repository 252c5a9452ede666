/** How far the picture may go from where it was, as a share of the screen's width and height. */
export const farthest = 0.01;

/** Steps along one side of the square that the picture goes round. */
const steps = 4;

/**
 * Where the picture stands at a minute, as shares of the screen from 0 to `farthest`: it goes round
 * a square, one step a minute, so that no edge of it stays on the same pixels for long.
 */
export function driftAt(minute: number): { readonly x: number; readonly y: number } {
	const step = ((Math.floor(minute) % (4 * steps)) + 4 * steps) % (4 * steps);
	const along = ((step % steps) / steps) * farthest;
	const sides = [
		{ x: along, y: 0 },
		{ x: farthest, y: along },
		{ x: farthest - along, y: farthest },
		{ x: 0, y: farthest - along }
	];
	return sides[Math.floor(step / steps)]!;
}
