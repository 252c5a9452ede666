import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import {
	addressed,
	entries,
	frame,
	lengthOf,
	middleOf,
	misplaced,
	movedView,
	openStill,
	pass,
	rest,
	seenBy,
	wholeRange,
	type Seen
} from './moved-page.ts';

const dayMs = 86_400_000;

const part = (page: Page, name: 'window' | 'from' | 'to') =>
	page.locator(`[data-overview] [data-part=${name}]`);
const groundOf = async (page: Page) =>
	(await page.locator('[data-overview] .ground').boundingBox())!;

/** Where an instant stands in the overview, in px of the window. */
async function placeIn(page: Page, at: number): Promise<number> {
	const [range, ground] = [await wholeRange(page), await groundOf(page)];
	return ground.x + ((at - range.from) / lengthOf(range)) * ground.width;
}

/** Drags from one place to another, both in px of the window; the button stays down. */
async function hold(page: Page, from: { x: number; y: number }, toX: number): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move((from.x + toX) / 2, from.y, { steps: 3 });
	await page.mouse.move(toX, from.y, { steps: 3 });
	await frame(page);
}

/** Milliseconds in a px of the overview. */
async function pxOf(page: Page): Promise<number> {
	return lengthOf(await wholeRange(page)) / (await groundOf(page)).width;
}

test.beforeEach(async ({ page, app }) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await openStill(page, app.url + '/?station=4&from=2010-01-01&to=2014-12-31');
});

test('stands where the view does in the whole range, and holds all of it', async ({ page }) => {
	const seen = await seenBy(page);
	expect(seen).toEqual({ from: Date.parse('2010-01-01'), to: Date.parse('2015-01-01') });
	const box = (await part(page, 'window').boundingBox())!;
	expect(Math.abs(box.x - (await placeIn(page, seen.from)))).toBeLessThan(1);
	expect(Math.abs(box.x + box.width - (await placeIn(page, seen.to)))).toBeLessThan(1);
});

test('a drag of the window moves the view by as much, with its length; one entry when let go', async ({
	page
}) => {
	const [before, count, msPerPx] = [await seenBy(page), await entries(page), await pxOf(page)];
	const start = await middleOf(part(page, 'window'));
	await hold(page, start, start.x + 120);
	const moving = await seenBy(page);
	expect(Math.abs(moving.from - before.from - 120 * msPerPx)).toBeLessThan(msPerPx);
	expect(lengthOf(moving)).toBe(lengthOf(before));
	expect(await misplaced(page)).toEqual([]);
	expect(await entries(page)).toBe(count);
	await page.mouse.up();
	await rest(page);
	expect(await entries(page)).toBe(count + 1);
	expect(addressed(page)).toEqual(await seenBy(page));
	expect(Math.abs((await seenBy(page)).from - moving.from)).toBeLessThan(msPerPx);
	await page.goBack();
	await expect.poll(() => seenBy(page)).toEqual(before);
});

test('a drag of the window ends at the range’s ends', async ({ page }) => {
	const range = await wholeRange(page);
	const lengthMs = lengthOf(await seenBy(page));
	const start = await middleOf(part(page, 'window'));
	await hold(page, start, start.x - 3000);
	expect(await seenBy(page)).toEqual({ from: range.from, to: range.from + lengthMs });
	await page.mouse.move(start.x + 3000, start.y, { steps: 3 });
	await frame(page);
	expect(await seenBy(page)).toEqual({ from: range.to - lengthMs, to: range.to });
	await page.mouse.up();
});

