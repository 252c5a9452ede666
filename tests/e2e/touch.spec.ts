import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './quiet-page.ts';
import {
	emptyPlace,
	entries,
	frame,
	instantAt,
	isHeldAt,
	lengthOf,
	misplaced,
	movedView,
	openStill,
	placeOf,
	plotOf,
	rest,
	scrolledPx,
	seenBy
} from './moved-page.ts';

interface Finger {
	readonly x: number;
	readonly y: number;
}

/** Fingers on the glass, by the browser's own protocol. */
function handOn(session: CDPSession) {
	const points = (fingers: readonly Finger[]) =>
		fingers.map(({ x, y }, id) => ({ x, y, id, radiusX: 8, radiusY: 8, force: 1 }));
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints: points(fingers) });
	return {
		/** One finger after the other comes down. */
		async down(fingers: readonly Finger[]): Promise<void> {
			for (let count = 1; count <= fingers.length; count++)
				await send('touchStart', fingers.slice(0, count));
		},
		/** All fingers move from one place to the next in eight steps. */
		async slide(from: readonly Finger[], to: readonly Finger[]): Promise<void> {
			for (let step = 1; step <= 8; step++) {
				const between = from.map(({ x, y }, index) => {
					const end = to[index]!;
					return { x: x + ((end.x - x) * step) / 8, y: y + ((end.y - y) * step) / 8 };
				});
				await send('touchMove', between);
			}
		},
		up: () => send('touchEnd', [])
	};
}

const pageZoom = (page: Page) => page.evaluate(() => window.visualViewport?.scale);

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test.beforeEach(async ({ page, app }) => {
	await openStill(page, app.url + movedView);
	await page.locator('[data-station] .group > .plot').first().scrollIntoViewIfNeeded();
});

test('two fingers that part zoom in, each with its instant, and the page does not zoom', async ({
	page
}) => {
	const hand = handOn(await page.context().newCDPSession(page));
	const { y } = await emptyPlace(page);
	const start = [
		{ x: 150, y },
		{ x: 230, y: y + 10 }
	];
	const end = [
		{ x: 70, y },
		{ x: 330, y: y + 10 }
	];
	const [before, plot] = [await seenBy(page), await plotOf(page)];
	const held = start.map(({ x }) => instantAt(x, before, plot));
	await hand.down(start);
	await hand.slide(start, end);
	await frame(page);
	for (const [index, { x }] of end.entries()) await isHeldAt(page, held[index]!, x);
	await hand.up();
	await rest(page);
	for (const [index, { x }] of end.entries()) await isHeldAt(page, held[index]!, x);
	expect(lengthOf(await seenBy(page)) / lengthOf(before)).toBeCloseTo(80 / 260, 2);
	expect(await pageZoom(page)).toBe(1);
	expect(new URL(page.url()).pathname).toBe('/');
	await expect(page.getByRole('tooltip')).toHaveCount(0);
});

test('two fingers that close in zoom out, no further than the whole range', async ({ page }) => {
	const hand = handOn(await page.context().newCDPSession(page));
	const { y } = await emptyPlace(page);
	const start = [
		{ x: 60, y },
		{ x: 340, y }
	];
	const end = [
		{ x: 180, y },
		{ x: 220, y }
	];
	const [before, plot] = [await seenBy(page), await plotOf(page)];
	const held = start.map(({ x }) => instantAt(x, before, plot));
	await hand.down(start);
	await hand.slide(start, end);
	await frame(page);
	const seen = await seenBy(page);
	// What lies ahead ends with the range: there the fingers meet its end.
	const isFree = seen.to < Number(await brushMax(page));
	if (isFree) expect(Math.abs(placeOf(held[0]!, seen, plot) - 180)).toBeLessThan(1);
	expect(lengthOf(seen)).toBeGreaterThan(6.9 * lengthOf(before));
	expect(await misplaced(page)).toEqual([]);
	await hand.up();
	await rest(page);
	expect(await pageZoom(page)).toBe(1);
});

const brushMax = (page: Page) =>
	page.locator('[data-overview] [data-part=to]').getAttribute('aria-valuemax');

