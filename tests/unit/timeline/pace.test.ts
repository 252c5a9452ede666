import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/lib/timeline/pace.ts';

const inTimeMs = 1000 / 60;
const lateMs = 2 * inTimeMs;
const [idle, busy, full] = [5, 9, 13];

interface Noted {
	readonly gapMs: number;
	readonly busyMs: number;
}

/** What a pace allows after such frames. */
function marksAfter(frames: readonly Noted[], first: number): number {
	const pace = createPace(first);
	let at = 1000;
	pace.note(at, busy);
	for (const { gapMs, busyMs } of frames) pace.note((at += gapMs), busyMs);
	return pace.marks;
}

const frames = (count: number, gapMs: number, busyMs: number) =>
	Array<Noted>(count).fill({ gapMs, busyMs });

describe('the marks drawn anew in a frame', () => {
	it.each([
		['are as told at the beginning', [], 100],
		['stay as they are while frames are well filled', frames(50, inTimeMs, busy), 100],
		['are fewer than half after a frame that came late', frames(1, lateMs, idle), 40],
		['are fewer after one that was nearly late', frames(1, inTimeMs, full), 80],
		['are never less than ten', frames(30, lateMs, full), 10],
		['are never more than 2000', frames(50, inTimeMs, idle), 2000],
		['stay as they were through a pause: nothing was asked for', frames(1, 5000, idle), 100],
		['are twice as many after four frames with room', frames(4, inTimeMs, idle), 244]
	])('%s', (_, frames, marks) => expect(marksAfter(frames, 100)).toBe(marks));

	it('go back to what was too much so slowly that fewer than one frame in twenty is late', () => {
		const enough = 200;
		const pace = createPace();
		let [at, late] = [0, 0];
		for (let frame = 0; frame < 2000; frame++) {
			// Late for reasons that the page itself does not see: it was hardly busy.
			const isLate = pace.marks > enough;
			if (isLate) late++;
			pace.note((at += isLate ? lateMs : inTimeMs), idle);
		}
		expect(late).toBeGreaterThan(0);
		expect(late).toBeLessThan(100);
	});
});
