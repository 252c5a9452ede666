import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../src/commands/app-build/build-app.ts';
import { browserVariable } from '../../src/commands/browser/browser-arguments.ts';
import { findBrowser } from '../../src/commands/browser/browser.ts';
import { runTool } from '../../src/commands/browser/tool.ts';
import { projectFolder } from '../../src/commands/project.ts';
import { ensureRedis } from '../redis/find-redis.ts';
import { oneCheck, settleCounts } from './counts.ts';
import type { Counts } from './counts.ts';
import { playwrightCounts, vitestCounts } from './reports.ts';

/** A stage by its name on the command line; each shows its own output. */
export const stages: Readonly<Record<string, () => Promise<Counts>>> = {
	async lint() {
		const format = await runTool('prettier', ['--check', '--log-level', 'warn', '.']);
		const rules = await runTool('eslint', ['.']);
		return oneCheck(format === 0 && rules === 0);
	},

	async types() {
		const sync = await runTool('svelte-kit', ['sync']);
		const check = await runTool('svelte-check', ['--tsconfig', './tsconfig.json']);
		return oneCheck(sync === 0 && check === 0);
	},

	async imports() {
		return oneCheck((await runTool(process.execPath, ['tests/imports.ts'])) === 0);
	},

	async unit() {
		await ensureRedis();
		return withReport(vitestCounts, (report) =>
			runTool('vitest', [
				'run',
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${report}`
			])
		);
	},

	async build() {
		const outcome = await buildApp({
			projectFolder,
			onBuild: () => console.log('Building …'),
			onFailure: (output) => process.stderr.write(output)
		});
		if (outcome === 'current') console.log('The build is current.');
		return oneCheck(outcome !== 'failed');
	},

	async browser() {
		const browser = await findBrowser();
		if (!browser) return oneCheck(false);
		const config = ['--config', 'tests/e2e/playwright.config.ts', '--reporter', 'list,json'];
		return withReport(playwrightCounts, (report) =>
			runTool('playwright', ['test', ...config], {
				env: {
					PLAYWRIGHT_JSON_OUTPUT_FILE: report,
					[browserVariable]: browser.executablePath ?? ''
				}
			})
		);
	}
};

/** Runs a tool that writes its JSON report to a file, and counts what the report tells. */
async function withReport(
	count: (json: string) => Counts,
	run: (reportPath: string) => Promise<number>
): Promise<Counts> {
	const folder = mkdtempSync(join(tmpdir(), 'berthline-test-'));
	try {
		const report = join(folder, 'report.json');
		const exitCode = await run(report);
		return settleCounts(count(readFileSync(report, 'utf8')), exitCode);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
