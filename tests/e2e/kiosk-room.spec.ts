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
	const last = page.getByRole('region', { name: 'Last movements' }).getByRole('listitem');
	await expect(last.first()).toHaveText(/29 May 2026\s+Shenzhou 22 left Tianhe forward/);
});
