import type { Locator, Page } from '@playwright/test';
import { generateEvents } from '../upstream/generate.ts';
import { oddEvents } from '../upstream/odd-events.ts';
import { startUpstream } from '../upstream/server.ts';
import { clockAt } from './clock.ts';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn, explored, shapesOf } from './timeline-page.ts';

test.describe.configure({ timeout: 90_000 });

/** A bar ends so many px before its time does: stays that touch keep a gap of ground. */
const gapPx = 2;

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
			const [first, second] = [await edges(before), await edges(after)];
			expect(Math.abs(ends.from.x - first.right - gapPx)).toBeLessThan(2);
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
			right: mark.getBoundingClientRect().right
		}))
	);
	for (const { right } of bars.filter(({ isOpen }) => isOpen))
		expect(Math.abs(right - middle)).toBeLessThan(1.5);
	for (const { right } of bars.filter(({ isOpen }) => !isOpen))
		expect(right + gapPx).toBeLessThan(middle - 1);
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
	const pale = page.locator('[data-event] .shape.pale');
	await expect(pale).toHaveCount(7);
	const [plot, now] = [
		await edges(page.locator('[data-timeline] .axis')),
		await edges(nowLine(page))
	];
	const span = { from: Date.parse('2025-05-05T12:00Z'), to: Date.parse('2027-01-05T12:00Z') };
	const share = (Date.parse('2026-10-08T00:00Z') - span.from) / (span.to - span.from);
	const knownX = plot.left + share * (plot.right - plot.left);
	for (const shape of await pale.all()) {
		const { x, width, border, fill, solid } = await shape.evaluate((element) => ({
			x: element.getBoundingClientRect().left,
			width: element.getBoundingClientRect().width,
			border: getComputedStyle(element).borderTopStyle,
			fill: getComputedStyle(element).backgroundColor,
			solid: getComputedStyle(element.parentElement!.querySelector('.solid')!).backgroundColor
		}));
		expect(Math.abs(x - knownX), `${x} is ${knownX}`).toBeLessThan(1);
		expect(width).toBeGreaterThan(10);
		expect(border).toBe('dashed');
		expect(fill).not.toBe(solid);
	}
	expect(
		Math.abs(
			(now.left + now.right) / 2 - (await edges(page.locator('[data-state=docked]').first())).right
		)
	).toBeLessThan(1.5);
	await expect(page.locator('[data-port="19"] .status')).toHaveText('at least 6 d');
});

test('who is docked is told beside how long, where no bar has room for the name', async ({
	page,
	app
}) => {
	const status = page.locator('[data-port="19"] .status');
	await page.goto(frozen(`${app.url}/?station=4&from=2020-01-01&to=2021-01-01`));
	await drawn(page);
	await expect(status).toHaveText('Crew-13 Dragon at least 6 d');
	// The name takes no room of its own: lanes stay as high as their plots.
	const lanes = page.locator('.lanes > [data-port]');
	const higherPx = await lanes.evaluateAll((rows) =>
		rows.map((row) => row.clientHeight - row.querySelector('.plot')!.clientHeight)
	);
	expect(new Set(higherPx)).toEqual(new Set([0]));
	await page.goto(frozen(`${app.url}/?station=4&from=2026-01-01&to=2026-12-01`));
	await drawn(page);
	await expect(status).toHaveText('at least 6 d');
});

