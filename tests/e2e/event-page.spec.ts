import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn, nameOf529 } from './timeline-page.ts';

const around = (page: Page) => page.getByRole('region', { name: 'Around this stay' });
const mark = (page: Page, id: number) => around(page).locator(`[data-event="${id}"]`);

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an event’s page shows its stay among those at the station, ringed', async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/events/529`));
		await expect(mark(page, 529)).toHaveAccessibleName(nameOf529);
		await expect(mark(page, 529)).toHaveCSS('outline-style', 'solid');
		const others = around(page).getByRole('link', { name: /^(Shenzhou|Tianzhou)-?.* at Tianhe/ });
		await expect(others).toHaveCount(6);
		const next = around(page).getByRole('link', { name: /^Tianzhou-8 at Tianhe aft/ });
		await expect(next).toHaveCSS('outline-style', 'none');
		await next.click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Tianzhou-8');
	});
});

test('an event leads to what docked before and after it, and to what was there', async ({
	page,
	app
}) => {
	await page.goto(frozen(`${app.url}/events/529`));
	const item = (words: string) => page.getByRole('listitem').filter({ hasText: words });
	await expect(item('Docked before it:')).toHaveText(/: Shenzhou 17$/);
	await expect(item('There when it docked:')).toHaveText(/: Shenzhou 17$/);
	await item('Docked after it:').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Shenzhou 18');
	await expect(item('There when it docked:')).toHaveText(/: Shenzhou 17, Tianzhou-7$/);
});

test('an event’s own bar leads to its facts', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/events/529`));
	await drawn(page);
	await mark(page, 529).click();
	await expect(page).toHaveURL(/#facts$/);
	await expect(page.getByRole('region', { name: 'Facts' })).toBeInViewport();
});

test('a stay that is over is shown without what stands there now, an open one with it', async ({
	page,
	app
}) => {
	await page.goto(frozen(`${app.url}/events/529`));
	await expect(around(page).getByText('ports occupied').and(page.locator(':visible'))).toHaveCount(
		0
	);
	await expect(around(page).locator('.status:visible, .dot:visible')).toHaveCount(0);
	await page.goto(frozen(`${app.url}/stations/18`));
	await page
		.getByRole('region', { name: 'Docked as of 8 Oct 2026' })
		.getByRole('link')
		.first()
		.click();
	await expect(around(page).getByText('2 of 3 ports occupied')).toBeVisible();
	await expect(around(page).locator('.status:visible').first()).toBeVisible();
});

test('pictures of a stay that is over are as of their end', async ({ page, app, request }) => {
	await page.goto(`${app.url}/events/529`);
	const address = await around(page)
		.getByRole('link', { name: 'Picture, SVG' })
		.getAttribute('href');
	const picture = await (await request.get(app.url + address!)).text();
	expect(/<title>(.*?)<\/title>/.exec(picture)?.[1]).toBe(
		'On 9 Jan 2025, two craft were docked at Tiangong'
	);
});

test('a module stands alone at its port', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?kind=module&ports=all&from=2000-01-01&to=2027-01-01`));
	await page.getByRole('link', { name: /^Destiny at Unity forward/ }).press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Destiny');
	await expect(around(page).locator('[data-port]')).toHaveCount(1);
	await expect(around(page).getByRole('link', { name: /^Destiny at/ })).toBeVisible();
});

test('axe finds nothing on an event’s page, with a ring and details open', async ({
	page,
	app
}) => {
	await page.goto(frozen(`${app.url}/events/529`));
	await drawn(page);
	await mark(page, 529).focus();
	await expect(page.getByRole('tooltip')).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
});
