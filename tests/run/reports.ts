import { stripVTControlCharacters } from 'node:util';
import { projectFolder } from '../../src/commands/project.ts';
import type { Counts } from './counts.ts';

interface VitestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		/** Why a file could not be loaded. */
		readonly message: string;
		readonly assertionResults: readonly VitestResult[];
	}[];
}

interface VitestResult {
	readonly status: string;
	readonly fullName: string;
	readonly failureMessages?: readonly string[] | null;
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
		skipped: report.numPendingTests + report.numTodoTests,
		failures: [
			...brokenFiles.map(({ name, message }) => failureLine(name, message)),
			...report.testResults.flatMap(({ name, assertionResults }) =>
				assertionResults
					.filter((test) => test.status === 'failed')
					.map((test) => failureLine(`${name}: ${test.fullName}`, test.failureMessages?.[0]))
			)
		]
	};
}

interface PlaywrightReport {
	readonly stats: {
		readonly expected: number;
		readonly unexpected: number;
		readonly flaky: number;
		readonly skipped: number;
	};
	readonly errors: readonly PlaywrightError[];
	readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightError {
	readonly message?: string;
}

interface PlaywrightSuite {
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs: readonly {
		readonly file: string;
		readonly line: number;
		readonly title: string;
		readonly tests: readonly {
			readonly status: string;
			readonly results: readonly { readonly error?: PlaywrightError }[];
		}[];
	}[];
}

/** The counts in Playwright's JSON report; an error outside of tests is a failure too. */
export function playwrightCounts(json: string): Counts {
	const { stats, errors, suites } = JSON.parse(json) as PlaywrightReport;
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped,
		failures: [
			...errors.map(({ message }) => failureLine('outside of tests', message)),
			...suites.flatMap(failedSpecs)
		]
	};
}

/** What failed in a suite and in the suites that it holds. */
function failedSpecs({ specs, suites = [] }: PlaywrightSuite): string[] {
	const here = specs.flatMap(({ file, line, title, tests }) =>
		tests
			.filter(({ status }) => status === 'unexpected' || status === 'flaky')
			.map(({ results }) => {
				const message = results.find(({ error }) => error)?.error?.message;
				return failureLine(`${file}:${line}: ${title}`, message);
			})
	);
	return [...here, ...suites.flatMap(failedSpecs)];
}

/** `name: why`, in one line and without a terminal's colours. */
function failureLine(name: string, message = ''): string {
	const [why = ''] = stripVTControlCharacters(message).trim().split('\n');
	const path = name.replace(`${projectFolder}/`, '');
	return why === '' ? path : `${path}: ${why}`;
}