test('a station whose life goes on is not over when the clock does', async ({ page, startApp }) => {
	const { url } = await startApp({ env: clockAt('2026-10-08T12:00:00Z') });
	await page.clock.install();
	await page.goto(url);
	await explored(page);
	const life = page.locator('[data-station="4"] .group .status');
	await expect(life).toHaveText('since Dec 1998');
	await page.clock.runFor('00:40');
	await expect(life).toHaveText('since Dec 1998');
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
		const shape = shapesOf(mark);
		await expect(shape).toHaveClass(/outline/);
		expect((await edges(mark)).left).toBeGreaterThan((await edges(nowLine(page))).right);
		const style = await shape.evaluate((element) => {
			const { backgroundColor, borderTopStyle } = getComputedStyle(element);
			return { backgroundColor, borderTopStyle };
		});
		expect(style).toEqual({ backgroundColor: 'rgb(255, 255, 255)', borderTopStyle: 'dashed' });
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
		const [first, second] = await Promise.all(marks.map((mark) => mark.boundingBox()));
		expect(first!.x + first!.width).toBeGreaterThan(second!.x + 20);
		expect(first!.y + first!.height).toBeLessThanOrEqual(second!.y + 0.5);
		for (const [index, box] of [first!, second!].entries()) {
			await page.mouse.move(second!.x + 10, box.y + box.height / 2);
			const name = (await marks[index]!.getAttribute('aria-label')) ?? '';
			await expect(page.getByRole('tooltip')).toContainText(name.split(' at ')[0] ?? '');
		}
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`with the reader’s own colours, ${colorScheme}, the legend, bars and areas are in them`, async ({
		page,
		app
	}) => {
		await page.emulateMedia({ forcedColors: 'active', colorScheme });
		await page.goto(frozen(`${app.url}/?station=5,other&from=1995-01-01`));
		await drawn(page);
		const coloursOf = (selector: string, name: 'fill' | 'stroke' | 'backgroundColor' | 'color') =>
			page
				.locator(selector)
				.evaluateAll(
					(elements, name) => [
						...new Set(elements.map((element) => getComputedStyle(element)[name]))
					],
					name
				);
		const ink = await coloursOf('html', 'color');
		const ground = await coloursOf('html', 'backgroundColor');
		expect(ground).not.toEqual(ink);
		expect(await coloursOf('svg:is(.crew, .cargo, .module) .shape', 'fill')).toEqual(ink);
		expect(await coloursOf('svg.other .shape', 'stroke')).toEqual(ink);
		expect(await coloursOf('svg.other .shape', 'fill')).toEqual(ground);
		expect(await coloursOf('.stay:not(.other).shape.solid', 'backgroundColor')).toEqual(ink);
		expect(await coloursOf('.stay.other .shape.solid', 'backgroundColor')).toEqual(ground);
		expect(await coloursOf('.area .line, [data-overview] .area path', 'stroke')).toEqual(ink);
		const fills = await coloursOf('.area .fill, [data-overview] .area path', 'fill');
		expect(fills).toHaveLength(1);
	});

test('kinds are told apart by shape and not by colour alone', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?station=4&ports=all`));
	await drawn(page);
	const shapes = await shapesOf(page.locator('a.stay')).evaluateAll((elements) =>
		elements.map((element) => {
			const { borderTopLeftRadius, borderTopRightRadius } = getComputedStyle(element);
			const frame = getComputedStyle(element, '::after');
			const radii = [borderTopLeftRadius, borderTopRightRadius].map(parseFloat);
			const isFlat = ['left', 'right'].map((side) => element.classList.contains(`flat-${side}`));
			return {
				kind: [...element.closest('.stay')!.classList].find((name) =>
					['crew', 'cargo', 'module', 'other'].includes(name)
				),
				/** Of the ends that the view does not cut. */
				ends: radii.filter((_, index) => !isFlat[index]),
				cutEnds: radii.filter((_, index) => isFlat[index]),
				hasFrame: frame.content !== 'none' && parseFloat(frame.borderTopWidth) > 0
			};
		})
	);
	const of = (kind: string) => shapes.filter((shape) => shape.kind === kind);
	const endsOf = (kind: string) => of(kind).flatMap(({ ends }) => ends);
	expect(endsOf('crew').length).toBeGreaterThan(0);
	expect(endsOf('cargo').length).toBeGreaterThan(0);
	expect(of('module').length).toBeGreaterThan(0);
	expect(Math.min(...endsOf('crew'))).toBeGreaterThan(4);
	expect(Math.max(...endsOf('cargo'))).toBeLessThanOrEqual(2);
	expect(new Set(shapes.flatMap(({ cutEnds }) => cutEnds))).toEqual(new Set([0]));
	for (const { kind, hasFrame } of shapes) expect(hasFrame, kind).toBe(kind === 'module');
});
