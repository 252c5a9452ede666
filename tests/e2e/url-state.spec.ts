import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { trueVisits } from './sample-truth.ts';
import { drawn, shownBy, showsWhatItsAddressSays } from './timeline-page.ts';

const queryOf = (page: Page) => new URL(page.url()).searchParams;

test('back and forward restore each view and its controls', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	const first = await shownBy(page);
	await page.locator('label', { hasText: 'Tiangong' }).first().click();
	await expect(page).toHaveURL(/station=18/);
	const second = await showsWhatItsAddressSays(page);
	await page.getByRole('searchbox').fill('shenzhou');
	await expect(page).toHaveURL(/q=shenzhou/);
	const third = await showsWhatItsAddressSays(page);
	expect(new Set([first, second, third].map(({ events }) => events.length)).size).toBe(3);

	await page.goBack();
	await expect.poll(() => shownBy(page)).toEqual(second);
	await expect(page.getByRole('searchbox')).toHaveValue('');
	await page.goBack();
	await expect.poll(() => shownBy(page)).toEqual(first);
	await expect(page.getByRole('checkbox', { name: /Tiangong/ }).first()).not.toBeChecked();
	await page.goForward();
	await expect.poll(() => shownBy(page)).toEqual(second);
	await expect(page.getByRole('checkbox', { name: /Tiangong/ }).first()).toBeChecked();
	await page.goForward();
	await expect.poll(() => shownBy(page)).toEqual(third);
	await expect(page.getByRole('searchbox')).toHaveValue('shenzhou');
	await page.reload();
	await drawn(page);
	expect(await shownBy(page)).toEqual(third);
});

test.describe('an unknown id matches nothing', () => {
	for (const query of ['station=99999', 'port=99999', 'agency=99999', 'station=4&port=99999']) {
		test(`${query} answers 200 and says so`, async ({ page, app }) => {
			const response = await page.goto(frozen(`${app.url}/?${query}`));
			expect(response?.status()).toBe(200);
			await expect(page.getByText(/No stay matches/)).toBeVisible();
			await expect(page.locator('[data-event]')).toHaveCount(0);
			await page.getByRole('link', { name: 'Clear filters' }).click();
			await expect(page.locator('[data-event]')).not.toHaveCount(0);
			expect(queryOf(page).get('now')).toBe('2026-10-08T12:00Z');
		});
	}
});

test.describe('links that change the view', () => {
	test.beforeEach(async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/?station=4`));
		await drawn(page);
	});

	test('a preset sets its span, is marked, and keeps the filters', async ({ page }) => {
		const preset = page.getByRole('link', { name: 'Five years' });
		await preset.click();
		await expect(page).toHaveURL(/from=2022-01-08&to=2027-01-08/);
		await expect(preset).toHaveAttribute('aria-current', 'true');
		const { stations } = await showsWhatItsAddressSays(page);
		expect(stations).toEqual(['4']);
		const visits = trueVisits('4', '2022-01-08', '2027-01-09');
		await expect(page.locator('a.stay:not(.module)')).toHaveCount(visits.length);
	});

	test('minus doubles the span, plus halves it again', async ({ page }) => {
		const spanDays = () => {
			const query = queryOf(page);
			const [from = '', to = ''] = [query.get('from') ?? '', query.get('to') ?? ''];
			return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
		};
		await page.getByRole('link', { name: 'Twenty months' }).click();
		await expect(page).toHaveURL(/from=/);
		const days = spanDays();
		await page.getByRole('link', { name: 'Show twice as long' }).click();
		await expect.poll(spanDays).toBeGreaterThan(days * 1.99);
		expect(spanDays()).toBeLessThan(days * 2.01);
		await page.getByRole('link', { name: 'Show half as long' }).click();
		await expect.poll(spanDays).toBeLessThan(days * 1.01);
	});

	test('Now leaves the frozen clock and the dates behind', async ({ page }) => {
		await page.getByRole('link', { name: 'Now', exact: true }).click();
		await expect(page).toHaveURL(/\/\?station=4$/);
	});

	test('collapse folds a station to its header, and expand opens it', async ({ page }) => {
		await page.getByRole('link', { name: 'collapse' }).click();
		await expect(page).toHaveURL(/collapsed=4(&|$)/);
		await expect(page.locator('[data-port]')).toHaveCount(0);
		await expect(page.locator('[data-station="4"]')).toContainText('5 of 8 ports occupied');
		await showsWhatItsAddressSays(page);
		await page.getByRole('link', { name: 'expand' }).click();
		await expect(page.locator('[data-port]')).toHaveCount(8);
	});

	test('the theme is in the address and on the page', async ({ page }) => {
		const ground = () =>
			page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		await page.getByRole('link', { name: 'dark', exact: true }).click();
		await expect(page).toHaveURL(/theme=dark/);
		await expect.poll(ground).toBe('rgb(13, 19, 28)');
		await page.reload();
		await expect.poll(ground).toBe('rgb(13, 19, 28)');
		await page.getByRole('link', { name: 'light', exact: true }).click();
		await expect.poll(ground).toBe('rgb(255, 255, 255)');
	});

	test('all ports, then only those in use again', async ({ page }) => {
		await page.getByRole('link', { name: '17 more ports' }).click();
		await expect(page).toHaveURL(/ports=all/);
		await showsWhatItsAddressSays(page);
		await expect(page.locator('[data-port]')).toHaveCount(25);
		await page.getByRole('link', { name: 'Only ports in use' }).click();
		await expect(page.locator('[data-port]')).toHaveCount(8);
	});
});

test.describe('order', () => {
	test('by name is alphabetical, by occupancy has the fullest port first', async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/?station=4&order=name`));
		const names = await page.locator('[data-port] h3').allTextContents();
		expect(names).toEqual(names.toSorted());
		await page.goto(frozen(`${app.url}/?station=4&order=occupancy`));
		const shares = (await page.locator('[data-port] .share').allTextContents()).map((text) =>
			Number(/(\d+)%/.exec(text)?.[1])
		);
		expect(shares).toEqual(shares.toSorted((a, b) => b - a));
		expect(new Set(shares).size).toBeGreaterThan(4);
		await page.goto(frozen(`${app.url}/?station=4&order=first-use`));
		await expect(page.locator('[data-port] h3').first()).toHaveText('Zvezda aft');
	});
});

test.describe('time zones', () => {
	test('an IANA zone is written out in the table and the subtitle, by the server', async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/?view=table&q=Crew-13&tz=Asia/Kolkata`));
		await expect(page.getByRole('row', { name: /Crew-13/ })).toContainText(/2 Oct 2026, 04:35/);
		expect(await (await fetch(page.url())).text()).toContain('2 Oct 2026, 04:35');
	});

	test('local is UTC from the server and the reader’s own zone with a script', async ({
		page,
		app
	}) => {
		const url = frozen(`${app.url}/?view=table&q=Crew-13&tz=local`);
		expect(await (await fetch(url)).text()).toContain('1 Oct 2026, 23:05');
		await page.goto(url);
		await expect(page.getByRole('row', { name: /Crew-13/ })).toContainText(/1 Oct 2026, 19:05/);
	});
});
