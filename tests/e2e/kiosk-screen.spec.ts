import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { clockAt } from './clock.ts';
import { startFront } from './front.ts';
import { cutOff, keyOf, opened, screens, textSizes } from './kiosk-page.ts';
import { expect, frozen, test } from './quiet-page.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const screen of screens) {
	test.describe(`on a screen of ${screen.width}×${screen.height}`, () => {
		test.use({ viewport: screen });

		test('a station fills it: nothing is cut, nothing scrolls, no text is small', async ({
			page,
			app
		}) => {
			await opened(page, frozen(`${app.url}/kiosk?station=4`, '2026-10-08T00:30Z'));
			await expect(heading(page)).toHaveText('International Space Station');
			await expect(page.getByText('5 of 8 ports occupied')).toBeVisible();
			await expect(page.locator('[data-port]')).toHaveCount(8);
			await expect(page.getByText('00:30:00 UTC')).toBeVisible();
			await expect(page.getByText('Last arrival Crew-13 Dragon, 1 Oct')).toBeVisible();
			await expect(page.getByText('Next nothing planned')).toBeVisible();
			await expect(page.getByText('Sample data of 8 Oct 2026')).toBeVisible();
			await expect(keyOf(page)).toHaveText(['crew', 'cargo']);
			await expect(page.locator('.dot.occupied')).toHaveCount(5);
			for (const dot of await page.locator('[data-port] .dot').all())
				await expect(dot).toBeVisible();
			await expect(page.getByText('Jonathan McDowell, GCAT, planet4589.org')).toBeVisible();
			expect(await cutOff(page)).toEqual([]);
			expect(Math.min(...(await textSizes(page)))).toBeGreaterThanOrEqual(24 - 0.1);
			const size = await page.evaluate(() => {
				const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
				return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight };
			});
			expect(size).toEqual({ x: 0, y: 0 });
		});

		test('all stations fit as well', async ({ page, app }) => {
			await page.clock.install();
			await page.goto(frozen(`${app.url}/kiosk?dwell=5`, '2026-10-08T00:30Z'));
			await expect(heading(page)).toHaveText('International Space Station');
			await page.clock.runFor(10_500);
			await expect(heading(page)).toHaveText('Docked now');
			await expect(page.locator('[data-station="18"] [data-port]')).toHaveCount(3);
			expect(await cutOff(page)).toEqual([]);
			expect(Math.min(...(await textSizes(page)))).toBeGreaterThanOrEqual(24 - 0.1);
		});

		test('more stations than fit are counted', async ({ page, app }) => {
			await page.clock.install();
			await page.goto(
				frozen(`${app.url}/kiosk?station=5,6,7,8,11,12&dwell=1`, '2026-10-08T00:30Z')
			);
			await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
			await page.clock.runFor(10_500);
			for (let second = 0; second < 12; second++) {
				if ((await heading(page).textContent()) === 'Docked now') break;
				await page.clock.runFor(1000);
			}
			await expect(heading(page)).toHaveText('Docked now');
			await expect(page.getByText('2 more stations not shown')).toBeVisible();
			expect(await cutOff(page)).toEqual([]);
		});

		test('more ports than fit: those in use are shown, the others are counted', async ({
			page,
			app
		}) => {
			await opened(page, frozen(`${app.url}/kiosk?station=4&span=60y`, '2026-10-08T00:30Z'));
			const told = page.getByText(/\d+ more ports? not shown/);
			const countPorts = () => page.locator('[data-port]').count();
			const countMore = async () => {
				const texts = await told.allTextContents();
				return Number(/\d+(?= more)/.exec(texts.join())?.[0] ?? 0);
			};
			await expect.poll(async () => (await countPorts()) + (await countMore())).toBe(13);
			expect(await countPorts()).toBeGreaterThanOrEqual(8);
			for (const port of [19, 30, 21, 1, 2, 3, 13, 42])
				await expect(page.locator(`[data-port="${port}"]`)).toBeVisible();
			expect(await cutOff(page)).toEqual([]);
		});
	});
}

test('stations take turns, then all of them; each stays as long as it is told', async ({
	page,
	app
}) => {
	await page.clock.install();
	await page.goto(frozen(`${app.url}/kiosk?dwell=20`, '2026-10-08T00:30Z'));
	await expect(page.locator('[data-drawn]')).toBeVisible();
	const shown: (string | null)[] = [];
	for (let turn = 0; turn < 4; turn++) {
		await page.clock.runFor(turn ? 20_000 : 10_000);
		await expect(heading(page)).toHaveCount(1);
		shown.push(await heading(page).textContent());
	}
	expect(shown).toEqual([
		'International Space Station',
		'Tiangong',
		'Docked now',
		'International Space Station'
	]);
});

test('one station alone stands still', async ({ page, app }) => {
	await page.clock.install();
	await opened(page, `${app.url}/kiosk?station=18&dwell=1`);
	await page.clock.runFor(10_000);
	await expect(heading(page)).toHaveText('Tiangong');
});

