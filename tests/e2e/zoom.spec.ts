import type { Page } from '@playwright/test';
import { expect, test } from './quiet-page.ts';
import {
	addressed,
	emptyPlace,
	frame,
	instantUnder,
	isHeldAt,
	lengthOf,
	middleOf,
	movedView,
	openStill,
	pass,
	pathOf,
	plotOf,
	rest,
	scrolledPx,
	seenBy,
	wholeRange
} from './moved-page.ts';
import { viewOf529 } from './timeline-page.ts';

/** Turns the wheel with a key held. */
async function wheelWith(page: Page, key: string, deltaX: number, deltaY: number): Promise<void> {
	await page.keyboard.down(key);
	await page.mouse.wheel(deltaX, deltaY);
	await page.keyboard.up(key);
}

test.describe('the wheel', () => {
	for (const share of [0.04, 0.5, 0.97])
		test(`with ctrl zooms at the pointer, at ${share * 100} % of the plot`, async ({
			page,
			app
		}) => {
			await openStill(page, app.url + movedView);
			const { x, y } = await emptyPlace(page, share);
			await page.mouse.move(x, y);
			const at = await instantUnder(page, x);
			let lengthMs = lengthOf(await seenBy(page));
			for (const [deltaY, isIn] of [
				[-120, true],
				[-480, true],
				[240, false],
				[120, false]
			] as const) {
				await wheelWith(page, 'Control', 0, deltaY);
				await frame(page);
				await isHeldAt(page, at, x);
				await rest(page);
				await isHeldAt(page, at, x);
				const now = lengthOf(await seenBy(page));
				expect(now < lengthMs).toBe(isIn);
				lengthMs = now;
			}
		});

	test('zooms by as much again as it did: there and back is where it began', async ({
		page,
		app
	}) => {
		await openStill(page, app.url + movedView);
		const before = await seenBy(page);
		const { x, y } = await emptyPlace(page, 0.3);
		await page.mouse.move(x, y);
		for (const deltaY of [-100, -100, -100, 100, 100, 100])
			await wheelWith(page, 'Control', 0, deltaY);
		await rest(page);
		const after = await seenBy(page);
		const px = lengthOf(before) / (await plotOf(page)).width;
		expect(Math.abs(after.from - before.from)).toBeLessThan(px);
		expect(Math.abs(after.to - before.to)).toBeLessThan(px);
	});

	test('alone scrolls a page that can scroll, says how to zoom, and zooms once the timeline has the focus', async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width: 1280, height: 420 });
		await openStill(page, app.url + movedView);
		const before = await seenBy(page);
		const place = await emptyPlace(page);
		await page.mouse.move(place.x, place.y);
		await page.mouse.wheel(0, 60);
		await expect.poll(() => scrolledPx(page)).toBe(60);
		await frame(page);
		await expect(page.getByText('Ctrl + wheel zooms')).toBeVisible();
		await rest(page);
		expect(await seenBy(page)).toEqual(before);
		await expect(page.getByText('Ctrl + wheel zooms')).toBeHidden();

		const { x, y } = await emptyPlace(page, 0.6);
		await page.mouse.click(x, y);
		const at = await instantUnder(page, x);
		await page.mouse.wheel(0, -120);
		await frame(page);
		expect(lengthOf(await seenBy(page))).toBeLessThan(lengthOf(before));
		await isHeldAt(page, at, x);
		await rest(page);
		expect(await scrolledPx(page)).toBe(60);
		await expect(page.getByText('Ctrl + wheel zooms')).toBeHidden();
	});

	test('alone zooms where the page cannot scroll', async ({ page, app }) => {
		await page.setViewportSize({ width: 1280, height: 1400 });
		await openStill(page, app.url + viewOf529);
		const canScroll = await page.evaluate(
			() => document.documentElement.scrollHeight > window.innerHeight
		);
		expect(canScroll).toBe(false);
		const { x, y } = await emptyPlace(page, 0.4);
		await page.mouse.move(x, y);
		const at = await instantUnder(page, x);
		const before = await seenBy(page);
		await page.mouse.wheel(0, -120);
		await rest(page);
		expect(lengthOf(await seenBy(page))).toBeLessThan(lengthOf(before));
		await isHeldAt(page, at, x);
	});

	test('beside the plot, over the names, is the page’s', async ({ page, app }) => {
		await page.setViewportSize({ width: 1280, height: 420 });
		await openStill(page, app.url + movedView);
		const before = await seenBy(page);
		const name = await middleOf(page.locator('[data-port] h3').first());
		await page.mouse.move(name.x, name.y);
		await page.mouse.wheel(0, 60);
		await expect.poll(() => scrolledPx(page)).toBe(60);
		await rest(page);
		expect(await seenBy(page)).toEqual(before);
	});

	for (const [name, turn] of [
		['sideways', (page: Page) => page.mouse.wheel(150, 0)],
		['with shift', (page: Page) => wheelWith(page, 'Shift', 0, 150)]
	] as const)
		test(`${name} pans by as many px, and the page stays`, async ({ page, app }) => {
			await page.setViewportSize({ width: 1280, height: 420 });
			await openStill(page, app.url + movedView);
			const { x, y } = await emptyPlace(page, 0.6);
			await page.mouse.move(x, y);
			const at = await instantUnder(page, x);
			const before = await seenBy(page);
			await turn(page);
			await frame(page);
			await isHeldAt(page, at, x - 150);
			await rest(page);
			await isHeldAt(page, at, x - 150);
			const px = lengthOf(before) / (await plotOf(page)).width;
			expect(Math.abs(lengthOf(await seenBy(page)) - lengthOf(before))).toBeLessThan(px);
			expect(await scrolledPx(page)).toBe(0);
		});
});

