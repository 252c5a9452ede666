import type { Locator, Page } from '@playwright/test';
import { generateEvents } from '../upstream/generate.ts';
import { oddEvents } from '../upstream/odd-events.ts';
import { startUpstream } from '../upstream/server.ts';
import { clockAt } from './clock.ts';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn } from './timeline-page.ts';

test.describe.configure({ timeout: 90_000 });

/** Left and right of an element in px of the window. */
async function edges(element: Locator): Promise<{ left: number; right: number; y: number }> {
	const box = (await element.boundingBox())!;
	return { left: box.x, right: box.x + box.width, y: box.y + box.height / 2 };
}

const markNamed = (page: Page, name: RegExp) => page.getByRole('link', { name });
const nowLine = (page: Page) => page.locator('.now-layer .now');

test.describe('a relocation', () => {
	const view = '/?station=4&from=2024-03-01&to=2024-12-31';

	for (const width of [1280, 390])
		test(`is a line between its two bars at ${width} px`, async ({ page, app }) => {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(frozen(app.url + view));
			await drawn(page);
			const before = markNamed(page, /^Crew-8 Dragon at Harmony forward/);
			const after = markNamed(page, /^Crew-8 Dragon at Harmony zenith/);
			const ids = [before, after].map((mark) => mark.getAttribute('data-event'));
			const line = page.locator(`[data-link="${(await Promise.all(ids)).join(' ')}"] line:visible`);
			await expect(line).toHaveCount(1);
			const ends = await line.evaluate((element: SVGLineElement) => {
				const box = element.ownerSVGElement!.getBoundingClientRect();
				const { x1, y1, x2, y2 } = element;
				const at = (x: SVGAnimatedLength, y: SVGAnimatedLength) => ({
					x: box.left + x.baseVal.value,
					y: box.top + y.baseVal.value
				});
				return { from: at(x1, y1), to: at(x2, y2) };
			});
			const [first, second] = [
				await edges(before.locator('.target')),
				await edges(after.locator('.target'))
			];
			expect(Math.abs(ends.from.x - first.right)).toBeLessThan(2);
			expect(Math.abs(ends.from.y - first.y)).toBeLessThan(3);
			expect(Math.abs(ends.to.x - second.left)).toBeLessThan(2);
			expect(Math.abs(ends.to.y - second.y)).toBeLessThan(3);
		});

	test('has no line when only one of its bars is in view', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/?station=4&from=2024-03-01&to=2024-04-15`));
		await expect(markNamed(page, /^Crew-8 Dragon at Harmony forward/)).toBeVisible();
		await expect(page.locator('[data-link]')).toHaveCount(0);
	});
});

test('every open bar ends at the now line, and no other', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	const now = await edges(nowLine(page));
	const middle = (now.left + now.right) / 2;
	const bars = await page.locator('[data-event]').evaluateAll((marks) =>
		marks.map((mark) => ({
			isOpen: mark.getAttribute('data-state') === 'docked',
			right: mark.querySelector('.target')!.getBoundingClientRect().right
		}))
	);
	for (const { right } of bars.filter(({ isOpen }) => isOpen))
		expect(Math.abs(right - middle)).toBeLessThan(1.5);
	for (const { right } of bars.filter(({ isOpen }) => !isOpen))
		expect(right).toBeLessThan(middle - 1);
});

test('past the sample’s own date open bars go on pale and dashed to the server’s now', async ({
	page,
	startApp
}) => {
	const { url } = await startApp({ env: clockAt('2026-11-05T12:00:00Z') });
	await page.goto(url);
	await drawn(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^On 8 Oct 2026, seven craft were docked:/
	);
	const pale = page.locator('rect.shape.pale');
	await expect(pale).toHaveCount(7);
	const [plot, now] = [await edges(page.locator('svg.axis')), await edges(nowLine(page))];
	const span = { from: Date.parse('2025-05-05T12:00Z'), to: Date.parse('2027-01-05T12:00Z') };
	const share = (Date.parse('2026-10-08T00:00Z') - span.from) / (span.to - span.from);
	const knownX = plot.left + share * (plot.right - plot.left);
	for (const rect of await pale.all()) {
		const { x, width, dashes, fill, ground } = await rect.evaluate((element: SVGRectElement) => ({
			x: element.ownerSVGElement!.getBoundingClientRect().left + element.x.baseVal.value,
			width: element.width.baseVal.value,
			dashes: getComputedStyle(element).strokeDasharray,
			fill: getComputedStyle(element).fill,
			ground: getComputedStyle(element.parentElement!.querySelector('.solid')!).fill
		}));
		expect(Math.abs(x - 32 - knownX) < 3 || Math.abs(x - knownX) < 3, `${x} is ${knownX}`).toBe(
			true
		);
		expect(width).toBeGreaterThan(10);
		expect(dashes).not.toBe('none');
		expect(fill).not.toBe(ground);
	}
	expect(
		Math.abs(
			(now.left + now.right) / 2 -
				(await edges(page.locator('[data-state=docked] .target').first())).right
		)
	).toBeLessThan(1.5);
	await expect(page.locator('[data-port="19"] .status')).toHaveText('at least 6 d');
});

test.describe('on data from upstream', () => {
	const until = '2026-10-08T00:00:00Z';

	test.beforeEach(async ({ page, startApp }) => {
		const odd = oddEvents(until);
		const upstream = await startUpstream({
			documents: [
				...generateEvents({ count: 60, until }),
				...odd['docking-planned'].documents,
				...odd['stays-overlapping'].documents
			]
		});
		const app = await startApp({
			upstream: upstream.url,
			env: { ...clockAt('2026-10-08T12:00:00Z'), LL2_TIMEOUT_MS: '60000' }
		});
		await page.goto(app.url);
		await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
		await upstream.close();
	});

	test('a planned stay is an outline after now, and is named so', async ({ page }) => {
		const mark = page.locator('[data-event][data-state=planned]');
		await expect(mark).toHaveCount(1);
		await expect(mark).toHaveAttribute(
			'aria-label',
			/at Harmony forward, planned for 27 Oct 2026$/
		);
		const shape = mark.locator('.shape');
		await expect(shape).toHaveClass(/outline/);
		expect((await edges(mark.locator('.target'))).left).toBeGreaterThan(
			(await edges(nowLine(page))).right
		);
		const style = await shape.evaluate((element) => {
			const { fill, strokeDasharray } = getComputedStyle(element);
			return { fill, strokeDasharray };
		});
		expect(style.fill).toBe('rgb(255, 255, 255)');
		expect(style.strokeDasharray).not.toBe('none');
		await mark.hover();
		await expect(page.getByRole('tooltip')).toContainText('Planned for');
	});

	test('overlapping stays have sub-lanes of their own, and the pointer finds each', async ({
		page
	}) => {
		await page.goto(frozen(`${new URL(page.url()).origin}/?port=1&from=2023-04-01&to=2023-09-01`));
		await drawn(page);
		const marks = await page.locator('[data-port="1"] [data-event]').all();
		expect(marks).toHaveLength(2);
		const [first, second] = await Promise.all(
			marks.map((mark) => mark.locator('.target').boundingBox())
		);
		expect(first!.x + first!.width).toBeGreaterThan(second!.x + 20);
		expect(first!.y + first!.height).toBeLessThanOrEqual(second!.y + 0.5);
		for (const [index, box] of [first!, second!].entries()) {
			await page.mouse.move(second!.x + 10, box.y + box.height / 2);
			const name = (await marks[index]!.getAttribute('aria-label')) ?? '';
			await expect(page.getByRole('tooltip')).toContainText(name.split(' at ')[0] ?? '');
		}
	});
});

test('kinds are told apart by shape and not by colour alone', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?station=4&ports=all`));
	await drawn(page);
	const roundness = (kind: string) =>
		page
			.locator(`a.stay.${kind} .shape`)
			.first()
			.evaluate((element) => parseFloat(getComputedStyle(element).getPropertyValue('rx')) || 0);
	const frames = (kind: string) => page.locator(`a.stay.${kind} .frame`).count();
	expect(await page.locator('a.stay.crew .shape').count()).toBeGreaterThan(0);
	expect(await roundness('cargo')).toBeLessThanOrEqual(2);
	expect(await frames('cargo')).toBe(0);
	expect(await frames('crew')).toBe(0);
	expect(await frames('module')).toBeGreaterThan(0);
	const rounded = await page
		.locator('a.stay.crew .shape')
		.evaluateAll((shapes) => shapes.map((shape) => getComputedStyle(shape).getPropertyValue('rx')));
	expect(rounded.every((rx) => rx.startsWith('min(') || parseFloat(rx) > 4)).toBe(true);
});
