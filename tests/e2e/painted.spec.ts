import type { Page } from '@playwright/test';
import { differingShare } from '../compare-png.ts';
import { emptyPlace, movedView, openStill, pass, rest } from './moved-page.ts';
import { expect, test } from './quiet-page.ts';

/** So much of a picture may differ: letters and corners are smoothed in another way. */
const tolerance = 0.009;

const canvases = (page: Page) => page.locator('[data-timeline] canvas');
const picture = (page: Page) => page.locator('[data-timeline]').screenshot();

/** Drags the view by so many px, and holds it. */
async function drag(page: Page, byPx: number): Promise<void> {
	const { x, y } = await emptyPlace(page, 0.5);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + byPx, y, { steps: 4 });
	await pass(page, 20);
}

for (const [name, query, width] of [
	['by day', '&theme=light', 1280],
	['by night, with all ports', '&theme=dark&ports=all', 1280],
	['on a phone', '&theme=light', 390]
] as const)
	test(`a view that is moved is painted as it stands once it is held still, ${name}`, async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await openStill(page, app.url + movedView + query);
		const before = await picture(page);
		await drag(page, -90);
		await expect(canvases(page)).toHaveCount(2);
		const painted = await picture(page);
		await pass(page, 1500);
		await expect(canvases(page)).toHaveCount(0);
		const drawn = await picture(page);
		expect(differingShare(painted, drawn)).toBeLessThan(tolerance);
		expect(differingShare(painted, before)).toBeGreaterThan(3 * tolerance);
		await page.mouse.up();
		await rest(page);
		await expect(canvases(page)).toHaveCount(0);
	});

test('colours that the system chooses are painted too', async ({ page, app }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await openStill(page, app.url + movedView);
	await drag(page, -90);
	await expect(canvases(page)).toHaveCount(2);
	const painted = await picture(page);
	await pass(page, 1500);
	expect(differingShare(painted, await picture(page))).toBeLessThan(tolerance);
});
