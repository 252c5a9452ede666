import { describe, expect, it } from 'vitest';
import { describeCounts, settleCounts } from '../../run/counts.ts';
import { playwrightCounts, vitestCounts } from '../../run/reports.ts';

describe('settleCounts', () => {
	it.each([
		['keeps good counts', { passed: 3, failed: 0, skipped: 1 }, 0, '3 passed, 0 failed, 1 skipped'],
		['keeps told failures', { passed: 3, failed: 2, skipped: 0 }, 1, '3 passed, 2 failed'],
		['adds an untold failure', { passed: 3, failed: 0, skipped: 0 }, 1, '3 passed, 1 failed'],
		['fails a run of no tests', { passed: 0, failed: 0, skipped: 0 }, 0, '0 passed, 1 failed'],
		[
			'fails a run of skipped tests',
			{ passed: 0, failed: 0, skipped: 2 },
			0,
			'0 passed, 1 failed, 2 skipped'
		]
	])('%s', (_name, counts, exitCode, line) => {
		expect(describeCounts(settleCounts(counts, exitCode))).toBe(line);
	});
});

describe('reports', () => {
	it('counts a test file that could not be loaded as a failure', () => {
		const report = {
			numPassedTests: 5,
			numFailedTests: 1,
			numPendingTests: 1,
			numTodoTests: 1,
			testResults: [
				{ status: 'failed', assertionResults: [{ status: 'failed' }] },
				{ status: 'failed', assertionResults: [] },
				{ status: 'passed', assertionResults: [{ status: 'passed' }] }
			]
		};
		expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 2 });
	});

	it('counts flaky browser tests and errors outside of tests as failures', () => {
		const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
		const report = JSON.stringify({ stats, errors: [{ message: 'cannot load' }] });
		expect(playwrightCounts(report)).toEqual({ passed: 4, failed: 3, skipped: 2 });
	});
});