for (const edge of ['from', 'to'] as const)
	test(`a drag of the ${edge} handle moves that end alone`, async ({ page }) => {
		const [before, msPerPx] = [await seenBy(page), await pxOf(page)];
		const start = await middleOf(part(page, edge));
		const offset = edge === 'from' ? -100 : 90;
		await hold(page, start, start.x + offset);
		const moving = await seenBy(page);
		const other = edge === 'from' ? 'to' : 'from';
		expect(moving[other]).toBe(before[other]);
		expect(Math.abs(moving[edge] - before[edge] - offset * msPerPx)).toBeLessThan(msPerPx);
		expect(await misplaced(page)).toEqual([]);
		// Beyond the other end it stops at the shortest span: an hour.
		await page.mouse.move(start.x - 8 * offset, start.y, { steps: 3 });
		await frame(page);
		expect(lengthOf(await seenBy(page))).toBe(3_600_000);
		expect((await seenBy(page))[other]).toBe(before[other]);
		await page.mouse.up();
	});

test('a drag beside the window makes a new span, in either direction', async ({ page }) => {
	for (const [a, b] of [
		['2018-01-01', '2022-07-01'],
		['2006-01-01', '2001-01-01']
	] as const) {
		const [startX, endX] = [await placeIn(page, Date.parse(a)), await placeIn(page, Date.parse(b))];
		const ground = await groundOf(page);
		await hold(page, { x: startX, y: ground.y + 10 }, endX);
		const msPerPx = await pxOf(page);
		const isNear = (seen: Seen) => {
			const [from, to] = [a, b].toSorted().map((day) => Date.parse(day));
			expect(Math.abs(seen.from - from!)).toBeLessThan(msPerPx);
			expect(Math.abs(seen.to - to!)).toBeLessThan(msPerPx);
		};
		isNear(await seenBy(page));
		await page.mouse.up();
		await rest(page);
		isNear(await seenBy(page));
		expect(await misplaced(page)).toEqual([]);
	}
});

test('a click beside the window brings it there, as long as it was', async ({ page }) => {
	const before = await seenBy(page);
	const ground = await groundOf(page);
	const there = Date.parse('2020-01-01');
	await page.mouse.click(await placeIn(page, there), ground.y + 10);
	await rest(page);
	const { from, to } = await seenBy(page);
	const msPerPx = await pxOf(page);
	expect(Math.abs((from + to) / 2 - there)).toBeLessThan(2 * msPerPx);
	expect(Math.abs(to - from - (before.to - before.from))).toBeLessThan(msPerPx);
	await page.goBack();
	await rest(page);
	expect(await seenBy(page)).toEqual(before);
});

test('a click on the window changes nothing', async ({ page }) => {
	const [before, count] = [await seenBy(page), await entries(page)];
	const { x, y } = await middleOf(part(page, 'window'));
	await page.mouse.click(x, y);
	await rest(page);
	expect(await seenBy(page)).toEqual(before);
	expect(await entries(page)).toBe(count);
});

test('Escape while the button is down gives all back', async ({ page }) => {
	const [before, count, url] = [await seenBy(page), await entries(page), page.url()];
	const start = await middleOf(part(page, 'window'));
	await hold(page, start, start.x + 150);
	await page.keyboard.press('Escape');
	await rest(page);
	expect(await seenBy(page)).toEqual(before);
	await page.mouse.move(start.x + 190, start.y);
	await page.mouse.up();
	await rest(page);
	expect(await seenBy(page)).toEqual(before);
	expect(await entries(page)).toBe(count);
	expect(new URL(page.url()).searchParams.get('from')).toBe(new URL(url).searchParams.get('from'));
});

test('keys move the window by tenths and whole lengths, and to the ends', async ({ page }) => {
	const range = await wholeRange(page);
	const before = await seenBy(page);
	const lengthMs = lengthOf(before);
	await part(page, 'window').focus();
	const leadsTo = async (key: string, from: number) => {
		await page.keyboard.press(key);
		await rest(page);
		const seen = await seenBy(page);
		expect(Math.abs(seen.from - from), key).toBeLessThan(dayMs);
		expect(Math.abs(lengthOf(seen) - lengthMs), key).toBeLessThan(dayMs);
		await expect(part(page, 'window')).toBeFocused();
	};
	await leadsTo('ArrowRight', before.from + lengthMs / 10);
	await leadsTo('ArrowLeft', before.from);
	await leadsTo('PageUp', before.from + lengthMs);
	await leadsTo('PageDown', before.from);
	await leadsTo('Shift+ArrowRight', before.from + lengthMs);
	await leadsTo('Home', range.from);
	await leadsTo('End', range.to - lengthMs);
});

