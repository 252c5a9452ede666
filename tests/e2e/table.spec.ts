import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { scripted, showsWhatItsAddressSays } from './timeline-page.ts';

const column = (page: Page, index: number) =>
	page.locator(`tbody tr > :nth-child(${index})`).allTextContents();

const craftNames = (page: Page) => page.locator('tbody th a').allTextContents();

test.beforeEach(async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?view=table`));
	await scripted(page);
});

test('is a real table: headings, a row heading that links to the event, one row a stay', async ({
	page
}) => {
	await expect(page.getByRole('table', { name: /Stays/ })).toBeVisible();
	await expect(page.getByRole('columnheader')).toHaveText([
		/craft/,
		/kind/,
		/station/,
		/port/,
		/agency/,
		/docking/,
		/departure/,
		/duration/
	]);
	const row = page.getByRole('row', { name: /Crew-13 Dragon/ });
	await expect(row).toHaveAttribute('data-state', 'docked');
	await row.getByRole('rowheader').getByRole('link').click();
	await expect(page).toHaveURL(/\/events\/\d+/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Crew-13 Dragon');
});

test('comes with the latest docking first, and says so', async ({ page }) => {
	await expect(page.getByRole('columnheader', { name: /docking/ })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	await expect(page.locator('th[aria-sort]')).toHaveCount(1);
	const days = (await column(page, 6)).map((text) => Date.parse(text.split(',')[0] ?? ''));
	expect(days.length).toBeGreaterThan(30);
	expect(days).toEqual(days.toSorted((a, b) => b - a));
});

test('sorts by a heading, again the other way round, in the address and on the server', async ({
	page
}) => {
	const craft = page.getByRole('columnheader', { name: /craft/ });
	await craft.getByRole('link').click();
	await expect(page).toHaveURL(/sort=craft(&|$)/);
	await expect(craft).toHaveAttribute('aria-sort', 'ascending');
	await showsWhatItsAddressSays(page);
	const names = await craftNames(page);
	const natural = new Intl.Collator('en', { numeric: true });
	expect(names).toEqual(names.toSorted(natural.compare));
	await craft.getByRole('link').click();
	await expect(craft).toHaveAttribute('aria-sort', 'descending');
	await expect(page).toHaveURL(/sort=-craft(&|$)/);
	const turned = names.toSorted((a, b) => natural.compare(b, a));
	expect(await craftNames(page)).toEqual(turned);
	const served = await (await fetch(page.url())).text();
	const servedNames = [...served.matchAll(/<th scope="row"[\s\S]*?<a[^>]*>([^<]*)</g)];
	expect(servedNames.map(([, name]) => name)).toEqual(turned);
});

test('sorts stays without a departure after all others, and lengths by length, the longest first', async ({
	page
}) => {
	await page
		.getByRole('columnheader', { name: /departure/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/sort=departure/);
	const departures = await column(page, 7);
	const firstOpen = departures.indexOf('still docked');
	expect(firstOpen).toBeGreaterThan(5);
	expect(departures.slice(firstOpen).every((text) => text === 'still docked')).toBe(true);
	const days = departures.slice(0, firstOpen).map((text) => Date.parse(text.split(',')[0] ?? ''));
	expect(days).toEqual(days.toSorted((a, b) => a - b));

	await page
		.getByRole('columnheader', { name: /duration/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/sort=-duration/);
	await expect(page.getByRole('columnheader', { name: /duration/ })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	const lengths = (await column(page, 8)).map((text) => Number(/(\d+) d/.exec(text)?.[1] ?? 0));
	expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
});

test('keeps filters and sort when switching to the timeline and back', async ({ page }) => {
	await page.locator('label', { hasText: 'Crew' }).click();
	await expect(page).toHaveURL(/kind=crew/);
	await page
		.getByRole('columnheader', { name: /duration/ })
		.getByRole('link')
		.click();
	await expect(page).toHaveURL(/sort=-duration/);
	const rows = await page.locator('tbody tr').count();
	await page.getByRole('link', { name: 'Timeline' }).click();
	await expect(page.locator('[data-timeline] [data-event]')).toHaveCount(rows);
	await page.getByRole('link', { name: 'Table' }).click();
	await expect(page).toHaveURL(/kind=crew.*sort=-duration/);
	await expect(page.locator('tbody tr')).toHaveCount(rows);
});

test('writes times known to the day as dates, never as midnight', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?view=table&q=Bishop`));
	await expect(page.getByRole('row', { name: /Bishop/ }).first()).not.toContainText('00:00');
	await expect(page.getByRole('row', { name: /30 Dec 2025/ })).toBeVisible();
});

for (const query of ['', '&station=5&sort=-duration', '&station=other&from=1960-01-01'])
	test(`needs no scrolling sideways on a phone: ${query || 'the default'}`, async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(frozen(`${app.url}/?view=table${query}`));
		const table = page.getByRole('table', { name: /Stays/ });
		const widths = await table.evaluate(({ parentElement: scroll }) => [
			scroll!.scrollWidth,
			scroll!.clientWidth
		]);
		expect(widths[0]).toBe(widths[1]);
	});

test('on a phone tells kind and place under the name', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(page.getByRole('columnheader')).toHaveText([
		/craft/,
		/docking/,
		/departure/,
		/duration/
	]);
	const heading = page.getByRole('rowheader', { name: /Crew-13 Dragon/ });
	await expect(heading).toHaveAccessibleName(/^crew Crew-13 Dragon Harmony forward, ISS$/);
});
