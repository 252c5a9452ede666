import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/lib/timeline/pace.ts';

const inTimeMs = 1000 / 60;
const lateMs = 2 * inTimeMs;

/** The lanes that a pace allows after frames so many milliseconds apart. */
function lanesAfter(gapsMs: readonly number[], first = 12): number {
	const pace = createPace(first);
	let at = 1000;
	pace.note(at);
	for (const gapMs of gapsMs) pace.note((at += gapMs));
	return pace.lanes;
}

const frames = (count: number, gapMs: number) => Array<number>(count).fill(gapMs);

describe('the lanes drawn in a frame', () => {
	it.each([
		['are as told at the beginning', [], 12],
		['are fewer than half after a frame that came late', [lateMs], 4],
		['never are fewer than two', frames(20, lateMs), 2],
		['never are more than 40', frames(5000, inTimeMs), 40],
		['stay as they were through a pause: nothing was asked for', [5000], 12],
		['stay as they were when a frame is told twice', [0, 0], 12]
	])('%s', (_, gaps, lanes) => expect(lanesAfter(gaps)).toBe(lanes));

	it('come back so slowly that trying for more makes no more than one frame in twenty late', () => {
		const enough = 4;
		const pace = createPace();
		let [at, late] = [0, 0];
		for (let frame = 0; frame < 2000; frame++) {
			const isLate = pace.lanes > enough;
			if (isLate) late++;
			pace.note((at += isLate ? lateMs : inTimeMs));
		}
		expect(late).toBeLessThan(100);
		expect(pace.lanes).toBeGreaterThanOrEqual(2);
	});
});
