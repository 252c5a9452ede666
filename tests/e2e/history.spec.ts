import type { Browser, Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import {
	addressed,
	areSameBoxes,
	boxesOf,
	emptyPlace,
	entries,
	frame,
	lengthOf,
	movedView,
	openStill,
	pass,
	plotOf,
	rest,
	seenBy,
	type Seen
} from './moved-page.ts';
import { drawn, explored, scripted, showsWhatItsAddressSays } from './timeline-page.ts';

/** Turns the wheel with ctrl held, at a place of the plot. */
async function zoom(page: Page, deltaY: number, share = 0.4): Promise<void> {
	const { x, y } = await emptyPlace(page, share);
	await page.mouse.move(x, y);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, deltaY);
	await page.keyboard.up('Control');
}

/** Says that two spans are the same to the pixel. */
async function areSame(page: Page, a: Seen, b: Seen): Promise<void> {
	const px = lengthOf(a) / (await plotOf(page)).width;
	expect(Math.abs(a.from - b.from)).toBeLessThan(px);
	expect(Math.abs(a.to - b.to)).toBeLessThan(px);
}

test('while the view moves its span replaces the address; at rest it is one new entry', async ({
	page,
	app
}) => {
	await openStill(page, app.url + movedView);
	const [start, count] = [page.url(), await entries(page)];
	const { x, y } = await emptyPlace(page);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 50, y, { steps: 3 });
	await frame(page);
	const addresses: string[] = [];
	for (let step = 1; step <= 4; step++) {
		// The address follows twice a second: browsers refuse one that changes with every frame.
		await pass(page, 500);
		await page.mouse.move(x + 50 + 40 * step, y, { steps: 3 });
		await frame(page);
		addresses.push(page.url());
		await areSame(page, addressed(page), await seenBy(page));
	}
	expect(new Set([start, ...addresses]).size).toBe(5);
	expect(await entries(page)).toBe(count);
	await page.mouse.up();
	await rest(page);
	expect(await entries(page)).toBe(count + 1);
	expect(addressed(page)).toEqual(await seenBy(page));
	await page.goBack();
	await expect(page).toHaveURL(start);
});

test('turns of the wheel that follow each other are one movement', async ({ page, app }) => {
	await openStill(page, app.url + movedView);
	const count = await entries(page);
	for (let turn = 0; turn < 5; turn++) {
		await zoom(page, -60);
		await pass(page, 300);
	}
	await rest(page);
	expect(await entries(page)).toBe(count + 1);
	await zoom(page, -60);
	await rest(page);
	expect(await entries(page)).toBe(count + 2);
});

test('a movement that ends where it began makes no entry', async ({ page, app }) => {
	await openStill(page, app.url + movedView);
	const [start, count] = [page.url(), await entries(page)];
	const { x, y } = await emptyPlace(page);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 90, y, { steps: 3 });
	await pass(page, 600);
	await page.mouse.move(x, y, { steps: 3 });
	await frame(page);
	await page.mouse.up();
	await rest(page);
	expect(await entries(page)).toBe(count);
	expect(new URL(page.url()).searchParams.get('from')).toBe(
		new URL(start).searchParams.get('from')
	);
});

test('back and forward restore each span and its picture, to the pixel', async ({ page, app }) => {
	await openStill(page, app.url + movedView);
	const steps: { seen: Seen; boxes: Awaited<ReturnType<typeof boxesOf>>; url: string }[] = [];
	const note = async () =>
		steps.push({ seen: await seenBy(page), boxes: await boxesOf(page), url: page.url() });
	await note();
	await zoom(page, -200);
	await rest(page);
	await note();
	await page.getByRole('link', { name: 'Five years' }).click();
	await rest(page);
	await note();
	await zoom(page, -400, 0.9);
	await rest(page);
	await note();
	const isAt = async (index: number) => {
		const { seen, boxes, url } = steps[index]!;
		await expect(page).toHaveURL(url);
		await expect.poll(() => seenBy(page)).toEqual(seen);
		await frame(page);
		areSameBoxes(await boxesOf(page), boxes);
	};
	for (const index of [2, 1, 0]) {
		await page.goBack();
		await isAt(index);
	}
	for (const index of [1, 2, 3]) {
		await page.goForward();
		await isAt(index);
	}
});