test('a double click shows half as much, at the pointer', async ({ page, app }) => {
	await openStill(page, app.url + movedView);
	const { x, y } = await emptyPlace(page, 0.8);
	const at = await instantUnder(page, x);
	const before = lengthOf(await seenBy(page));
	await page.mouse.dblclick(x, y);
	await rest(page);
	expect(lengthOf(await seenBy(page)) / before).toBeCloseTo(0.5, 3);
	await isHeldAt(page, at, x);
	expect(pathOf(page)).toBe('/');
});

test('a click on what melts together zooms to what it holds', async ({ page, app }) => {
	const stations = '4,5,6,7,8,11,12,13,14,15,18';
	await openStill(page, `${app.url}/?station=${stations}&ports=all&from=1960-01-01&to=2027-12-31`);
	const run = page.locator('[data-run]').first();
	const count = Number(await run.getAttribute('data-count'));
	expect(count).toBeGreaterThan(1);
	await expect(run).toHaveAttribute('aria-label', new RegExp(`^${count} stays, (all|mostly) `));
	const port = await run.locator('xpath=ancestor::*[@data-port]').getAttribute('data-port');
	const before = lengthOf(await seenBy(page));
	await run.click();
	await pass(page, 500);
	await expect(page).not.toHaveURL(/from=1960-01-01/);
	await expect.poll(async () => lengthOf(await seenBy(page))).toBeLessThan(before);
	const lane = page.locator(`[data-port="${port}"]`);
	await expect.poll(() => lane.locator('[data-event]').count()).toBeGreaterThanOrEqual(count);
	await expect(lane.locator('[data-run]')).toHaveCount(0);
});

test.describe('the limits', () => {
	test('are one hour, and where something is docked stays in sight there', async ({
		page,
		app
	}) => {
		await openStill(page, app.url + movedView);
		// Where a bar begins; its name tells the minute.
		const bar = page.locator('[data-event]', { has: page.locator('.label.inside') }).first();
		const id = await bar.getAttribute('data-event');
		const { x: left } = (await bar.boundingBox())!;
		const { y } = await emptyPlace(page);
		const x = Math.round(left) + 1;
		await page.mouse.move(x, y);
		for (let turn = 0; turn < 14; turn++) await wheelWith(page, 'Control', 0, -600);
		await frame(page);
		expect(lengthOf(await seenBy(page))).toBe(3_600_000);
		await rest(page);
		expect(lengthOf(await seenBy(page))).toBe(3_600_000);
		expect(lengthOf(addressed(page))).toBe(3_600_000);
		const { from } = await seenBy(page);
		await wheelWith(page, 'Control', 0, -600);
		await rest(page);
		expect((await seenBy(page)).from).toBe(from);
		await expect(page.locator(`[data-event="${id}"]`)).toHaveCount(1);
	});

	test('are the whole range, which holds all data and now; nothing pans beyond', async ({
		page,
		app
	}) => {
		await openStill(page, app.url + movedView);
		const range = await wholeRange(page);
		expect(range.from).toBeLessThan(Date.parse('1998-12-07'));
		expect(range.to).toBeGreaterThan(Date.parse('2026-10-08T12:00Z'));
		const { x, y } = await emptyPlace(page);
		await page.mouse.move(x, y);
		for (let turn = 0; turn < 8; turn++) await wheelWith(page, 'Control', 0, 600);
		await frame(page);
		expect(await seenBy(page)).toEqual(range);
		await rest(page);
		const px = lengthOf(range) / (await plotOf(page)).width;
		const isWhole = async () => {
			const seen = await seenBy(page);
			expect(Math.abs(seen.from - range.from)).toBeLessThan(px);
			expect(Math.abs(seen.to - range.to)).toBeLessThan(px);
		};
		await isWhole();
		await page.mouse.down();
		await page.mouse.move(x + 200, y, { steps: 4 });
		await page.mouse.up();
		await rest(page);
		await isWhole();
	});

	test('stop a drag at the end of the range, with the length kept', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		const range = await wholeRange(page);
		const lengthMs = lengthOf(await seenBy(page));
		for (let stroke = 0; stroke < 5; stroke++) {
			const { x, y } = await emptyPlace(page, 0.95);
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x - 800, y, { steps: 4 });
			await page.mouse.up();
			await rest(page);
		}
		const seen = await seenBy(page);
		const px = lengthMs / (await plotOf(page)).width;
		expect(Math.abs(seen.to - range.to)).toBeLessThan(px);
		expect(Math.abs(lengthOf(seen) - lengthMs)).toBeLessThan(px);
	});
});
