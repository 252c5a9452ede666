import type { Page } from '@playwright/test';
import { generateEvents } from '../upstream/generate.ts';
import { createEventMaker } from '../upstream/odd/odd-event.ts';
import { startUpstream, type Upstream } from '../upstream/server.ts';
import { startFront } from './front.ts';
import { expect, test } from './quiet-page.ts';

// What a browser writes when a server is gone, or an answer breaks: here that is what is tried.
test.use({ expectedNoise: [/Failed to load resource|net::ERR_|An unknown error occurred/] });
test.describe.configure({ timeout: 90_000 });

const until = new Date().toISOString();
const documents = generateEvents({ count: 120, until });
const env = { REFRESH_SECONDS: '1', LL2_TIMEOUT_MS: '1500', LL2_CALLS_PER_HOUR: '100000' };
const daysAgo = (days: number) => new Date(Date.parse(until) - days * 86_400_000).toISOString();
const newEvent = (id: number) =>
	createEventMaker()({ portId: 42, docking: daysAgo(3), departure: null, id });

const mark = (page: Page, id: number) => page.locator(`[data-event="${id}"]`);
const clock = (page: Page) => page.locator('.clock time');

/** The kiosk of one station, drawn, and kept by its service worker. */
async function opened(page: Page, origin: string): Promise<void> {
	await page.goto(`${origin}/kiosk?station=4`);
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
	const isKept = () => page.evaluate(async () => Boolean(await caches.match(location.href)));
	await expect.poll(isKept).toBe(true);
	await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
}

const isSameDocument = (page: Page) => page.evaluate(() => 'isSameDocument' in window);

/** Waits until the seconds have gone on. */
async function ticks(page: Page): Promise<void> {
	const before = await clock(page).textContent();
	await expect(clock(page)).not.toHaveText(before!);
}

/** An app on live data, and a front that stays when the app goes. */
async function startBehindFront(
	startApp: (options: {
		upstream: string;
		env: Record<string, string>;
	}) => Promise<{ url: string; close(): Promise<void> }>,
	upstream: Upstream
) {
	const app = await startApp({ upstream: upstream.url, env });
	await expect
		.poll(async () => (await (await fetch(`${app.url}/healthz`)).json()).source)
		.toBe('live');
	return { app, front: await startFront(app.url) };
}

test('new data arrive without a reload, within ten seconds of a refresh', async ({
	page,
	startApp
}) => {
	const upstream = await startUpstream({ documents });
	const { front } = await startBehindFront(startApp, upstream);
	await opened(page, front.url);
	await expect(mark(page, 9001)).toHaveCount(0);
	upstream.put(newEvent(9001));
	await expect(mark(page, 9001)).toHaveAttribute('data-state', 'docked', { timeout: 12_000 });
	expect(await isSameDocument(page)).toBe(true);
	await front.close();
	await upstream.close();
});

test('with a stream that is refused, data are asked for instead', async ({ page, startApp }) => {
	const upstream = await startUpstream({ documents });
	const { front } = await startBehindFront(startApp, upstream);
	front.breaks = (path) => path.startsWith('/live');
	await opened(page, front.url);
	upstream.put(newEvent(9002));
	await expect(mark(page, 9002)).toHaveCount(1, { timeout: 20_000 });
	await front.close();
	await upstream.close();
});

test('while the server is gone the picture stays and the clock goes on; it comes back by itself', async ({
	page,
	startApp
}) => {
	const upstream = await startUpstream({ documents });
	const { app, front } = await startBehindFront(startApp, upstream);
	await opened(page, front.url);
	const bars = await page.locator('[data-event]').count();
	front.app = undefined;
	await ticks(page);
	await expect(page.locator('[data-event]')).toHaveCount(bars);
	// Live data grow old while nobody answers, and the screen says since when.
	await expect(page.locator('html')).toHaveAttribute('data-source', 'stale');
	await expect(page.getByRole('status')).toContainText(
		/No answer from the server since \d\d:\d\d UTC; showing data of \d\d:\d\d UTC/
	);
	upstream.put(newEvent(9003));
	front.app = app.url;
	await expect(mark(page, 9003)).toHaveCount(1, { timeout: 20_000 });
	await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
	await expect(page.getByRole('status')).toHaveText('');
	expect(await isSameDocument(page)).toBe(true);
	await front.close();
	await upstream.close();
});

test('while Launch Library 2 is silent a calm sign says since when, and goes by itself', async ({
	page,
	startApp
}) => {
	const upstream = await startUpstream({ documents });
	const { front } = await startBehindFront(startApp, upstream);
	await opened(page, front.url);
	const sign = page.getByRole('status');
	const source = page.locator('html');
	await expect(source).toHaveAttribute('data-source', 'live');
	await expect(sign).toHaveText('');
	await expect(page.locator('.age')).toHaveText(/^Data of \d\d:\d\d UTC$/);

	upstream.fault({ kind: 'hang' });
	await expect(source).toHaveAttribute('data-source', 'stale');
	await expect(sign).toHaveText(
		/^No answer from Launch Library 2 since (\d\d:\d\d) UTC; showing data of \1 UTC$/
	);
	await ticks(page);

	upstream.clearFaults();
	await expect(source).toHaveAttribute('data-source', 'live');
	await expect(sign).toHaveText('');
	expect(await isSameDocument(page)).toBe(true);
	await front.close();
	await upstream.close();
});

