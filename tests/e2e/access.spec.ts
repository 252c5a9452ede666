import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { flawsOf } from './geometry.ts';
import { errorPageNoise, expect, frozen, test } from './quiet-page.ts';
import { drawn, explored, shapesOf, shownBy, viewOf529 } from './timeline-page.ts';

test.describe.configure({ timeout: 90_000 });

test.use({ expectedNoise: [errorPageNoise] });

const pages = {
	timeline: '/',
	table: '/?view=table&kind=cargo',
	event: '/events/529',
	about: '/about',
	'error page': '/?station=abc'
};

/** What axe objects to, by all of its rules or by those named. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
	const axe = new AxeBuilder({ page });
	const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)
	);
}

for (const [name, path] of Object.entries(pages))
	test(`axe finds nothing to object to: ${name}`, async ({ page, app }) => {
		for (const width of [360, 1280]) {
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
			await page.setViewportSize({ width, height: 800 });
			await page.goto(frozen(app.url + path));
			if (path === '/') await drawn(page);
			expect(await violations(page), `light, ${width} px`).toEqual([]);
			// Between the themes nothing differs but colours.
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await violations(page, ['color-contrast']), `dark, ${width} px`).toEqual([]);
		}
	});

test('axe finds nothing to object to: menu, filters and details open, nothing found', async ({
	page,
	app
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(frozen(app.url + viewOf529));
	await drawn(page);
	await page.locator('[data-event="529"]').hover();
	await expect(page.getByRole('tooltip')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByText('More places').click();
	expect(await violations(page)).toEqual([]);
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto(frozen(app.url));
	await page.getByText('Filter', { exact: true }).click();
	await page.getByRole('searchbox').fill('zeppelin');
	await expect(page.getByText(/No stay matches/)).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('axe finds nothing to object to: moved, measured, with its keys shown', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url + viewOf529));
	await explored(page);
	const timeline = page.getByRole('group', { name: 'Ports over time' });
	await timeline.locator('[data-event]').first().focus();
	for (const key of ['+', '[', 'ArrowRight', 'End']) await page.keyboard.press(key);
	await expect(page.locator('[data-event]:focus')).toHaveCount(1);
	expect(await violations(page), 'moved').toEqual([]);
	await page.keyboard.press('m');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('m');
	expect(await violations(page), 'measured').toEqual([]);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	expect(await violations(page), 'keys').toEqual([]);
});

test('axe finds nothing to object to where stays melt together', async ({ page, app }) => {
	await page.goto(
		frozen(
			`${app.url}/?station=4,5,6,7,8,11,12,13,14,15,18&ports=all&from=1960-01-01&to=2027-12-31`
		)
	);
	await explored(page);
	await expect(page.locator('[data-run]').first()).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('what a screen reader is told of a small view is as written down', async ({ page, app }) => {
	await page.goto(frozen(app.url + viewOf529));
	await explored(page);
	const told = (await page.locator('main').ariaSnapshot()).split('\n');
	const words = told.filter((line) => !line.trim().startsWith('- /url:'));
	expect(`${words.join('\n')}\n`).toMatchSnapshot('small-view.txt');
});

test('without arrows, too, a screen reader finds every stay: headings, lists, named links', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url));
	await explored(page);
	const { events } = await shownBy(page);
	const timeline = page.getByRole('group', { name: 'Ports over time' });
	await expect(timeline.getByRole('heading', { level: 2 })).toHaveText([
		'International Space Station',
		'Tiangong'
	]);
	const ports = await timeline.getByRole('heading', { level: 3 }).allTextContents();
	expect(ports).toHaveLength(11);
	for (const port of ports) {
		const list = timeline.getByRole('list', { name: new RegExp(`^${port}: `) });
		await expect(list).toHaveCount(1);
		const count = await list.locator('[data-event]').count();
		await expect(list.getByRole('listitem')).toHaveCount(count);
		await expect(list.getByRole('link', { name: ` at ${port}, docked ` })).toHaveCount(count);
	}
	await expect(timeline.getByRole('listitem').locator('[data-event]')).toHaveCount(events.length);
});

test.describe('at 400 % of the browser’s zoom', () => {
	test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

	test('all fits, axe is content, keys and links still lead everywhere', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await explored(page);
		expect(await flawsOf(page)).toEqual([]);
		expect(await violations(page)).toEqual([]);
		// What stays at the top leaves more than half of the window to what is read.
		await page.locator('[data-port]').last().scrollIntoViewIfNeeded();
		const stuckPx = await page.evaluate(() => {
			const row = document.querySelector('.axis-row')!.getBoundingClientRect();
			return row.top <= 0 ? row.bottom : 0;
		});
		expect(stuckPx).toBeLessThan(128);
		await page.locator('[data-event]').first().focus();
		for (const key of ['End', 'ArrowDown', 'ArrowDown', 'Home', '+', '[']) {
			await page.keyboard.press(key);
			const isSeen = await page.evaluate(() => {
				const mark = document.activeElement?.closest('[data-event]');
				if (!mark) return document.activeElement?.matches('[data-timeline]');
				const { top, bottom } = mark.getBoundingClientRect();
				const axis = document.querySelector('.axis-row')!.getBoundingClientRect();
				return top >= Math.min(axis.bottom, 60) - 1 && bottom <= window.innerHeight + 1;
			});
			expect(isSeen, key).toBe(true);
		}
		await expect.poll(() => flawsOf(page)).toEqual([]);
	});
});

test('a page has one heading of the first rank, one main part, a title and a language', async ({
	page,
	app
}) => {
	for (const path of Object.values(pages)) {
		await page.goto(frozen(app.url + path));
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expect(page.getByRole('main')).toHaveCount(1);
		await expect(page).toHaveTitle(/\S · Berthline$/);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	}
});

test('no markup carries script: a strict content policy could stand in front', async ({
	page,
	app
}) => {
	for (const path of Object.values(pages)) {
		const html = await (await fetch(frozen(app.url + path))).text();
		expect(html).not.toMatch(/<[^>]+\son\w+=/);
		expect(html).not.toMatch(/(href|src|action)="(javascript|data):/);
		expect(html.match(/<script/g)).toHaveLength(1);
	}
	await page.goto(frozen(app.url));
});

for (const theme of ['', '&theme=dark'])
	test(`print is ink on white, without controls${theme && ', in the dark theme too'}`, async ({
		page,
		app
	}) => {
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await page.goto(frozen(`${app.url}/?station=4${theme}`));
		await drawn(page);
		const look = await shapesOf(page.locator('a.stay.crew'))
			.first()
			.evaluate((shape) => ({
				ground: getComputedStyle(document.documentElement).backgroundColor,
				ink: getComputedStyle(document.querySelector('h1')!).color,
				bar: getComputedStyle(shape).backgroundColor,
				printsColour: getComputedStyle(shape).getPropertyValue('print-color-adjust')
			}));
		expect(look).toEqual({
			ground: 'rgb(255, 255, 255)',
			ink: 'rgb(17, 24, 39)',
			bar: 'rgb(27, 95, 196)',
			printsColour: 'exact'
		});
		await expect(page.getByRole('searchbox')).toBeHidden();
		await expect(page.getByRole('link', { name: 'Five years' })).toBeHidden();
		await expect(page.locator('[data-event]').first()).toBeVisible();
		await expect(page.getByRole('status')).toContainText('Sample data of 8 Oct 2026');
	});
