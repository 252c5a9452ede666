/** What tests that move the timeline need: a clock that they let go on, and what is seen where. */
import type { Locator, Page } from '@playwright/test';
import { expect, frozen } from './quiet-page.ts';
import { explored } from './timeline-page.ts';

/** What is seen of time, in epoch milliseconds. */
export interface Seen {
	readonly from: number;
	readonly to: number;
}

/** Where the timeline's plot lies in the window, in px. */
export interface PlotBox {
	readonly left: number;
	readonly right: number;
	readonly width: number;
}

/** A view with bars of many lengths, the same in every year to come. */
export const movedView = '/?station=4&from=2026-01-01&to=2026-10-31';

/** Long enough for every wheel, flight and fling to come to rest, and to be told from the next. */
export const restMs = 2500;

/**
 * Opens a page whose clock stands still from then on: only `pass` lets time go by. The clock comes
 * after the page's scripts, because what they derive from `Date` would not be UTC any more; a page
 * that is loaded later needs a context of its own.
 */
export async function openStill(page: Page, url: string): Promise<void> {
	await page.goto(frozen(url));
	await explored(page);
	await page.clock.install({ time: '2026-10-08T12:00:00Z' });
	await page.clock.pauseAt('2026-10-08T13:00:00Z');
}

/** Lets so much time go by on the page: its timers run, and its frames are drawn. */
export async function pass(page: Page, ms: number): Promise<void> {
	await page.clock.runFor(ms);
}

/** Lets what has moved be drawn; it does not come to rest yet, and may be held. */
export const frame = (page: Page) => pass(page, 150);

/** Lets every movement come to rest. */
export const rest = (page: Page) => pass(page, restMs);

/** What is seen now, as the overview's brush tells it; also while it moves. */
export async function seenBy(page: Page): Promise<Seen> {
	const [from, to] = await Promise.all(
		['from', 'to'].map((part) =>
			page.locator(`[data-overview] [data-part=${part}]`).getAttribute('aria-valuenow')
		)
	);
	return { from: Number(from), to: Number(to) };
}

/** How far the view can go, as the overview's brush tells it. */
export async function wholeRange(page: Page): Promise<Seen> {
	const brush = page.locator('[data-overview]');
	return {
		from: Number(await brush.locator('[data-part=from]').getAttribute('aria-valuemin')),
		to: Number(await brush.locator('[data-part=to]').getAttribute('aria-valuemax'))
	};
}

/** What the page's address says; both ends must be in it. A bare date in `to` is its end. */
export function addressed(page: Page): Seen {
	const query = new URL(page.url()).searchParams;
	const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
	const isDay = /^\d{4}-\d\d-\d\d$/.test(to);
	return { from: Date.parse(from), to: Date.parse(to) + (isDay ? 86_400_000 : 0) };
}

export async function plotOf(page: Page): Promise<PlotBox> {
	const box = (await page.locator('[data-timeline] .axis-row .plot').boundingBox())!;
	return { left: box.x, right: box.x + box.width, width: box.width };
}

export const lengthOf = ({ from, to }: Seen) => to - from;

/** The instant at `x` px of the window. */
export function instantAt(x: number, seen: Seen, plot: PlotBox): number {
	return seen.from + ((x - plot.left) / plot.width) * lengthOf(seen);
}

/** The instant under a place of the window now. */
export async function instantUnder(page: Page, x: number): Promise<number> {
	return instantAt(x, await seenBy(page), await plotOf(page));
}

/** Where an instant is seen, in px of the window. */
export function placeOf(at: number, seen: Seen, plot: PlotBox): number {
	return plot.left + ((at - seen.from) / lengthOf(seen)) * plot.width;
}

/** Says that `at` is seen at `x`, to the pixel, and that everything drawn stands where it should. */
export async function isHeldAt(page: Page, at: number, x: number): Promise<void> {
	const [seen, plot] = [await seenBy(page), await plotOf(page)];
	expect(Math.abs(placeOf(at, seen, plot) - x), 'px from the pointer').toBeLessThan(1);
	expect(await misplaced(page)).toEqual([]);
}

/**
 * Marks whose beginning does not stand where their name says, by more than a pixel, in words; also
 * when there is none to look at.
 */
export async function misplaced(page: Page): Promise<string[]> {
	const [seen, plot] = [await seenBy(page), await plotOf(page)];
	const marks = await page.locator('[data-event]').evaluateAll((elements) =>
		elements.map((element) => ({
			name: element.getAttribute('aria-label') ?? '',
			left: element.getBoundingClientRect().left
		}))
	);
	const placed = marks.flatMap(({ name, left }) => {
		const [, docked = ''] = /docked (\d+ \w+ \d+ \d\d:\d\d UTC)/.exec(name) ?? [];
		const at = Date.parse(docked);
		const isSeen = at >= seen.from && at < seen.to;
		return isSeen ? [{ name, offPx: left - placeOf(at, seen, plot) }] : [];
	});
	if (placed.length === 0) return ['no docking is in view'];
	return placed
		.filter(({ offPx }) => Math.abs(offPx) > 1)
		.map(({ name, offPx }) => `${name.split(',')[0]} stands ${offPx.toFixed(1)} px off`);
}

/** A place of the plot where nothing stands: in the band of a station's area. */
export async function emptyPlace(page: Page, share = 0.5): Promise<{ x: number; y: number }> {
	const plot = await plotOf(page);
	const area = (await page.locator('[data-station] .group > .plot').first().boundingBox())!;
	return { x: Math.round(plot.left + share * plot.width), y: Math.round(area.y + area.height / 2) };
}

/** Boxes of all stays' marks by id, in px of the document. */
export function boxesOf(page: Page): Promise<Record<string, readonly number[]>> {
	return page.locator('[data-event]').evaluateAll((marks) =>
		Object.fromEntries(
			marks.map((mark) => {
				const { left, right, top, bottom } = mark.getBoundingClientRect();
				const y = window.scrollY;
				return [mark.getAttribute('data-event') ?? '', [left, right, top + y, bottom + y]];
			})
		)
	);
}

/** Says that both pictures have the same stays at the same places, to the pixel. */
export function areSameBoxes(
	a: Readonly<Record<string, readonly number[]>>,
	b: Readonly<Record<string, readonly number[]>>
): void {
	expect(Object.keys(a).sort()).toEqual(Object.keys(b).sort());
	expect(Object.keys(a).length).toBeGreaterThan(0);
	const moved = Object.entries(a).filter(([id, box]) =>
		box.some((edge, index) => Math.abs(edge - (b[id]?.[index] ?? NaN)) >= 1)
	);
	expect(moved.map(([id, box]) => `${id}: ${box.join()} is ${b[id]?.join()}`)).toEqual([]);
}

/** The path of the page's address. */
export const pathOf = (page: Page) => new URL(page.url()).pathname;

/** How far the page itself is scrolled, in px. */
export const scrolledPx = (page: Page) => page.evaluate(() => window.scrollY);

/** How many entries the browser's history has. */
export const entries = (page: Page) => page.evaluate(() => history.length);

/** The middle of an element, in whole px of the window. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
	const box = (await element.boundingBox())!;
	return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}
