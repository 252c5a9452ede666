import type { Page } from '@playwright/test';
import { differingShare } from '../compare-png.ts';
import { errorPageNoise, expect, frozen, test } from './quiet-page.ts';
import { drawn, explored } from './timeline-page.ts';

test.use({ viewport: { width: 360, height: 640 } });

const tools = (page: Page) => page.locator('.controls :is(a, button, summary):visible');

/** Boxes of the tools below the title. */
async function toolBoxes(page: Page) {
	return tools(page).evaluateAll((all) =>
		all.map((tool) => {
			const { top, width, height } = tool.getBoundingClientRect();
			return { top: Math.round(top), width, height };
		})
	);
}

/** True when all of `selector`'s first element is seen in the window, and nothing lies over it. */
function isSeen(page: Page, selector: string): Promise<boolean> {
	return page.evaluate((selector) => {
		const element = document.querySelector(selector)!;
		const { left, right, top, bottom } = element.getBoundingClientRect();
		const isIn = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
		const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
		return isIn && element.contains(at);
	}, selector);
}

/** The tools stand in one row, large enough for a finger, and bars follow within the first screen. */
async function expectBarsSoon(page: Page): Promise<void> {
	const boxes = await toolBoxes(page);
	expect(boxes.length).toBeGreaterThanOrEqual(9);
	expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
	expect(Math.min(...boxes.flatMap(({ width, height }) => [width, height]))).toBeGreaterThan(24);
	const lane = (await page.locator('[data-port]').first().boundingBox())!;
	expect(lane.y + lane.height).toBeLessThanOrEqual(640);
}

test('the first screen has bars: the tools stand in one row', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await explored(page);
	await expectBarsSoon(page);
});

test('who is docked is told by name above the lane, where a bar is too short for it', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	const name = page.locator('[data-port="19"] .head').getByText('Crew-13 Dragon');
	await expect(name).toBeVisible();
	await page.setViewportSize({ width: 1280, height: 800 });
	await expect(name).toBeHidden();
});

test('a tool beyond the edge comes into sight when the keyboard reaches it', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url));
	await explored(page);
	await expect(tools(page).last()).not.toBeInViewport();
	await tools(page).first().focus();
	for (let left = await tools(page).count(); left > 1; left--) {
		await page.keyboard.press('Tab');
		await expect.poll(() => isSeen(page, ':focus')).toBe(true);
	}
	await expect(tools(page).last()).toBeFocused();
});

test('a list opens below the row, and nothing cuts it', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	await page.getByText('Lanes', { exact: true }).click();
	await expect(page.getByRole('link', { name: 'By name' })).toBeInViewport({ ratio: 1 });
	expect(await isSeen(page, '.lanes > a')).toBe(true);
});

test('text of twice the size has a line for each of a lane’s words', async ({ page, app }) => {
	const browser = await page.context().newCDPSession(page);
	await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
	await page.goto(frozen(app.url));
	await drawn(page);
	const tops = await page.locator('[data-port="19"]').evaluate((lane) =>
		['h3', '.docked', '.status', '.plot'].map((part) => {
			const { top, right } = lane.querySelector(part)!.getBoundingClientRect();
			return { top, isIn: right <= innerWidth };
		})
	);
	expect(tops.every(({ isIn }) => isIn)).toBe(true);
	for (const [index, { top }] of tops.slice(1).entries())
		expect(top).toBeGreaterThan(tops[index]!.top + 20);
	const name = page.locator('[data-port="19"] .docked');
	expect(await name.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

for (const theme of ['light', 'dark'])
	test(`a table of large text, which goes on beyond the edge, shades it up to its end: ${theme}`, async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width: 360, height: 2000 });
		await page.goto(frozen(`${app.url}/?view=table&theme=${theme}`));
		const box = page.locator('.scroll:has(table)');
		// It stands by itself: what is above it grows when the page's script comes.
		await page.addStyleTag({
			content: `html { font-size: 200% } body * { visibility: hidden }
				.scroll:has(table) { visibility: visible; position: fixed; inset: 0 0 auto }`
		});
		const { x, y, width } = (await box.boundingBox())!;
		const edge = () => page.screenshot({ clip: { x: x + width - 16, y, width: 16, height: 100 } });
		const before = await edge();
		await box.evaluate((one) => (one.scrollLeft = one.scrollWidth));
		const after = await edge();
		expect(differingShare(before, after)).toBeGreaterThan(0.3);
		await box.evaluate((one) => (one.style.background = 'none'));
		expect(differingShare(after, await edge())).toBe(0);
	});

test.describe('an address that makes no sense', () => {
	test.use({ expectedNoise: [errorPageNoise] });

	test('is explained no wider than the screen, however much of it is wrong', async ({
		page,
		app
	}) => {
		await page.goto(`${app.url}/?from=bad&theme=blue&view=list&collapsed=iss`);
		await expect(page.getByRole('listitem').filter({ hasText: 'must be' })).toHaveCount(4);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	});
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('it is the same, and filters open', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await expectBarsSoon(page);
		await page.getByText('Filter', { exact: true }).click();
		await page.getByText('Dates', { exact: true }).click();
		await expect(page.getByLabel('From')).toHaveValue('');
		await page.getByRole('searchbox').fill('crew-13');
		await page.getByRole('button', { name: 'Apply' }).last().click();
		await expect(page).toHaveURL(/[?&]q=crew-13(&|$)/);
		await expect(page.locator('[data-event]')).toHaveCount(1);
	});
});
