import { describe, expect, it } from 'vitest';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, type Span } from '../../../src/lib/time/span.ts';
import {
	mergeAbove,
	mostItems,
	nearerShortMs,
	shortestShownMs
} from '../../../src/lib/timeline/detail.ts';
import { indexLane, type LaneIndex } from '../../../src/lib/timeline/lane-index.ts';

const widthPx = 1000;
const view = (days: number): Span => ({ from: instant(0), to: instant(days * dayMs) });

/** A lane that counts as many items as told, whatever the span. */
const counting = (countIn: (shortMs: number) => number): LaneIndex => ({
	...indexLane([], instant(0)),
	countIn: (_, shortMs) => countIn(shortMs)
});

describe('how short stays are that melt', () => {
	it.each([
		['0 where no more than 500 stand in view', mergeAbove, 0],
		['a pixel’s time, as a power of two, beyond', mergeAbove + 1, 2 ** 27]
	])('is %s', (_, count, shortMs) => {
		expect(shortestShownMs([counting(() => count)], view(1000), widthPx)).toBe(shortMs);
	});

	it('doubles until there are no more than 700 in view', () => {
		const lane = counting((shortMs) => (shortMs < 2 ** 30 ? mostItems + 1 : mostItems));
		expect(shortestShownMs([lane], view(1000), widthPx)).toBe(2 ** 30);
	});

	it.each([0, 1, 2, 5, 8])('is told beforehand for views halved %i times', (times) => {
		const nearer = nearerShortMs(view(3333), widthPx);
		const many = counting(() => mergeAbove + 1);
		expect(nearer).toContain(shortestShownMs([many], view(3333 / 2 ** times), widthPx));
		expect(nearer).toEqual([...nearer].sort((a, b) => a - b));
	});
});
