import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../src/commands/project.ts';
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
		expect(describeCounts(settleCounts({ ...counts, failures: [] }, exitCode))).toBe(line);
	});
});

describe('reports', () => {
	it('count a test file that could not be loaded as a failure, and name what failed', () => {
		const failed = {
			status: 'failed',
			fullName: 'layoutRows keeps its order',
			failureMessages: [
				'\u001b[31mAssertionError: expected 1 to be 2\u001b[39m\n    at rows.test.ts'
			]
		};
		const report = {
			numPassedTests: 5,
			numFailedTests: 1,
			numPendingTests: 1,
			numTodoTests: 1,
			testResults: [
				{
					name: join(projectFolder, 'tests/rows.test.ts'),
					status: 'failed',
					message: '',
					assertionResults: [failed]
				},
				{ name: 'tests/b.test.ts', status: 'failed', message: 'no x', assertionResults: [] },
				{
					name: 'tests/c.test.ts',
					status: 'passed',
					message: '',
					assertionResults: [{ status: 'passed', fullName: 'c' }]
				}
			]
		};
		expect(vitestCounts(JSON.stringify(report))).toEqual({
			passed: 5,
			failed: 2,
			skipped: 2,
			failures: [
				'tests/b.test.ts: no x',
				'tests/rows.test.ts: layoutRows keeps its order: AssertionError: expected 1 to be 2'
			]
		});
	});

	it('count flaky browser tests and errors outside of tests as failures, and name them', () => {
		const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
		const spec = (title: string, status: string, messages: readonly string[]) => ({
			file: 'zoom.spec.ts',
			line: 7,
			title,
			tests: [{ status, results: messages.map((message) => ({ error: { message } })) }]
		});
		const suites = [
			{
				specs: [spec('a drag pans', 'unexpected', ['Error: 3 px\nmore'])],
				suites: [{ specs: [spec('a wheel', 'flaky', []), spec('a key', 'expected', [])] }]
			}
		];
		const report = JSON.stringify({ stats, suites, errors: [{ message: 'cannot load' }] });
		expect(playwrightCounts(report)).toEqual({
			passed: 4,
			failed: 3,
			skipped: 2,
			failures: [
				'outside of tests: cannot load',
				'zoom.spec.ts:7: a drag pans: Error: 3 px',
				'zoom.spec.ts:7: a wheel'
			]
		});
	});
});
