import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page.ts';
import {
	emptyPlace,
	frame,
	instantAt,
	movedView,
	openStill,
	pass,
	placeOf,
	plotOf,
	rest,
	seenBy
} from './moved-page.ts';

/** Lines across the lanes, as they are seen: what they say, and where they stand. */
function linesOn(page: Page) {
	return page.locator('.over-layer .line').evaluateAll((lines) =>
		lines.map((line) => ({
			text: line.textContent?.trim() ?? '',
			x: line.getBoundingClientRect().left
		}))
	);
}

test.beforeEach(async ({ page, app }) => {
	await openStill(page, app.url + movedView);
});

test('the pointer over the plot tells its instant, over names and while it drags nothing', async ({
	page
}) => {
	for (const share of [0.1, 0.5, 0.99]) {
		const { x, y } = await emptyPlace(page, share);
		await page.mouse.move(x, y);
		await frame(page);
		const [line, ...others] = await linesOn(page);
		expect(others).toEqual([]);
		expect(Math.abs(line!.x - x)).toBeLessThan(1);
		const at = instantAt(x, await seenBy(page), await plotOf(page));
		const told = Date.parse(line!.text.replace(',', ''));
		// A date says enough where a pixel is more than six hours.
		expect(at - told).toBeGreaterThanOrEqual(0);
		expect(at - told).toBeLessThan(86_400_000);
		const words = await page.locator('.over-layer .line span').boundingBox();
		const plot = await plotOf(page);
		expect(words!.x).toBeGreaterThanOrEqual(plot.left);
		expect(words!.x + words!.width).toBeLessThanOrEqual(plot.right);
	}
	const { x, y } = await emptyPlace(page);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 50, y, { steps: 3 });
	await frame(page);
	expect(await linesOn(page)).toEqual([]);
	await page.mouse.up();
	await rest(page);
	await page.locator('[data-port] h3').first().hover();
	await frame(page);
	expect(await linesOn(page)).toEqual([]);
});

test('m and two clicks measure the time between them, and follow the view; Escape puts it away', async ({
	page
}) => {
	await page.locator('[data-event]').last().focus();
	await page.keyboard.press('m');
	const [a, b] = [await emptyPlace(page, 0.3), await emptyPlace(page, 0.7)];
	const [seen, plot] = [await seenBy(page), await plotOf(page)];
	await page.keyboard.press('Escape');
	await page.locator('[data-timeline]').focus();
	await page.keyboard.press('m');
	for (const { x, y } of [a, b]) await page.mouse.click(x, y);
	await frame(page);
	const instants = [a, b].map(({ x }) => instantAt(x, seen, plot));
	const days = Math.floor((instants[1]! - instants[0]!) / 86_400_000);
	await expect(page.locator('.over-layer strong')).toHaveText(new RegExp(`^${days} d`));
	await expect(page.locator('p[aria-live=polite]')).toHaveText(new RegExp(`^${days} d`));
	expect(new URL(page.url()).pathname).toBe('/');

	await page.keyboard.press('+');
	await rest(page);
	const now = await seenBy(page);
	const picked = (await linesOn(page)).slice(-2);
	for (const [index, at] of instants.entries())
		expect(Math.abs(picked[index]!.x - placeOf(at, now, plot))).toBeLessThan(1.5);

	await page.keyboard.press('Escape');
	await frame(page);
	await expect(page.locator('.over-layer strong')).toHaveCount(0);
});

test('a click near a bar’s end measures from that end, and opens nothing', async ({ page }) => {
	const bar = page.locator('[data-event]', { has: page.locator('.label.inside') }).first();
	const name = (await bar.getAttribute('aria-label')) ?? '';
	const length = name.split(', ').at(-1)!;
	const box = (await bar.boundingBox())!;
	expect(name).toContain('departed');
	await page.locator('[data-timeline]').focus();
	await page.keyboard.press('m');
	const y = box.y + box.height / 2;
	await page.mouse.click(box.x + 3, y);
	await page.mouse.click(box.x + box.width - 3, y);
	await pass(page, 200);
	await expect(page.locator('.over-layer strong')).toHaveText(length);
	expect(new URL(page.url()).pathname).toBe('/');
	// The next click opens again.
	await bar.click();
	await pass(page, 200);
	await expect(page).toHaveURL(/\/events\//);
});

test('m on two stays measures between their dockings, without a mouse', async ({ page }) => {
	const mark = page.locator('[data-event]:focus');
	const docked = async () => {
		const name = (await mark.getAttribute('aria-label')) ?? '';
		return Date.parse(/docked (.* UTC), departed/.exec(name)?.[1] ?? '');
	};
	await page.locator('[data-event]').first().focus();
	await page.keyboard.press('ArrowRight');
	await rest(page);
	await page.keyboard.press('ArrowLeft');
	await rest(page);
	const first = await docked();
	await page.keyboard.press('m');
	await page.keyboard.press('ArrowLeft');
	await rest(page);
	const second = await docked();
	await page.keyboard.press('m');
	await frame(page);
	const lengthMs = Math.abs(first - second);
	const days = Math.floor(lengthMs / 86_400_000);
	const hours = Math.floor((lengthMs % 86_400_000) / 3_600_000);
	await expect(page.locator('p[aria-live=polite]')).toHaveText(`${days} d ${hours} h`);
});
