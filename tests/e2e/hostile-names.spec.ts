import { hostileDocuments } from '../upstream/odd/hostile.ts';
import { startUpstream } from '../upstream/server.ts';
import { clockAt } from './clock.ts';
import { expect, test } from './quiet-page.ts';
import { drawn, scripted } from './timeline-page.ts';

test.describe.configure({ timeout: 120_000 });
const hostile = hostileDocuments();
const stations = hostile.map(({ stationId }) => stationId).join(',');
const view = `station=${stations},other&ports=all&from=2026-07-01&to=2026-11-01`;
const injected = 'img, iframe, object, embed, [onerror], [onfocus], [onload], [autofocus]';

test('no name from upstream runs as a script on any kind of page', async ({ page, startApp }) => {
	const upstream = await startUpstream({ documents: hostile.map(({ document }) => document) });
	const env = { ...clockAt('2026-10-08T12:00:00Z'), LL2_TIMEOUT_MS: '60000' };
	const app = await startApp({ upstream: upstream.url, env });
	await page.goto(app.url);
	await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
	const expectNothingRan = async () => {
		await expect(page.locator(injected)).toHaveCount(0);
		expect(await page.evaluate(() => 'hacked' in window), page.url()).toBe(false);
	};

	await page.goto(`${app.url}/?${view}`);
	await drawn(page);
	await expect(page.locator('[data-event]')).toHaveCount(hostile.length);
	await expectNothingRan();
	await page.locator('[data-event]').first().focus();
	await expect(page.getByRole('tooltip')).toBeVisible();
	await expectNothingRan();
	await page.goto(`${app.url}/?view=table&${view}`);
	await scripted(page);
	await expectNothingRan();
	for (const { id } of hostile) {
		await page.goto(`${app.url}/events/${id}`);
		await expectNothingRan();
	}
	for (const { stationId } of hostile.slice(0, 6)) {
		await page.goto(`${app.url}/kiosk?station=${stationId}`);
		await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
		await expectNothingRan();
	}
	await page.goto(`${app.url}/2.3.0/docking_events/?format=api&mode=detailed&limit=100`);
	await expect(page.getByText('window.hacked').first()).toBeVisible();
	await expectNothingRan();
	await page.goto(`${app.url}/timeline.svg?${view}&width=1200&height=2000`);
	expect(await page.evaluate(() => document.querySelectorAll('parsererror, script').length)).toBe(
		0
	);
	await expectNothingRan();
	await upstream.close();
});
