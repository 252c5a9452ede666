import type { Counts } from './counts.ts';

interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly {
		readonly status: string;
		readonly assertionResults: readonly { readonly status: string }[];
	}[];
}

/** The counts in Vitest's JSON report; a file that could not be loaded is one failure. */
export function vitestCounts(json: string): Counts {
	const report = JSON.parse(json) as VitestReport;
	const brokenFiles = report.testResults.filter(
		(file) =>
			file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + brokenFiles.length,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

interface PlaywrightReport {
	readonly stats: {
		readonly expected: number;
		readonly unexpected: number;
		readonly flaky: number;
		readonly skipped: number;
	};
	readonly errors: readonly unknown[];
}

/** The counts in Playwright's JSON report; an error outside of tests is a failure too. */
export function playwrightCounts(json: string): Counts {
	const { stats, errors } = JSON.parse(json) as PlaywrightReport;
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped
	};
}
