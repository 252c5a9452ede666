/** Bounds of a pause after failures, in milliseconds. */
export interface BackoffBounds {
	/** The longest pause after one failure. */
	readonly firstMs: number;
	/** The longest pause at all. */
	readonly capMs: number;
}

/**
 * Milliseconds to wait after `failures` in a row (1 = the first): doubling, capped, and spread
 * over the upper half by `random` in [0, 1), so that installations do not come back all at once.
 * No failure, no wait.
 */
export function backoffMs(failures: number, random: number, bounds: BackoffBounds): number {
	if (failures < 1) return 0;
	const doublings = Math.min(failures - 1, 30);
	const fullMs = Math.min(bounds.capMs, bounds.firstMs * 2 ** doublings);
	return Math.round(fullMs * (0.5 + random / 2));
}

/**
 * Bounds that suit a refresh interval: short for a test's second, patient for half an hour.
 */
export function backoffBounds(refreshMs: number): BackoffBounds {
	return {
		firstMs: Math.min(60_000, Math.max(1000, refreshMs / 30)),
		capMs: Math.min(1_800_000, Math.max(5000, refreshMs))
	};
}