test.describe('with the clock going on', () => {
	test.use({ expectedNoise: [/Failed to load resource|net::ERR_/] });

	test('seconds tick, bars and the now line move, and old data turn stale by themselves', async ({
		page,
		startApp
	}) => {
		const app = await startApp({ env: clockAt('2026-10-08T00:30:00Z') });
		await page.clock.install();
		const front = await startFront(app.url);
		const told = page.waitForResponse(/\/kiosk\.json$/);
		await opened(page, `${front.url}/kiosk?station=4&span=5d&ahead=1d`);
		await (await told).finished();
		const clock = page.locator('.clock time');
		await expect(clock).toHaveText(/^00:3\d:\d\d$/);
		const status = page.locator('[data-port="19"] .status');
		await expect(status).toHaveText('6 d 1 h');
		const endOfLast = () =>
			page.locator('[data-port="30"]').evaluate((lane) => {
				const right = (selector: string) =>
					lane.querySelector(selector)!.getBoundingClientRect().right;
				return right('.plot') - right('[data-event]');
			});
		const before = await endOfLast();
		// The server's clock stays at its hour: from here on it is not heard.
		front.breaks = (path) => path === '/live' || path === '/kiosk.json';
		await page.clock.runFor(3_600_000);
		await expect(clock).toHaveText(/^01:3\d:\d\d$/);
		await expect(status).toHaveText('at least 6 d');
		// An hour of six days, on a plot of some hundred pixels.
		expect((await endOfLast()) - before).toBeGreaterThan(3);
		await front.close();
	});

	test('the picture drifts a step a minute, never far and never out of the screen', async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width: 1920, height: 1080 });
		await page.clock.install({ time: '2026-10-08T12:00:00Z' });
		await opened(page, `${app.url}/kiosk?station=4`);
		await page.clock.pauseAt('2026-10-08T12:00:30Z');
		const places = new Set<string>();
		for (let minute = 0; minute < 17; minute++) {
			const box = (await page.locator('.stage').boundingBox())!;
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.y).toBeGreaterThanOrEqual(0);
			expect(box.x + box.width).toBeLessThanOrEqual(1920.5);
			expect(box.y + box.height).toBeLessThanOrEqual(1080.5);
			places.add(`${Math.round(box.x)} ${Math.round(box.y)}`);
			await page.clock.runFor(60_000);
		}
		expect(places.size).toBe(16);
	});
});

test('there is nothing to point at, to press or to reach by keyboard', async ({ page, app }) => {
	await opened(page, frozen(`${app.url}/kiosk?station=4`));
	const root = page.locator('[data-kiosk]');
	expect(await root.evaluate((element) => getComputedStyle(element).cursor)).toBe('none');
	await expect(page.locator('a[href], button, input, [tabindex]')).toHaveCount(0);
	await page.mouse.click(900, 500);
	await expect(page.getByRole('tooltip')).toHaveCount(0);
	expect(new URL(page.url()).pathname).toBe('/kiosk');
});

test('a bad value shows its sentence for a minute, and a working view all along', async ({
	page,
	app
}) => {
	await page.clock.install();
	await opened(page, `${app.url}/kiosk?station=abc&span=never&theme=dark`);
	await expect(heading(page)).toHaveText('International Space Station');
	const sentences = page.getByRole('status');
	await expect(sentences).toContainText('station must be Launch Library 2 station ids');
	await expect(sentences).toContainText('not “never”. The last 18 months are shown.');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.clock.runFor(61_000);
	await expect(sentences).toHaveText('');
	await expect(page.locator('[data-timeline]')).toBeVisible();
});

test('the screen is dimmed in the hours of its own zone', async ({ page, app }) => {
	const dimmed = page.locator('.dim');
	const night = `${app.url}/kiosk?station=4&dim=22:00-07:00&tz=Europe/Berlin`;
	await opened(page, frozen(night, '2026-10-08T20:30Z'));
	await expect(dimmed).toHaveCount(1);
	await opened(page, frozen(night, '2026-10-08T19:30Z'));
	await expect(dimmed).toHaveCount(0);
	await opened(page, frozen(`${app.url}/kiosk?station=4&dim`, '2026-10-08T23:30Z'));
	await expect(dimmed).toHaveCount(1);
});

for (const theme of ['light', 'dark']) {
	test(`has no accessibility faults in the ${theme} theme`, async ({ page, app }) => {
		await opened(page, frozen(`${app.url}/kiosk?station=4&theme=${theme}`));
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	});
}

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 1920, height: 1080 } });

	test('the first station is there, with its bars and names', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/kiosk`, '2026-10-08T00:30Z'));
		await expect(heading(page)).toHaveText('International Space Station');
		await expect(page.locator('[data-event][data-state=docked]')).toHaveCount(5);
		expect(await cutOff(page)).toEqual([]);
	});
});
