/** How many lanes are drawn at a frame: as many as leave the next one in time. */
export interface Pace {
	readonly lanes: number;
	/** A frame has begun at `timeMs`, as requestAnimationFrame tells. */
	note(timeMs: number): void;
}

/** The fewest and the most lanes in a frame. */
const fewest = 2;
const most = 40;
/** Frames further apart than this came late; further apart than `pauseMs`, nothing was asked for. */
const lateMs = 20;
const pauseMs = 250;

/** A pace that begins with so many lanes. */
export function createPace(lanes = 12): Pace {
	let lastMs: number | undefined;
	return {
		get lanes() {
			return Math.floor(lanes);
		},
		note(timeMs) {
			const frameMs = lastMs === undefined ? 0 : timeMs - lastMs;
			lastMs = timeMs;
			if (frameMs === 0 || frameMs > pauseMs) return;
			lanes = frameMs > lateMs ? Math.max(fewest, lanes * 0.4) : Math.min(most, lanes + 0.02);
		}
	};
}
