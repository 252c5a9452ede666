import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillArchive } from '../bench/timeline-app.ts';
import { generateStays } from '../bench/timeline-stays.ts';
import { frame, openStill, pass, rest, seenBy } from './moved-page.ts';
import { expect, frozen, frozenNow, test } from './quiet-page.ts';
import { explored } from './timeline-page.ts';

test.describe.configure({ timeout: 120_000 });

const count = 30_000;
const data = generateStays(count, Date.parse(frozenNow));
/** What a page may hold at 1920×1080, whatever the data: DESIGN.md. */
const mostElements = 3000;

const iso = (ms: number) => new Date(ms).toISOString();
const whole = `/?from=${iso(data.fromMs)}&to=${iso(data.toMs)}`;

let folder: string;
let url: string;

test.beforeAll(async ({ startApp }) => {
	folder = mkdtempSync(join(tmpdir(), 'berthline-many-'));
	const path = join(folder, 'berthline.db');
	await fillArchive(path, data);
	url = (await startApp({ env: { ARCHIVE_URL: `file:${path}` } })).url;
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.use({ viewport: { width: 1920, height: 1080 } });

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

/**
 * Lanes whose marks do not add up to what the lane says it holds, in words. A run tells of all that
 * it holds, also beyond the view: there can be more then, and never fewer.
 */
function miscounted(page: Page): Promise<string[]> {
	return page.locator('[data-port] ul').evaluateAll((lists) =>
		lists.flatMap((list) => {
			const stays = list.querySelectorAll('[data-event]').length;
			const inRuns = [...list.querySelectorAll('[data-count]')].reduce(
				(sum, run) => sum + Number(run.getAttribute('data-count')),
				0
			);
			const name = list.getAttribute('aria-label') ?? '';
			const told = Number(/(\d+) stays?$/.exec(name)?.[1]);
			const isRight = inRuns ? stays + inRuns >= told : stays === told;
			return isRight ? [] : [`${name}, but ${stays} bars and ${inRuns} in runs`];
		})
	);
}

/** How many stays all marks of the page tell of. */
function allToldBy(page: Page): Promise<number> {
	return page.evaluate(() => {
		const runs = [...document.querySelectorAll('[data-count]')];
		const stays = document.querySelectorAll('[data-event]').length;
		return runs.reduce((sum, run) => sum + Number(run.getAttribute('data-count')), stays);
	});
}

test('a page stays small at any zoom, and its marks add up to all stays', async ({ page }) => {
	await openStill(page, url + whole);
	expect(await elements(page)).toBeLessThanOrEqual(mostElements);
	expect(await miscounted(page)).toEqual([]);
	expect(await allToldBy(page)).toBe(count - 1);
	await expect(page.locator('[data-port]')).not.toHaveCount(0);
	const plot = (await page.locator('.axis-row .plot').boundingBox())!;
	await page.mouse.move(plot.x + plot.width * 0.6, plot.y + 300);
	await page.keyboard.down('Control');
	for (let turn = 0; turn < 14; turn++) {
		await page.mouse.wheel(0, -300);
		await frame(page);
		expect(await elements(page)).toBeLessThanOrEqual(mostElements);
		await rest(page);
		expect(await miscounted(page)).toEqual([]);
	}
	await page.keyboard.up('Control');
	await expect(page.locator('[data-run]')).toHaveCount(0);
	await expect(page.locator('[data-event]')).not.toHaveCount(0);
});

test('while the view moves no element is drawn anew, and all are once it stands still', async ({
	page
}) => {
	await openStill(page, url + whole);
	const plot = (await page.locator('.axis-row .plot').boundingBox())!;
	await page.mouse.move(plot.x + plot.width * 0.6, plot.y + 300);
	const drawn = await page.evaluateHandle(() => {
		const lanes = new Set<Element | null>();
		const isMark = (node: Node) =>
			node instanceof Element && node.matches('[data-event], [data-run]');
		const changes = new MutationObserver((records) => {
			for (const { target } of records) if (isMark(target)) lanes.add(target.parentElement);
			for (const { target, addedNodes } of records)
				if ([...addedNodes].some((node) => node.firstChild && isMark(node.firstChild)))
					lanes.add(target as Element);
		});
		const marks = { subtree: true, childList: true, attributeFilter: ['style'] };
		changes.observe(document.querySelector('[data-timeline]')!, marks);
		return lanes;
	});
	const drawnLanes = () => drawn.evaluate((lanes) => lanes.size);
	await page.keyboard.down('Control');
	for (let turn = 0; turn < 20; turn++) {
		await page.mouse.wheel(0, -30);
		await pass(page, 17);
	}
	await page.keyboard.up('Control');
	await expect(page.locator('[data-timeline] canvas')).toHaveCount(2);
	expect(await drawnLanes()).toBe(0);
	await rest(page);
	await expect(page.locator('[data-timeline] canvas')).toHaveCount(0);
	expect(await drawnLanes()).toBeGreaterThan(20);
	expect(await miscounted(page)).toEqual([]);
});

test('the first answer is small too, and shows every lane’s marks without a script', async ({
	browser
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1920, height: 1080 }
	});
	const page = await context.newPage();
	await page.goto(frozen(url + whole));
	const lists = page.locator('[data-port] ul');
	for (const list of await lists.all())
		await expect(list.locator('[data-event], [data-run]').first()).toBeVisible();
	expect(await miscounted(page)).toEqual([]);
	await context.close();
});

test('all stays are fetched once, whatever is looked at', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await openStill(page, url + whole);
	await page.locator('[data-run]').first().focus();
	for (const key of ['+', '+', '+', ']', ']', '[', '-']) {
		await page.keyboard.press(key);
		await rest(page);
	}
	expect(asked.filter((path) => path === '/columns.json')).toHaveLength(1);
	expect(asked.filter((path) => path.includes('__data.json'))).toEqual([]);
});

test('a mark of many tells what it holds, and a click flies closer to it', async ({ page }) => {
	await page.goto(frozen(url + whole));
	await explored(page);
	const run = page.locator('[data-run]').nth(20);
	const stays = Number(await run.getAttribute('data-count'));
	await run.hover();
	const tooltip = page.getByRole('tooltip');
	await expect(tooltip).toContainText(`${stays} stays`);
	await expect(run).toHaveAttribute('aria-describedby', (await tooltip.getAttribute('id'))!);
	const terms = await tooltip.getByRole('term').allTextContents();
	const texts = await tooltip.getByRole('definition').allTextContents();
	const facts = new Map(terms.map((term, index) => [term, texts[index] ?? '']));
	const kinds = ['Crew', 'Cargo', 'Module', 'Other'].map((kind) => Number(facts.get(kind) ?? 0));
	expect(kinds.reduce((sum, one) => sum + one)).toBe(stays);
	const port = await run.locator('xpath=ancestor::*[@data-port]').getAttribute('data-port');
	const lane = page.locator(`[data-port="${port}"]`);
	await expect(tooltip).toContainText((await lane.getByRole('heading').textContent()) ?? 'a port');

	await run.click();
	await expect.poll(async () => (await seenBy(page)).from).toBeGreaterThan(data.fromMs);
	const seen = await seenBy(page);
	expect(seen.to - seen.from).toBeLessThan((data.toMs - data.fromMs) * 0.7);
	const from = Date.parse(facts.get('From')!);
	const to = Date.parse(facts.get('To')!);
	expect(seen.from).toBeLessThanOrEqual(to);
	expect(seen.to).toBeGreaterThanOrEqual(from);
	await page.goBack();
	await expect.poll(async () => (await seenBy(page)).from).toBe(data.fromMs);
});
