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
	misplaced,
	movedView,
	openStill,
	pass,
	pathOf,
	placeOf,
	plotOf,
	rest,
	seenBy
} from './moved-page.ts';

test.describe('a drag', () => {
	test('pans and follows the pointer to the pixel, there and back', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		const { x, y } = await emptyPlace(page);
		const at = await instantUnder(page, x);
		const lengthMs = lengthOf(await seenBy(page));
		await page.mouse.move(x, y);
		await page.mouse.down();
		for (const offset of [30, 120, 333, 40, -150, -390, -20]) {
			await page.mouse.move(x + offset, y + offset / 10, { steps: 3 });
			await frame(page);
			await isHeldAt(page, at, x + offset);
		}
		await page.mouse.up();
		await isHeldAt(page, at, x - 20);
		await rest(page);
		await isHeldAt(page, at, x - 20);
		expect(lengthOf(await seenBy(page)) / lengthMs).toBeCloseTo(1, 3);
	});

	test('goes on beyond the plot’s edge and ends where the button is let go', async ({
		page,
		app
	}) => {
		await openStill(page, app.url + movedView);
		const plot = await plotOf(page);
		const { x, y } = await emptyPlace(page, 0.1);
		const at = await instantUnder(page, x);
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(plot.left - 60, y, { steps: 4 });
		await frame(page);
		await isHeldAt(page, at, plot.left - 60);
		await page.mouse.up();
		await page.mouse.move(plot.left + 200, y, { steps: 4 });
		await rest(page);
		await isHeldAt(page, at, plot.left - 60);
	});

	test('that ends on a bar opens nothing, selects no text and drags no picture', async ({
		page,
		app
	}) => {
		await openStill(page, app.url + movedView);
		const bar = page.locator('[data-event]', { has: page.locator('.label.inside') }).first();
		const { x, y } = await middleOf(bar);
		const at = await instantUnder(page, x);
		const id = await bar.getAttribute('data-event');
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 40, y + 2, { steps: 5 });
		await page.mouse.move(x + 70, y + 30, { steps: 5 });
		await frame(page);
		await isHeldAt(page, at, x + 70);
		expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
		await page.mouse.move(x + 70, y, { steps: 5 });
		await page.mouse.up();
		await rest(page);
		expect(pathOf(page)).toBe('/');
		await isHeldAt(page, at, x + 70);
		// The next click is a click again.
		await page.locator(`[data-event="${id}"]`).click();
		await pass(page, 200);
		await expect(page).toHaveURL(new RegExp(`/events/${id}`));
	});

	test('of less than four px is a click', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		const before = await seenBy(page);
		const bar = page.locator('[data-event]', { has: page.locator('.label.inside') }).first();
		const { x, y } = await middleOf(bar);
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 3, y);
		await frame(page);
		expect(await seenBy(page)).toEqual(before);
		await page.mouse.up();
		await pass(page, 200);
		await expect(page).toHaveURL(/\/events\//);
	});

	test('with another button, or over the names, moves nothing', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		const before = await seenBy(page);
		const empty = await emptyPlace(page);
		const name = await middleOf(page.locator('[data-port] h3').first());
		for (const [place, button] of [
			[empty, 'middle'],
			[name, 'left']
		] as const) {
			await page.mouse.move(place.x, place.y);
			await page.mouse.down({ button });
			await page.mouse.move(place.x + 100, place.y, { steps: 4 });
			await page.mouse.up({ button });
			await rest(page);
			expect(await seenBy(page)).toEqual(before);
		}
	});

	test('shows what comes into view while it lasts', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		const shown = new Set(Object.keys(await idsInPlot(page)));
		const { x, y } = await emptyPlace(page, 0.1);
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 760, y, { steps: 8 });
		await frame(page);
		await frame(page);
		const moving = await idsInPlot(page);
		expect(Object.keys(moving).filter((id) => !shown.has(id)).length).toBeGreaterThan(3);
		expect(await misplaced(page)).toEqual([]);
		await page.mouse.up();
		await rest(page);
		expect(await idsInPlot(page)).toEqual(moving);
	});
});

test('a view that comes to rest where nothing is docked leaves the timeline where it is on the page', async ({
	page,
	app
}) => {
	await openStill(page, app.url + movedView);
	const { x, y } = await emptyPlace(page, 0.95);
	const top = async () => (await page.locator('[data-timeline]').boundingBox())!.y;
	const before = await top();
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 800, y, { steps: 4 });
	await page.mouse.up();
	await rest(page);
	await expect(page.locator('[data-event]')).toHaveCount(0);
	await expect(page.getByText(/No stay/).first()).toBeVisible();
	expect(await top()).toBe(before);
});