test('two fingers side by side pan, with the length kept, as one entry in the history', async ({
	page
}) => {
	const hand = handOn(await page.context().newCDPSession(page));
	const { y } = await emptyPlace(page);
	const start = [
		{ x: 100, y },
		{ x: 180, y: y + 20 }
	];
	const end = start.map((finger) => ({ x: finger.x + 130, y: finger.y }));
	const [before, plot, count] = [await seenBy(page), await plotOf(page), await entries(page)];
	const at = instantAt(100, before, plot);
	await hand.down(start);
	await hand.slide(start, end);
	await frame(page);
	await isHeldAt(page, at, 230);
	expect(lengthOf(await seenBy(page)) / lengthOf(before)).toBeCloseTo(1, 2);
	await hand.up();
	await rest(page);
	await isHeldAt(page, at, 230);
	expect(await entries(page)).toBe(count + 1);
});

test('two fingers on a bar open nothing and show nothing', async ({ page }) => {
	const hand = handOn(await page.context().newCDPSession(page));
	const bar = (await page
		.locator('[data-event]', { has: page.locator('.label.inside') })
		.first()
		.boundingBox())!;
	const plot = await plotOf(page);
	const left = Math.max(bar.x, plot.left) + 5;
	const y = bar.y + bar.height / 2;
	const start = [
		{ x: left, y },
		{ x: left + 30, y }
	];
	const end = [
		{ x: left, y },
		{ x: left + 60, y }
	];
	await hand.down(start);
	await hand.slide(start, end);
	await hand.up();
	await rest(page);
	expect(new URL(page.url()).pathname).toBe('/');
	await expect(page.getByRole('tooltip')).toHaveCount(0);
});

test('one finger up or down scrolls the page, and the timeline stays', async ({ page }) => {
	const hand = handOn(await page.context().newCDPSession(page));
	await page.evaluate(() => scrollTo(0, 0));
	const { x, y } = await emptyPlace(page);
	const before = await seenBy(page);
	await hand.down([{ x, y }]);
	await hand.slide([{ x, y }], [{ x: x + 10, y: y - 160 }]);
	await hand.up();
	await expect.poll(() => scrolledPx(page)).toBeGreaterThan(100);
	await rest(page);
	expect(await seenBy(page)).toEqual(before);
});

test('one finger sideways does not move the timeline', async ({ page }) => {
	const hand = handOn(await page.context().newCDPSession(page));
	const { x, y } = await emptyPlace(page);
	const before = await seenBy(page);
	await hand.down([{ x, y }]);
	await hand.slide([{ x, y }], [{ x: x - 120, y: y + 4 }]);
	await frame(page);
	expect(await seenBy(page)).toEqual(before);
	await hand.up();
	await rest(page);
	expect(await seenBy(page)).toEqual(before);
});

test('a finger that stays when the other has gone moves nothing more', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	const hand = handOn(session);
	const { y } = await emptyPlace(page);
	const start = [
		{ x: 120, y },
		{ x: 200, y }
	];
	const end = [
		{ x: 160, y },
		{ x: 240, y }
	];
	await hand.down(start);
	await hand.slide(start, end);
	const lifted = [{ x: 240, y, id: 1 }];
	await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: lifted });
	await frame(page);
	const held = await seenBy(page);
	const px = lengthOf(held) / (await plotOf(page)).width;
	const isHeld = async () =>
		expect(Math.abs((await seenBy(page)).from - held.from)).toBeLessThan(px);
	await hand.slide([{ x: 160, y }], [{ x: 60, y }]);
	await frame(page);
	await isHeld();
	await hand.up();
	await rest(page);
	await isHeld();
});

test('a pen drags as a mouse does', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	const { x, y } = await emptyPlace(page);
	const at = instantAt(x, await seenBy(page), await plotOf(page));
	const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', penX: number, buttons = 1) =>
		session.send('Input.dispatchMouseEvent', {
			type,
			x: penX,
			y,
			button: type === 'mouseMoved' && !buttons ? 'none' : 'left',
			buttons,
			clickCount: type === 'mouseMoved' ? 0 : 1,
			pointerType: 'pen'
		});
	await pen('mouseMoved', x, 0);
	await pen('mousePressed', x);
	for (const offset of [10, 40, 70, 90]) await pen('mouseMoved', x + offset);
	await frame(page);
	await isHeldAt(page, at, x + 90);
	await pen('mouseReleased', x + 90, 0);
	await rest(page);
	await isHeldAt(page, at, x + 90);
	expect(new URL(page.url()).pathname).toBe('/');
});
