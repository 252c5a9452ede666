import type { Page, Request } from '@playwright/test';
import { generateEvents } from '../upstream/generate.ts';
import { createEventMaker } from '../upstream/odd/odd-event.ts';
import { startUpstream } from '../upstream/server.ts';
import { expect, test } from './quiet-page.ts';
import { drawn, shownBy } from './timeline-page.ts';

test.describe.configure({ timeout: 90_000 });

const until = new Date().toISOString();
const documents = generateEvents({ count: 120, until });
const ids = new Set(documents.map(({ id }) => String(id)));
const env = {
	REFRESH_SECONDS: '1',
	LL2_TIMEOUT_MS: '1500',
	LL2_CALLS_PER_HOUR: '100000'
};
const daysAgo = (days: number) => new Date(Date.parse(until) - days * 86_400_000).toISOString();
const newEvent = () =>
	createEventMaker()({ portId: 42, docking: daysAgo(3), departure: null, id: 9001 });

const source = (page: Page) => page.locator('html');

test('a page opened on the sample turns live by itself, all of it, when upstream answers', async ({
	page,
	startApp
}) => {
	const { promise, resolve: answer } = Promise.withResolvers<void>();
	const upstream = await startUpstream({ documents });
	upstream.fault({ kind: 'hold', until: promise });
	const app = await startApp({
		upstream: upstream.url,
		env: { ...env, LL2_TIMEOUT_MS: '60000' }
	});
	await upstream.waitForCalls(1);
	await page.goto(app.url);
	await drawn(page);
	await expect(source(page)).toHaveAttribute('data-source', 'sample');
	await expect(page.getByRole('status')).toContainText('Sample data of 8 Oct 2026');
	await expect(page.getByRole('status')).toContainText('Launch Library 2 is being read');
	await expect(page.locator('footer')).toContainText('Jonathan McDowell, GCAT, planet4589.org');
	await page.evaluate(() => Object.assign(window, { isSameDocument: true }));

	answer();
	await expect(source(page)).toHaveAttribute('data-source', 'live');
	const { events } = await shownBy(page);
	expect(events.length).toBeGreaterThan(10);
	expect(events.filter((id) => !ids.has(id))).toEqual([]);
	await expect(page.getByText('Live from Launch Library 2')).toBeVisible();
	await expect(page.getByText('Sample data')).toHaveCount(0);
	await expect(page.locator('footer')).not.toContainText('GCAT');
	expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
	await upstream.close();
});

test.describe('on live data', () => {
	test('what happens upstream shows without a reload, and a departure changes the state', async ({
		page,
		startApp
	}) => {
		const upstream = await startUpstream({ documents });
		const app = await startApp({ upstream: upstream.url, env });
		await page.goto(app.url);
		await expect(source(page)).toHaveAttribute('data-source', 'live');
		const mark = page.locator('[data-event="9001"]');
		await expect(mark).toHaveCount(0);
		upstream.put(newEvent());
		await expect(mark).toHaveAttribute('data-state', 'docked');
		upstream.put({ ...newEvent(), departure: daysAgo(1) });
		await expect(mark).toHaveAttribute('data-state', 'departed');
		await upstream.close();
	});

	test('a page turns stale when upstream fails for long, says why, and recovers', async ({
		page,
		startApp
	}) => {
		const upstream = await startUpstream({ documents });
		const app = await startApp({ upstream: upstream.url, env: { ...env, LL2_TIMEOUT_MS: '500' } });
		await page.goto(app.url);
		await expect(source(page)).toHaveAttribute('data-source', 'live');
		const { events } = await shownBy(page);
		const recover = upstream.fault({ kind: 'status', status: 503 });
		await expect(source(page)).toHaveAttribute('data-source', 'stale');
		const note = page.getByRole('status');
		await expect(note).toContainText(/^Data of \d+ \w+ \d{4}, \d\d:\d\d UTC\./);
		await expect(note).toContainText('Launch Library 2 answered with an error (HTTP 503)');
		await expect(note).toContainText(/next try \d\d:\d\d UTC/);
		expect((await shownBy(page)).events).toEqual(events);
		recover();
		await expect(source(page)).toHaveAttribute('data-source', 'live');
		await expect(note).toHaveCount(0);
		await upstream.close();
	});

	test('a hidden tab closes its stream and catches up when it is seen again', async ({
		page,
		startApp
	}) => {
		const upstream = await startUpstream({ documents });
		const app = await startApp({ upstream: upstream.url, env });
		const streams: Request[] = [];
		page.on('request', (request) => {
			if (request.url().endsWith('/live')) streams.push(request);
		});
		const opened = page.waitForRequest((request) => request.url().endsWith('/live'));
		await page.goto(app.url);
		await expect(source(page)).toHaveAttribute('data-source', 'live');
		// The page says so before its script has asked for the stream.
		const stream = await opened;
		const closed = page.waitForEvent('requestfailed', (request) => request === stream);
		await setVisibility(page, 'hidden');
		await closed;

		upstream.put(newEvent());
		await page.waitForFunction(async () => {
			const health = (await (await fetch('/healthz')).json()) as { events: number };
			return health.events === 121;
		});
		await expect(page.locator('[data-event="9001"]')).toHaveCount(0);
		expect(streams).toEqual([stream]);
		await setVisibility(page, 'visible');
		await expect(page.locator('[data-event="9001"]')).toHaveCount(1);
		expect(streams).toHaveLength(2);
		await upstream.close();
	});
});

/** As the browser does when a tab goes to the background, and comes back. */
async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
	await page.evaluate((visibility) => {
		Object.defineProperty(document, 'visibilityState', {
			configurable: true,
			get: () => visibility
		});
		document.dispatchEvent(new Event('visibilitychange'));
	}, state);
}
