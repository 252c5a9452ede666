import { cutOff, keyOf, opened, screens, textSizes } from './kiosk-page.ts';
import { expect, frozen, test } from './quiet-page.ts';

for (const screen of screens)
	test(`a station of few ports leaves little empty: ${screen.width}×${screen.height}`, async ({
		page,
		app
	}) => {
		await page.setViewportSize(screen);
		await opened(page, frozen(`${app.url}/kiosk?station=18`));
		await expect(page.locator('.area svg')).toBeVisible();
		const emptyShare = () =>
			page.evaluate(() => {
				const bottoms = [...document.querySelectorAll('.chart li')].map(
					(line) => line.getBoundingClientRect().bottom
				);
				const { top } = document.querySelector('footer')!.getBoundingClientRect();
				return (top - Math.max(...bottoms)) / innerHeight;
			});
		await expect.poll(emptyShare).toBeLessThan(0.09);
		expect(await cutOff(page)).toEqual([]);
		expect(Math.min(...(await textSizes(page)))).toBeGreaterThanOrEqual(24 - 0.1);
	});

/** A screen as high as this has no room for it over eight lanes. */
const isHigh = ({ width, height }: { width: number; height: number }) => width / height === 1.25;

for (const { width, height } of screens.filter((screen) => !isHigh(screen)))
	test(`how many ports were occupied stands over eight lanes: ${width}×${height}`, async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width, height });
		await opened(page, frozen(`${app.url}/kiosk?station=4`));
		const { area, lane } = await page.evaluate(() => {
			const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
			const heightOf = (selector: string) =>
				document.querySelector(selector)!.getBoundingClientRect().height / rem;
			return { area: heightOf('.area svg'), lane: heightOf('[data-port] .plot') };
		});
		expect(area).toBeGreaterThanOrEqual(1.9);
		expect(lane).toBeGreaterThanOrEqual(1.8);
	});

test('the key explains what is pale and “at least”, and only while it is on the screen', async ({
	page,
	app
}) => {
	const old = `${app.url}/kiosk?station=4&span=9d&ahead=2d`;
	await opened(page, frozen(old, '2026-10-10T12:00Z'));
	await expect(keyOf(page)).toHaveText(['crew', 'cargo', 'at least: known to 8 Oct']);
	await expect(keyOf(page).locator('.pale')).toBeVisible();
	await expect(page.locator('[data-port="19"] .status')).toHaveText(/^at least/);
	await opened(page, frozen(`${app.url}/kiosk?station=4`, '2026-05-01'));
	await expect(keyOf(page)).toHaveText(['crew', 'cargo', 'planned']);
	await expect(keyOf(page).locator('.outline')).toBeVisible();
});

test('who is docked is told once: beside the port, or above how long it has been', async ({
	page,
	app
}) => {
	for (const [width, height, station, craft, place] of [
		[360, 740, 4, 'Crew-13 Dragon', 'docked'],
		[1280, 720, 4, 'Crew-13 Dragon', 'who'],
		[1280, 720, 18, 'Shenzhou 23', 'docked']
	] as const) {
		await page.setViewportSize({ width, height });
		const view = `${app.url}/kiosk?station=${station}&span=10y`;
		await opened(page, frozen(view, '2026-10-08T12:00Z'));
		const names = page.locator('.docked, .who').filter({ hasText: craft, visible: true });
		await expect(names).toHaveClass([new RegExp(place)]);
	}
});

test('old data are told as of their date, and nothing is said of what comes next', async ({
	page,
	app
}) => {
	const place = page.locator('[data-kiosk]');
	await opened(page, frozen(`${app.url}/kiosk?station=18`, '2026-11-30T12:00Z'));
	await expect(place).toContainText(/As of 8 Oct 2026:\s+2 of 3\s+ports occupied/);
	await expect(place).toContainText(/Last known arrival\s+Shenzhou 23, 24 May, Tianhe nadir/);
	await expect(place).toContainText(/Next\s+not known/);
	await opened(page, frozen(`${app.url}/kiosk?station=18`, '2026-10-08T00:30Z'));
	await expect(place).not.toContainText(/As of|known/);
	await expect(place).toContainText(/Next\s+nothing planned/);
});

test('all stations of old data are named as of their date', async ({ page, app }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	await page.goto(frozen(`${app.url}/kiosk?dwell=2`, '2026-11-30T12:00Z'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Docked as of 8 Oct 2026');
	expect(await cutOff(page)).toEqual([]);
});

for (const screen of screens)
	test(`the dotted line and how long craft are docked are named: ${screen.width}×${screen.height}`, async ({
		page,
		app
	}) => {
		await page.setViewportSize(screen);
		await opened(page, frozen(`${app.url}/kiosk?station=18`, '2026-11-30T12:00Z'));
		const named = await page.evaluate(() => {
			const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
			const now = box('.now-layer .now');
			const words = box('.area .ports');
			const status = document.querySelector('[data-port="32"] .status')!;
			const heading = box('.column');
			return {
				area: words.width,
				isClear: words.right < now.left || words.left > now.right,
				isInPlot: words.right <= box('.area > .plot').right,
				docked: heading.width
					? Math.abs(heading.right - status.getBoundingClientRect().right)
					: getComputedStyle(status, '::before').content
			};
		});
		expect(named.area).toBeGreaterThan(0);
		expect([named.isClear, named.isInPlot]).toEqual([true, true]);
		expect(named.docked).toBe(screen.width < screen.height ? '"docked "' : 0);
	});

test('where lanes are high a port says who is there, also where a bar is too short for it', async ({
	page,
	app
}) => {
	await page.setViewportSize({ width: 1280, height: 1024 });
	await opened(page, frozen(`${app.url}/kiosk?station=18`));
	await expect(page.locator('[data-port="32"] .docked')).toBeVisible();
	await expect(page.locator('[data-port="32"] .docked')).toHaveText('Tianzhou-10');
	await opened(page, frozen(`${app.url}/kiosk?station=4`));
	await expect(page.locator('[data-port="19"] .docked')).toBeHidden();
});

test('a wall that stands upright says who is docked, and who came and went last', async ({
	page,
	app
}) => {
	await page.setViewportSize({ width: 1080, height: 1920 });
	await opened(page, frozen(`${app.url}/kiosk?station=18`));
	await expect(page.locator('[data-port="32"] .head')).toHaveText(/Tianhe aft\s*Tianzhou-10/);
	await expect(page.locator('[data-port="32"] .docked')).toBeVisible();
	const last = page.getByRole('region', { name: 'Last known movements' }).getByRole('listitem');
	await expect(last.first()).toHaveText(/29 May 2026\s+Shenzhou 22 left Tianhe forward/);
});
