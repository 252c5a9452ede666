/** How many checks came out how. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

/** One check. */
export function oneCheck(isPassed: boolean): Counts {
	return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

/** All of `counts` together. */
export function addCounts(counts: readonly Counts[]): Counts {
	const sum = (key: keyof Counts) => counts.reduce((total, one) => total + one[key], 0);
	return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** `12 passed, 0 failed`, and `, 3 skipped` where some were. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The counts of a test tool that ended with `exitCode`: one failure more when it failed without
 * a failed test, or ran no test at all.
 */
export function settleCounts(counts: Counts, exitCode: number): Counts {
	const isSilentFailure = exitCode !== 0 && counts.failed === 0;
	const isEmpty = counts.passed + counts.failed === 0;
	return isSilentFailure || isEmpty ? addCounts([counts, oneCheck(false)]) : counts;
}
