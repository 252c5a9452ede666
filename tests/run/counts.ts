import { sum } from 'd3';

/** How many checks came out how, and which failed. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** What failed, by name and with the first line of why, where that is known. */
	readonly failures: readonly string[];
}

/** One check. */
export function oneCheck(isPassed: boolean): Counts {
	return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0, failures: [] };
}

/** All of `counts` together. */
export function addCounts(counts: readonly Counts[]): Counts {
	return {
		passed: sum(counts, (one) => one.passed),
		failed: sum(counts, (one) => one.failed),
		skipped: sum(counts, (one) => one.skipped),
		failures: counts.flatMap((one) => one.failures)
	};
}

/** `12 passed, 0 failed`, and `, 3 skipped` where some were. */
export function describeCounts({ passed, failed, skipped }: Omit<Counts, 'failures'>): string {
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
