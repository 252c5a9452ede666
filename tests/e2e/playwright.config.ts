import { defineConfig } from '@playwright/test';
import { browserArguments, browserVariable } from '../../src/commands/browser/browser-arguments.ts';

const executablePath = process.env[browserVariable];

/** Browser tests on the production build; `npm test -- build browser` finds the browser. */
export default defineConfig({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: './output',
	// What is written down lies beside the test that reads it, the same on every system.
	snapshotPathTemplate: '{testDir}/{arg}{ext}',
	workers: 2,
	retries: 0,
	forbidOnly: Boolean(process.env['CI']),
	reporter: 'list',
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'America/New_York',
		// Nothing flies, so nothing has to be waited for; what is about motion asks for it.
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: {
			args: [...browserArguments()],
			...(executablePath && { executablePath })
		}
	}
});