test('back from an event leads to the span that was left', async ({ page, app }) => {
	await openStill(page, app.url + movedView);
	await zoom(page, -200);
	await rest(page);
	const [url, seen, boxes] = [page.url(), await seenBy(page), await boxesOf(page)];
	await page
		.locator('[data-event]', { has: page.locator('.label.inside') })
		.first()
		.click();
	await pass(page, 200);
	await expect(page).toHaveURL(/\/events\//);
	await page.goBack();
	await expect(page).toHaveURL(url);
	await expect.poll(() => seenBy(page)).toEqual(seen);
	await pass(page, 200);
	areSameBoxes(await boxesOf(page), boxes);
});

for (const view of ['', '&view=table'])
	test(`back from an event the keyboard goes on from its stay${view && ', in the table too'}`, async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/?station=4${view}`));
		await scripted(page);
		const mark = page.locator(view ? 'tr[data-event] th a' : 'a[data-event]').nth(7);
		await mark.focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/events\//);
		await page.goBack();
		await expect(page).toHaveURL(/station=4/);
		await expect(mark).toBeFocused();
		await page.reload();
		await scripted(page);
		await expect(mark).toBeFocused();
	});

test('back from an event of a view that keys have moved, the keyboard goes on from its stay', async ({
	page,
	app
}) => {
	await openStill(page, frozen(`${app.url}/?station=4`));
	await page.locator('a[data-event]').first().focus();
	await page.keyboard.press('Home');
	await rest(page);
	const id = (await page.locator('a[data-event]:focus').getAttribute('data-event'))!;
	await page.keyboard.press('Enter');
	await pass(page, 200);
	await expect(page).toHaveURL(new RegExp(`/events/${id}`));
	await page.goBack();
	await expect(page).toHaveURL(/station=4/);
	await pass(page, 200);
	await expect(page.locator(`a[data-event="${id}"]`)).toBeFocused();
});

test.describe('an address that a movement has left', () => {
	/** Opens an address in a page of its own. */
	async function openAnew(browser: Browser, url: string, javaScriptEnabled: boolean) {
		const context = await browser.newContext({
			javaScriptEnabled,
			reducedMotion: 'reduce',
			timezoneId: 'America/New_York',
			viewport: { width: 1280, height: 720 }
		});
		const page = await context.newPage();
		await page.goto(url);
		return page;
	}

	for (const [name, move] of [
		['zoomed in', (page: Page) => zoom(page, -523, 0.77)],
		['zoomed out', (page: Page) => zoom(page, 411, 0.21)],
		['near', (page: Page) => zoom(page, -2400, 0.63)],
		['panned', (page: Page) => page.keyboard.press('[')]
	] as const)
		test(`opens as the same picture, ${name}: with the script, without it, and reloaded`, async ({
			page,
			app,
			browser
		}) => {
			await openStill(page, app.url + movedView);
			await page.locator('[data-event]').last().focus();
			await move(page);
			await rest(page);
			await page.mouse.move(0, 0);
			const boxes = await boxesOf(page);
			await showsWhatItsAddressSays(page);

			const served = await openAnew(browser, page.url(), false);
			areSameBoxes(await boxesOf(served), boxes);
			await served.context().close();

			const scripted = await openAnew(browser, page.url(), true);
			await explored(scripted);
			areSameBoxes(await boxesOf(scripted), boxes);
			await scripted.reload();
			await drawn(scripted);
			areSameBoxes(await boxesOf(scripted), boxes);
			await scripted.context().close();
		});
});

for (const [name, deltaY] of [
	['months', -200],
	['hours', -3200]
] as const)
	test(`a filter chosen after a movement keeps the span, of ${name}`, async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		await zoom(page, deltaY);
		await rest(page);
		const seen = await seenBy(page);
		await page.locator('label', { hasText: 'Cargo' }).click();
		await pass(page, 500);
		await expect(page).toHaveURL(/kind=cargo/);
		expect(addressed(page)).toEqual(seen);
		await expect.poll(() => seenBy(page)).toEqual(seen);
		await showsWhatItsAddressSays(page);
	});

test('a collapsed station, a theme, every port: each keeps the span that a movement left', async ({
	page,
	app
}) => {
	await openStill(page, app.url + movedView);
	await zoom(page, -777);
	await rest(page);
	const seen = await seenBy(page);
	for (const [name, query] of [
		['dark', /theme=dark/],
		['17 more ports', /ports=all/],
		['collapse', /collapsed=4/]
	] as const) {
		await page.getByRole('link', { name, exact: true }).click();
		await pass(page, 300);
		await expect(page).toHaveURL(query);
		expect(addressed(page)).toEqual(seen);
		await expect.poll(() => seenBy(page)).toEqual(seen);
		await showsWhatItsAddressSays(page);
	}
});

test.describe('when the columns of all stays do not come', () => {
	test.use({ expectedNoise: [/503|columns\.json/] });

	test('the view still goes where its address says', async ({ page, app }) => {
		await page.route('**/columns.json*', (route) => route.fulfill({ status: 503, body: '{}' }));
		await page.goto(frozen(app.url + movedView));
		await drawn(page);
		await page.getByRole('link', { name: 'Five years' }).click();
		await expect(page).toHaveURL(/from=2022-01-08/);
		await showsWhatItsAddressSays(page);
		await page.locator('[data-event]').last().focus();
		await page.keyboard.press('[');
		await expect(page).not.toHaveURL(/from=2022-01-08/);
		await showsWhatItsAddressSays(page);
	});
});
