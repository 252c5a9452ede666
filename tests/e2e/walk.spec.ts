import { expect, frozenNow, test } from './quiet-page.ts';
import {
	addressed,
	emptyPlace,
	lengthOf,
	misplaced,
	openStill,
	pass,
	plotOf,
	rest,
	seenBy,
	wholeRange
} from './moved-page.ts';
import { trueStays, type TrueStay } from './sample-truth.ts';
import { called, place, press, staysAt, startAt } from './walked-page.ts';
import { dayMs, hourMs } from '../../src/lib/time/span.ts';

const view = '/?station=4,18&from=2026-01-01&to=2026-10-31';

test.beforeEach(async ({ page, app }) => {
	await openStill(page, app.url + view);
});

test('left and right lead through every stay that a port ever had, Home and End to its ends', async ({
	page
}) => {
	const expected = staysAt('Harmony forward').map(called);
	expect(expected.length).toBeGreaterThan(10);
	await startAt(page, 'Harmony forward');
	expect((await press(page, 'End')).name).toBe(expected.at(-1));
	expect((await press(page, 'Home')).name).toBe(expected[0]);
	const walked = [expected[0]];
	for (let step = 1; step < expected.length; step++)
		walked.push((await press(page, 'ArrowRight')).name);
	expect(walked).toEqual(expected);
	// At the end a key leads nowhere, and the focus stays.
	expect((await press(page, 'ArrowRight')).name).toBe(expected.at(-1));
	for (const name of expected.toReversed().slice(1))
		expect((await press(page, 'ArrowLeft')).name).toBe(name);
	expect((await press(page, 'ArrowLeft')).name).toBe(expected[0]);
});

test('up and down lead to what stands nearest in time at the next port, and back', async ({
	page
}) => {
	const ports = await page
		.locator('[data-port]')
		.evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('data-port')));
	const names = await page.locator('[data-port] h3').allTextContents();
	await startAt(page, names[0]!);
	const start = await press(page, 'End');
	const walked = [start];
	for (let step = 1; step < ports.length; step++) walked.push(await press(page, 'ArrowDown'));
	expect(walked.map(({ port }) => port)).toEqual(ports);
	expect((await press(page, 'ArrowDown')).id).toBe(walked.at(-1)!.id);

	// All of them are the nearest to the middle of the first.
	const own = trueStays().find((stay) => called(stay) === start.name)!;
	const end = ({ departed }: TrueStay) => Math.min(departed, Date.parse(frozenNow));
	const at = (own.docked + end(own)) / 2;
	const away = (stay: TrueStay) => Math.max(stay.docked - at, at - end(stay), 0);
	for (const [index, { name }] of walked.entries()) {
		const lane = trueStays().filter(
			(stay) =>
				stay.port === names[index] && stay.stationId === (index < ports.length - 3 ? '4' : '18')
		);
		const least = Math.min(...lane.map(away));
		expect(lane.filter((stay) => away(stay) === least).map(called)).toContain(name);
	}

	for (const { id } of walked.toReversed().slice(1))
		expect((await press(page, 'ArrowUp')).id).toBe(id);
	expect((await press(page, 'ArrowUp')).id).toBe(start.id);
});

test('Page Down and Page Up lead from station to station', async ({ page }) => {
	await startAt(page, 'Harmony forward');
	const start = await press(page, 'End');
	expect(start.station).toBe('4');
	expect((await press(page, 'PageDown')).station).toBe('18');
	expect((await press(page, 'PageDown')).station).toBe('18');
	expect((await press(page, 'PageUp')).station).toBe('4');
});

test('what is out of view is brought into it, with the length of the view kept', async ({
	page
}) => {
	const before = await seenBy(page);
	await startAt(page, 'Zvezda aft');
	await press(page, 'Home');
	const seen = await seenBy(page);
	expect(seen.to).toBeLessThan(Date.parse('2004-01-01'));
	const px = lengthOf(before) / (await plotOf(page)).width;
	expect(Math.abs(lengthOf(seen) - lengthOf(before))).toBeLessThan(px);
	expect(await misplaced(page)).toEqual([]);
	expect(addressed(page)).toEqual(seen);
});

test('what is in view is focused without moving the view', async ({ page }) => {
	await startAt(page, 'Harmony forward');
	await press(page, 'End');
	const before = await seenBy(page);
	const { id } = await press(page, 'ArrowLeft');
	await press(page, 'ArrowDown');
	await press(page, 'ArrowUp');
	expect((await place(page)).id).toBe(id);
	expect(await seenBy(page)).toEqual(before);
});

