import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Two colours further apart than this are seen as two, on pixelmatch's scale (1: black and white). */
const threshold = 0.1;

/**
 * How many pixels of two PNGs are seen to differ, as a share of all; the edges of letters and bars
 * may be smoothed otherwise. Throws when they are not of one size.
 */
export function differingShare(one: Buffer, other: Buffer): number {
	const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
	const { width, height } = a;
	if (width !== b.width || height !== b.height)
		throw new Error(`${width}×${height} is not ${b.width}×${b.height}`);
	const count = pixelmatch(a.data, b.data, undefined, width, height, { threshold });
	return count / (width * height);
}