/** Stays' marks that are seen in the plot, by id, with what they are called. */
async function idsInPlot(page: Page): Promise<Record<string, string | null>> {
	const { left, right } = await plotOf(page);
	return page.locator('[data-event]').evaluateAll(
		(marks, plot) =>
			Object.fromEntries(
				marks
					.filter((mark) => {
						const box = mark.getBoundingClientRect();
						return box.right > plot.left + 1 && box.left < plot.right - 1;
					})
					.map((mark) => [mark.getAttribute('data-event') ?? '', mark.getAttribute('aria-label')])
			),
		{ left, right }
	);
}

test.describe('by itself', () => {
	/** Drags to the left at a steady pace of 10 px a frame, and lets go. */
	async function throwLeft(page: Page, restsFirst: boolean): Promise<void> {
		const { x, y } = await emptyPlace(page, 0.8);
		await page.mouse.move(x, y);
		await page.mouse.down();
		for (let step = 1; step <= 20; step++) {
			await page.mouse.move(x - 10 * step, y);
			await pass(page, 16);
		}
		if (restsFirst) await pass(page, 200);
		await page.mouse.up();
	}

	test('nothing moves where motion is not wanted: a drag ends where it was let go', async ({
		page,
		app
	}) => {
		await openStill(page, app.url + movedView);
		await throwLeft(page, false);
		const released = await seenBy(page);
		const px = lengthOf(released) / (await plotOf(page)).width;
		for (const ms of [16, 100, 500, 2000]) {
			await pass(page, ms);
			expect(Math.abs((await seenBy(page)).from - released.from)).toBeLessThan(px);
		}
	});

	test('a button is where it leads at once where motion is not wanted', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		await page.getByRole('link', { name: 'Five years' }).click();
		const seen = await seenBy(page);
		expect(seen).toEqual(addressed(page));
		expect(lengthOf(seen)).toBeGreaterThan(4.9 * 365 * 86_400_000);
	});

	test.describe('where motion is allowed', () => {
		test.use({ contextOptions: { reducedMotion: 'no-preference' } });

		test('a throw goes on, slower and slower, and comes to rest', async ({ page, app }) => {
			await openStill(page, app.url + movedView);
			await throwLeft(page, false);
			const plot = await plotOf(page);
			const strides: number[] = [];
			for (let step = 0; step < 4; step++) {
				const before = await seenBy(page);
				await pass(page, 200);
				strides.push(placeOf(before.from, await seenBy(page), plot) - plot.left);
			}
			expect(strides[0]).toBeLessThan(-20);
			expect(strides).toEqual(strides.toSorted((a, b) => a - b));
			await rest(page);
			const rested = await seenBy(page);
			expect(await misplaced(page)).toEqual([]);
			await rest(page);
			expect(await seenBy(page)).toEqual(rested);
			expect(addressed(page)).toEqual(rested);
		});

		test('a hand that rests before it lets go throws nothing', async ({ page, app }) => {
			await openStill(page, app.url + movedView);
			await throwLeft(page, true);
			const released = await seenBy(page);
			await rest(page);
			const px = lengthOf(released) / (await plotOf(page)).width;
			expect(Math.abs((await seenBy(page)).from - released.from)).toBeLessThan(px);
		});

		test('a press stops a throw where it is', async ({ page, app }) => {
			await openStill(page, app.url + movedView);
			await throwLeft(page, false);
			await pass(page, 60);
			const { x, y } = await emptyPlace(page, 0.5);
			await page.mouse.move(x, y);
			await page.mouse.down();
			const held = await seenBy(page);
			await pass(page, 500);
			expect((await seenBy(page)).from).toBe(held.from);
			await page.mouse.up();
		});

		test('a button flies there, through what lies between', async ({ page, app }) => {
			await openStill(page, app.url + movedView);
			const before = await seenBy(page);
			await page.getByRole('link', { name: 'Show half as long' }).click();
			await pass(page, 100);
			const between = lengthOf(await seenBy(page));
			expect(between).toBeLessThan(lengthOf(before) * 0.98);
			expect(await misplaced(page)).toEqual([]);
			await rest(page);
			const after = lengthOf(await seenBy(page));
			expect(between).toBeGreaterThan(after * 1.02);
		});
	});
});