test('plus and minus zoom about what has the focus, brackets pan by half, zero goes back', async ({
	page,
	app
}) => {
	await startAt(page, 'Harmony forward');
	const before = await seenBy(page);
	const lengthMs = lengthOf(before);
	const px = lengthMs / (await plotOf(page)).width;
	const leadsTo = async (key: string, from: number, to: number) => {
		await page.keyboard.press(key);
		await rest(page);
		const seen = await seenBy(page);
		expect(Math.abs(seen.from - from), key).toBeLessThan(px);
		expect(Math.abs(seen.to - to), key).toBeLessThan(px);
		expect(addressed(page), key).toEqual(seen);
		expect(await misplaced(page), key).toEqual([]);
		expect((await place(page)).isInTimeline, key).toBe(true);
	};
	const { from, to } = before;
	const { name } = await place(page);
	const own = trueStays().find((stay) => called(stay) === name)!;
	const middle = Math.max(own.docked, Math.min(own.departed, (from + to) / 2));
	expect(middle).not.toBe((from + to) / 2);
	await leadsTo('+', (from + middle) / 2, (to + middle) / 2);
	await leadsTo('-', from, to);
	await leadsTo('[', from - lengthMs / 2, to - lengthMs / 2);
	await leadsTo(']', from, to);
	await leadsTo('-', 2 * from - middle, Math.min(2 * to - middle, (await wholeRange(page)).to));

	await page.keyboard.press('0');
	await pass(page, 500);
	await expect(page).not.toHaveURL(/from=|to=/);
	await expect
		.poll(() => seenBy(page))
		.toEqual({ from: Date.parse('2025-04-08T12:00Z'), to: Date.parse('2026-12-08T12:00Z') });
	expect((await place(page)).isInTimeline).toBe(true);
	expect(new URL(page.url()).origin).toBe(app.url);
});

test('zooming in to hours does not lose what has the focus', async ({ page }) => {
	await startAt(page, 'Harmony forward');
	const { id } = await press(page, 'End');
	for (let count = 0; count < 12; count++) expect((await press(page, '+')).id).toBe(id);
	expect(lengthOf(await seenBy(page))).toBeLessThan(dayMs);
});

test('zooming in leads to the minutes of a docking, however long the stay', async ({ page }) => {
	await startAt(page, 'Harmony zenith');
	const { name, id } = await press(page, 'End');
	expect(name).toContain('Crew-12');
	for (let count = 0; count < 14; count++) expect((await press(page, '+')).id).toBe(id);
	const seen = await seenBy(page);
	expect(lengthOf(seen)).toBe(hourMs);
	const { docked } = trueStays().find((stay) => called(stay) === name)!;
	expect([seen.from < docked, docked < seen.to]).toEqual([true, true]);
});

test('the focus never falls to the page when its mark goes out of view, and arrows go on', async ({
	page
}) => {
	await startAt(page, 'Harmony forward');
	const start = await press(page, 'End');
	const isKept = async (what: string) => expect((await place(page)).isInTimeline, what).toBe(true);
	for (const key of ['[', '[', '[', '[', '+', '+', '+', '-', '-', '0', '[', '[', '[']) {
		await page.keyboard.press(key);
		await isKept(`${key}, at once`);
		await rest(page);
		await isKept(key);
	}
	await expect(page.locator(`[data-event="${start.id}"]`)).toHaveCount(0);
	await press(page, 'End');
	expect((await place(page)).id).toBe(start.id);

	// A wheel, too, may move the view away from the focused mark.
	const { x, y } = await emptyPlace(page);
	await page.mouse.move(x, y);
	for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(-600, 0);
	await isKept('wheel, at once');
	await rest(page);
	await isKept('wheel');
	await expect(page.locator(`[data-event="${start.id}"]`)).toHaveCount(0);
	await press(page, 'ArrowLeft');
});

test('Enter opens the stay that the focus is on, and back leads to the same view', async ({
	page
}) => {
	await startAt(page, 'Harmony forward');
	const { id, name } = await press(page, 'Home');
	const [url, seen] = [page.url(), await seenBy(page)];
	await page.keyboard.press('Enter');
	await pass(page, 300);
	await expect(page).toHaveURL(new RegExp(`/events/${id}`));
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name!);
	await page.goBack();
	await expect(page).toHaveURL(url);
	await expect.poll(() => seenBy(page)).toEqual(seen);
});

test('the question mark shows the keys, Escape closes them and gives the focus back', async ({
	page
}) => {
	await startAt(page, 'Harmony forward');
	const { id } = await press(page, 'End');
	await page.keyboard.press('?');
	const dialog = page.getByRole('dialog', { name: 'Keys and gestures' });
	await expect(dialog).toBeVisible();
	for (const key of ['Home End', 'Page Up, Page Down', 'Enter', '+ −', '0', '[ ]', '?'])
		await expect(dialog.getByText(key, { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	expect((await place(page)).id).toBe(id);
});

test('keys with ctrl, alt or in a field of text are not the timeline’s', async ({ page }) => {
	const before = await seenBy(page);
	await startAt(page, 'Harmony forward');
	for (const key of ['Control+ArrowRight', 'Alt+ArrowDown', 'Control+0']) {
		await page.keyboard.press(key);
		await rest(page);
		expect(await seenBy(page)).toEqual(before);
	}
	await page.getByRole('searchbox').focus();
	for (const key of ['[', ']', '+', '-', '0', 'Home', 'ArrowLeft']) await page.keyboard.press(key);
	await expect(page.getByRole('searchbox')).toHaveValue('[]+-0');
	expect(await seenBy(page)).toEqual(before);
});

test('what has come into view is told once, politely', async ({ page }) => {
	await page.evaluate(() => {
		const told: string[] = [];
		Object.assign(window, { told });
		const region = document.querySelector('p[aria-live=polite]')!;
		new MutationObserver(() => told.push(region.textContent?.trim() ?? '')).observe(region, {
			childList: true,
			characterData: true,
			subtree: true
		});
	});
	await startAt(page, 'Harmony forward');
	await page.keyboard.press('[');
	await rest(page);
	const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
	expect(told).toHaveLength(1);
	expect(told[0]).toMatch(/^\d+ \w+ 2025 to \d+ \w+ 2026, \d+ stays$/);
});
