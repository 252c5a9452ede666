import { sum } from 'd3';
import { spanLength, type Span } from '../time/span.ts';
import type { LaneIndex } from './lane-index.ts';

/** Up to this many stays in view nothing is merged. */
export const mergeAbove = 500;

/** The most items that a plot is given, whatever the data. */
export const mostItems = 700;

/**
 * How short a stay must be, in milliseconds, to melt into its neighbours in a view of `span` at
 * `widthPx`: a pixel's time, and more until no more than `mostItems` stand in view. Powers of two,
 * so that a reader who zooms meets few levels. 0 when nothing needs to.
 */
export function shortestShownMs(
	indexes: readonly LaneIndex[],
	span: Span,
	widthPx: number
): number {
	const countAt = (shortMs: number) => sum(indexes, (index) => index.countIn(span, shortMs));
	if (countAt(0) <= mergeAbove) return 0;
	let shortMs = pixelMs(span, widthPx);
	while (countAt(shortMs) > mostItems && shortMs < spanLength(span)) shortMs *= 2;
	return shortMs;
}

/** So many times can a reader halve the view before what is shown must be made. */
const halvings = 8;

/**
 * How short stays are that melt in nearer views than `span`, the shortest first: a level is made of
 * the next finer one, so that all of them together cost little more than the first.
 */
export function nearerShortMs(span: Span, widthPx: number): number[] {
	const pixel = pixelMs(span, widthPx);
	return Array.from({ length: halvings + 1 }, (_, step) => pixel * 2 ** (step - halvings));
}

/** The time of a pixel, as a power of two. */
function pixelMs(span: Span, widthPx: number): number {
	return 2 ** Math.ceil(Math.log2(spanLength(span) / widthPx));
}
