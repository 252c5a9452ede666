/** How many marks are drawn anew at a frame: as many as leave the next one in time. */
export interface Pace {
	readonly marks: number;
	/**
	 * A frame for which that many were drawn: it began at `timeMs`, as the document's timeline tells,
	 * and the page was busy with it for `busyMs`.
	 */
	note(timeMs: number, busyMs: number): void;
}

/** The fewest and the most in a frame. */
const fewest = 10;
const most = 2000;
/** Of a frame at 60 a second: with less work there is room for more, with more work there is none. */
const roomyMs = 7;
const fullMs = 10;
/** Frames further apart than this came late; further apart than `pauseMs`, nothing was asked for. */
const lateMs = 20;
const pauseMs = 250;

/** A pace that begins with so many marks. */
export function createPace(marks = 60): Pace {
	let lastMs: number | undefined;
	/** What was nearly too much: to go beyond is tried slowly, and sooner again with time. */
	let careful = Infinity;
	return {
		get marks() {
			return Math.floor(marks);
		},
		note(timeMs, busyMs) {
			const gapMs = lastMs === undefined ? 0 : timeMs - lastMs;
			lastMs = timeMs;
			if (gapMs > pauseMs) return;
			careful *= 1.005;
			if (gapMs > lateMs) {
				careful = marks * 0.8;
				marks *= 0.4;
			} else if (busyMs > fullMs) marks *= 0.8;
			else if (busyMs < roomyMs) marks = marks * 1.25 < careful ? marks * 1.25 : marks * 1.002;
			marks = Math.min(most, Math.max(fewest, marks));
		}
	};
}