test('where Launch Library 2 has never answered, a sign on the sample says so', async ({
	page,
	startApp
}) => {
	const upstream = await startUpstream({ documents });
	upstream.fault({ kind: 'hang' });
	const app = await startApp({ upstream: upstream.url, env });
	await page.goto(`${app.url}/kiosk?station=4`);
	const sign = page.getByRole('status');
	await expect(sign).toHaveText(
		'No answer from Launch Library 2; showing sample data of 8 Oct 2026'
	);
	await expect(page.locator('html')).toHaveAttribute('data-source', 'sample');

	upstream.clearFaults();
	await expect(page.locator('html')).toHaveAttribute('data-source', 'live', { timeout: 30_000 });
	await expect(sign).toHaveText('');
	await upstream.close();
});

test('a clock that stands still at another time makes no data old', async ({ page, startApp }) => {
	const upstream = await startUpstream({ documents });
	const { front } = await startBehindFront(startApp, upstream);
	for (const now of ['2020-01-01', '2040-01-01']) {
		await page.goto(`${front.url}/kiosk?station=4&now=${now}`);
		const asked = front.asked.length;
		await expect
			.poll(() => front.asked.slice(asked).filter((path) => path === '/kiosk.json'))
			.not.toEqual([]);
		await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
		await expect(page.getByRole('status')).toHaveText('');
	}
	await front.close();
	await upstream.close();
});

test('it starts without the server, from what was kept, and catches up', async ({
	page,
	startApp
}) => {
	const upstream = await startUpstream({ documents });
	const { app, front } = await startBehindFront(startApp, upstream);
	await opened(page, front.url);
	upstream.put(newEvent(9004));
	await expect(mark(page, 9004)).toHaveCount(1);
	front.app = undefined;
	await page.reload();
	expect(await isSameDocument(page)).toBe(false);
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
	// What came after the page itself was kept is there as well.
	await expect(mark(page, 9004)).toHaveCount(1);
	await ticks(page);
	upstream.put(newEvent(9005));
	front.app = app.url;
	await expect(mark(page, 9005)).toHaveCount(1, { timeout: 20_000 });
	await front.close();
	await upstream.close();
});

test('a network that is cut in the middle of a reload leaves the kept page, whole', async ({
	page,
	app
}) => {
	const front = await startFront(app.url);
	await opened(page, front.url);
	// A newer page comes, and names parts that cannot be had any more.
	front.rewrite = (text) => text.replaceAll('/entry/start.', '/entry/newer.');
	front.breaks = (path) => path.includes('/_app/');
	await page.reload();
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
	await ticks(page);
	expect(front.asked.some((path) => path.includes('/entry/newer.'))).toBe(true);
	await front.close();
});

test('what is kept is the kiosk’s page alone: other addresses are the server’s to answer', async ({
	page,
	app
}) => {
	const front = await startFront(app.url);
	await opened(page, front.url);
	const answer = await page.goto(`${front.url}/kiosk/none`);
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'There is nothing at this address'
	);
	for (const server of [front.app, undefined]) {
		front.app = server;
		await page.goto(`${front.url}/kiosk/?station=4`);
		await expect(page).toHaveURL(`${front.url}/kiosk?station=4`);
		await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
	}
	await front.close();
});

test.describe('a new version', () => {
	test('is picked up with exactly one reload, also while old and new answer in turn', async ({
		page,
		app
	}) => {
		const front = await startFront(app.url);
		let answers = 0;
		// Two servers behind one address: the newer one answers every other time.
		let share: 'old' | 'both' | 'new' = 'old';
		const version = () => (share === 'new' || (share === 'both' && answers++ % 2) ? '222' : '111');
		front.rewrite = (text) => text.replaceAll(/(\bapp"?:\s*)"\d+"/g, `$1"${version()}"`);
		front.breaks = (path) => path === '/live';
		const asked = () => front.asked.filter((path) => path === '/kiosk.json').length;
		const asks = async (times: number) => {
			for (let time = 0; time < times; time++) {
				const before = asked();
				await page.clock.runFor(9000);
				await expect.poll(asked).toBeGreaterThan(before);
			}
		};
		let loads = 0;
		page.on('load', () => loads++);
		await page.clock.install();
		await opened(page, front.url);
		expect(loads).toBe(1);

		share = 'both';
		await asks(6);
		expect(loads).toBe(1);

		share = 'new';
		await asks(3);
		await expect.poll(() => loads).toBe(2);
		await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
		await asks(6);
		expect(loads).toBe(2);
		await front.close();
	});
});