test('keys move one end and leave the other', async ({ page }) => {
	const before = await seenBy(page);
	for (const edge of ['from', 'to'] as const) {
		const other = edge === 'from' ? 'to' : 'from';
		await part(page, edge).focus();
		const start = await seenBy(page);
		await page.keyboard.press('ArrowRight');
		await rest(page);
		const seen = await seenBy(page);
		expect(seen[edge]).toBeGreaterThan(start[edge] + lengthOf(before) / 20);
		expect(Math.abs(seen[other] - start[other])).toBeLessThan(dayMs);
	}
});

test('a held key is one entry in the history', async ({ page }) => {
	const count = await entries(page);
	await part(page, 'window').focus();
	for (let press = 0; press < 5; press++) {
		await page.keyboard.down('ArrowRight');
		await pass(page, 100);
	}
	expect(await entries(page)).toBe(count);
	await page.keyboard.up('ArrowRight');
	await rest(page);
	expect(await entries(page)).toBe(count + 1);
});

test('says its dates: of the window both and the length, of an end its own', async ({ page }) => {
	const group = page.getByRole('group', { name: 'Overview' });
	const text = (name: string) =>
		group.getByRole('slider', { name, exact: true }).getAttribute('aria-valuetext');
	expect(await text('Visible span')).toBe('1 Jan 2010 to 31 Dec 2014, 1826 d');
	expect(await text('Begin of the visible span')).toBe('1 Jan 2010');
	expect(await text('End of the visible span')).toBe('31 Dec 2014');
	await part(page, 'to').focus();
	await page.keyboard.press('Home');
	await rest(page);
	expect(await text('Visible span')).toContain('1 Jan 2010, 00:00 UTC to 1 Jan 2010, 01:00 UTC');
});

test('has no sliders without a script, and stands where the view does all the same', async ({
	page,
	app,
	browser
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 900 }
	});
	const served = await context.newPage();
	await served.goto(page.url());
	await expect(served.getByRole('slider')).toHaveCount(0);
	const box = (await part(served, 'window').boundingBox())!;
	const own = (await part(page, 'window').boundingBox())!;
	expect(Math.abs(box.x - own.x)).toBeLessThan(1);
	expect(Math.abs(box.width - own.width)).toBeLessThan(1);
	expect(new URL(page.url()).origin).toBe(app.url);
	await context.close();
});

for (const [name, media] of [
	['light', { colorScheme: 'light' }],
	['dark', { colorScheme: 'dark' }],
	['forced', { forcedColors: 'active' }]
] as const)
	test(`is drawn in ${name} colours: area, window and handles differ from the ground`, async ({
		page,
		app
	}) => {
		await page.emulateMedia(media);
		await page.goto(frozen(app.url + movedView));
		await expect(page.getByRole('slider').first()).toBeVisible();
		const colours = await page.evaluate(() => {
			const of = (selector: string, pseudo?: string) =>
				getComputedStyle(document.querySelector(selector)!, pseudo);
			return {
				ground: of('html').backgroundColor,
				area: of('[data-overview] .area path').stroke,
				window: of('[data-overview] .body').borderTopColor,
				handle: of('[data-overview] .handle', '::after').backgroundColor,
				exact: of('[data-overview] .exact').backgroundColor
			};
		});
		const { ground, ...drawn } = colours;
		for (const [what, colour] of Object.entries(drawn)) {
			expect(colour, what).not.toBe(ground);
			expect(colour, what).not.toMatch(/none|rgba\(.*, 0\)/);
		}
	});
