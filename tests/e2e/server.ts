/**
 * Browser tests start the production build through this file's `test`:
 *
 *   import { expect, frozen, test } from './server.ts';
 *   test('…', async ({ page, app }) => { await page.goto(frozen(app.url)); … });
 *   test('…', async ({ page, startApp }) => { const app = await startApp({ upstream }); … });
 */
import { test as base } from '@playwright/test';
import { startBuild } from './start-build.ts';
import type { App, AppOptions } from './start-build.ts';

export { expect } from '@playwright/test';
export type { App, AppOptions } from './start-build.ts';

/** The clock that tests read: half a day after the sample's own date. */
export const frozenNow = '2026-10-08T12:00Z';

/** `address` with the clock stopped at `now`. */
export function frozen(address: string, now = frozenNow): string {
	const [path = '', query = ''] = address.split('?');
	const parameters = new URLSearchParams(query);
	parameters.set('now', now);
	return `${path}?${parameters}`;
}

interface Fixtures {
	/** Starts an app of the test file's own; it is closed at the latest when the worker ends. */
	readonly startApp: (options?: AppOptions) => Promise<App>;
	/** One app for the worker, showing the sample, with upstream off. */
	readonly app: App;
}

export const test = base.extend<object, Fixtures>({
	startApp: [
		// Playwright reads from this pattern which fixtures are needed: none.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const apps: App[] = [];
			await use(async (options) => {
				const app = await startBuild(options);
				apps.push(app);
				return app;
			});
			await Promise.all(apps.map((app) => app.close()));
		},
		{ scope: 'worker' }
	],
	app: [async ({ startApp }, use) => use(await startApp()), { scope: 'worker' }]
});
