import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { errorPageNoise, expect, frozen, test } from './quiet-page.ts';
import { trueStays } from './sample-truth.ts';
import { drawn } from './timeline-page.ts';

const staysAt = (id: string) => trueStays().filter((stay) => stay.stationId === id);
const stationAt = (url: string, id: number) => frozen(`${url}/stations/${id}`);
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function violations(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)
	);
}

test.describe('without JavaScript, a station’s page', () => {
	test.use({ javaScriptEnabled: false });

	test('tells what is docked where, since when and for how long', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/stations/4`, '2025-12-02T00:00Z'));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('International Space Station');
		await expect(page.getByText('8 of 8 ports occupied').first()).toBeVisible();
		const docked = section(page, 'Docked now').getByRole('listitem');
		await expect(docked).toHaveCount(8);
		await expect(docked.filter({ hasText: 'Soyuz MS-28' })).toContainText(
			/\d+ d \d+ h so far crew, Rassvet nadir since 27 Nov 2025, \d\d:\d\d UTC/
		);
		await expect(section(page, 'Docked now')).toContainText('A port is in use when');
	});

	test('tells each port’s name, aliases, state, share, stays and longest stay', async ({
		page,
		app
	}) => {
		await page.goto(stationAt(app.url, 18));
		const ports = section(page, 'Ports');
		await expect(ports.getByRole('row')).toHaveText(
			[
				/^Port\s+Last known\s+Occupied\s+Stays\s+Longest stay$/,
				/^\s*Tianhe forward\s+empty since 29 May 2026, at least 131 d\s+63% of the time since Jun 2021\s+11\s+Shenzhou 17, 186 d 14 h$/,
				/^\s*Tianhe aft\s+Tianzhou-10, at least 149 d 18 h so far\s+97% of the time since May 2021\s+9\s+Tianzhou-7, 297 d 14 h$/,
				/^\s*Tianhe nadir\s+Shenzhou 23, at least 136 d 5 h so far\s+61% of the time since Oct 2021\s+6\s+Shenzhou 20, 269 d$/
			],
			{ useInnerText: true }
		);
		await ports.getByText('2 more ports that no visiting craft has used').click();
		await expect(ports.getByRole('listitem')).toHaveText([/holds Wentian/, /holds Mengtian/]);
		await page.goto(stationAt(app.url, 4));
		await expect(ports.getByRole('row', { name: /Harmony forward/ })).toContainText(
			'in Launch Library 2 also 12, “Node 2 forward”'
		);
	});

	test('counts stays by kind and by year in tables whose sums are the list’s', async ({
		page,
		app
	}) => {
		await page.goto(stationAt(app.url, 5));
		const truth = staysAt('5');
		const byKind = page.getByRole('table', { name: 'Stays by kind' });
		for (const kind of ['crew', 'cargo', 'module', 'other']) {
			const count = truth.filter((stay) => stay.kind === kind).length;
			await expect(
				byKind.getByRole('row', { name: `${kind} ${count}`, exact: true })
			).toBeVisible();
		}
		const byYear = page.getByRole('table', { name: 'Stays by year of docking' });
		const year = { from: Date.UTC(1995, 0), to: Date.UTC(1996, 0) };
		const inYear = (kind?: string) =>
			truth.filter(
				(stay) => stay.docked >= year.from && stay.docked < year.to && (!kind || stay.kind === kind)
			).length;
		const numbers = ['crew', 'cargo', 'module', 'other', undefined].map(inYear).join(' ');
		await expect(byYear.getByRole('row', { name: `1995 ${numbers}`, exact: true })).toBeVisible();
	});

	test('leads to the longest and the shortest stay, and its timeline to every event', async ({
		page,
		app
	}) => {
		await page.goto(stationAt(app.url, 18));
		const bars = page.locator('[data-timeline] a[data-event]');
		expect(await bars.count()).toBe(staysAt('18').length - 2);
		await expect(section(page, 'History in numbers')).toContainText(
			/Longest stay\s*297 d 14 h\s*Tianzhou-7 at Tianhe aft/
		);
		await section(page, 'History in numbers').getByRole('link', { name: 'Tianzhou-7' }).click();
		await expect(page).toHaveURL(/\/events\/529\?now=/);
		await page.getByRole('link', { name: 'Tiangong', exact: true }).click();
		await expect(page).toHaveURL(/\/stations\/18\?now=/);
	});

	test('is reached from the station’s name on the dashboard', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await page.getByRole('heading', { name: 'Tiangong' }).getByRole('link').click();
		await expect(page).toHaveURL(/\/stations\/18\?now=/);
		await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
		await expect(page).toHaveURL(/\/\?station=18&now=/);
	});
});

test('axe finds nothing to object to on station pages, wide and narrow, light and dark', async ({
	page,
	app
}) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const [id, width, theme] of [
		[4, 360, 'light'],
		[18, 1280, 'dark'],
		[5, 360, 'dark']
	] as const) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto(`${stationAt(app.url, id)}&theme=${theme}`);
		await drawn(page);
		expect(await violations(page), `${id}, ${width} px, ${theme}`).toEqual([]);
	}
});

/** How far a page reaches beyond its window, in px. */
const overhang = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('no station page is wider than its window, down to 320 px and with text twice as large', async ({
	page,
	app
}) => {
	for (const id of [4, 18, 5, 1_000_006]) {
		await page.goto(stationAt(app.url, id));
		await drawn(page);
		for (const width of [320, 360, 768, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			expect(await overhang(page), `${id} at ${width} px`).toBeLessThanOrEqual(0);
		}
		await page.setViewportSize({ width: 768, height: 800 });
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		expect(await overhang(page), `${id} with large text`).toBeLessThanOrEqual(0);
	}
});

test('the timeline is one stop for Tab, its arrows lead from stay to stay, Enter opens', async ({
	page,
	app
}) => {
	await page.goto(stationAt(app.url, 18));
	await drawn(page);
	const focused = page.locator('[data-timeline] a[data-event]:focus');
	await page.locator('[data-life]').focus();
	await page.keyboard.press('Tab');
	await expect(focused).toHaveAttribute('aria-label', /^Tianzhou-2 at Tianhe forward|^Shenzhou 12/);
	await expect(page.getByRole('tooltip')).toBeVisible();
	const first = await focused.getAttribute('data-event');
	await page.keyboard.press('ArrowRight');
	await expect(focused).not.toHaveAttribute('data-event', first ?? '');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('[data-port="32"] a:focus')).toHaveCount(1);
	await page.keyboard.press('End');
	await expect(focused).toHaveAttribute('aria-label', /^Tianzhou-10 at Tianhe aft/);
	await expect(page.getByRole('tooltip')).toContainText('Tianzhou-10');
	await page.keyboard.press('Shift+Tab');
	await expect(page.locator('[data-life]')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(focused).toHaveAttribute('aria-label', /^Tianzhou-10 at Tianhe aft/);
	await page.keyboard.press('Tab');
	await expect(page.locator('[data-timeline] .folded a')).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/events\/\d+\?now=/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Tianzhou-10');
});

test('a stay’s details show on hover, with where it moved', async ({ page, app }) => {
	await page.goto(stationAt(app.url, 4));
	await drawn(page);
	await page.getByRole('link', { name: /^Crew-8 Dragon at Harmony zenith/ }).hover();
	await expect(page.getByRole('tooltip')).toContainText('here from Harmony forward');
});

test('a port has one share, of its own time; that of what is drawn has no column', async ({
	page,
	app
}) => {
	await page.goto(stationAt(app.url, 4));
	await drawn(page);
	const life = section(page, 'Its whole history');
	await expect(life.getByText('Docked for', { exact: true })).toBeVisible();
	await expect(life.getByText('Occupied', { exact: true })).toBeHidden();
	await expect(life.locator('[data-port="19"]')).toContainText('at least 6 d');
	await expect(life.locator('[data-port="19"] .share')).toBeHidden();
});

/** The place of a name that a relocation's line would cross, in px of the page. */
const crossedName = (page: Page) =>
	page.evaluate(() => {
		const boxes = [...document.querySelectorAll('.links.wide line')].map((line) =>
			line.getBoundingClientRect()
		);
		for (const label of document.querySelectorAll('.label:not(.inside)')) {
			const { left, right, top, bottom } = label.getBoundingClientRect();
			const isCrossed = boxes.some(
				(line) =>
					line.left > left && line.right < right && line.top < top - 4 && line.bottom > bottom + 4
			);
			if (isCrossed) return { x: left, y: top, width: right - left, height: bottom - top };
		}
		return undefined;
	});

test('no line of a relocation is drawn through a name', async ({ page, app }) => {
	for (const theme of ['light', 'dark']) {
		await page.goto(`${stationAt(app.url, 4)}&theme=${theme}`);
		await drawn(page);
		const clip = await crossedName(page);
		expect(clip, 'a name that a line meets').toBeDefined();
		const shot = () => page.screenshot({ clip: clip!, fullPage: true });
		const withLines = await shot();
		await page.addStyleTag({ content: '.links { visibility: hidden }' });
		expect((await shot()).equals(withLines), theme).toBe(true);
	}
});

test.describe('a station that is not there', () => {
	test.use({ expectedNoise: [errorPageNoise] });

	test('gets a sentence and a way on', async ({ page, app }) => {
		await page.goto(stationAt(app.url, 99));
		await expect(page.getByText(/no docking at a station 99\. Choose one/)).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: 'Show the stations' }).click();
		await expect(page.locator('[data-station="4"]')).toBeVisible();
	});
});

test('with the reader’s own colours, full and empty, kinds and bars are still told apart', async ({
	page,
	app
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(stationAt(app.url, 4));
	const colours = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => {
				const { backgroundColor, color } = getComputedStyle(element);
				return { backgroundColor, color, ground: getComputedStyle(document.body).color };
			});
	const full = await colours('.dot.full');
	expect(full.backgroundColor).toBe(full.ground);
	expect((await colours('.dot:not(.full)')).backgroundColor).not.toBe(full.ground);
	expect((await colours('.part.cargo')).backgroundColor).toBe(full.ground);
	expect((await colours('.part.other')).backgroundColor).not.toBe(full.ground);
});
