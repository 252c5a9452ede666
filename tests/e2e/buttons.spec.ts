import { expect, frozenNow, test } from './quiet-page.ts';
import {
	addressed,
	lengthOf,
	misplaced,
	movedView,
	openStill,
	rest,
	seenBy,
	wholeRange
} from './moved-page.ts';
import { trueStays } from './sample-truth.ts';

test.describe('buttons', () => {
	test('show half and twice as long about the middle', async ({ page, app }) => {
		await openStill(page, app.url + movedView);
		const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2;
		const before = await seenBy(page);
		const dayMs = 86_400_000;
		for (const [name, factor] of [
			['Show half as long', 0.5],
			['Show twice as long', 1]
		] as const) {
			await page.getByRole('link', { name }).click();
			await rest(page);
			const now = await seenBy(page);
			// Long views are of whole days.
			expect(Math.abs(lengthOf(now) - factor * lengthOf(before))).toBeLessThanOrEqual(2 * dayMs);
			expect(Math.abs(middle(now) - middle(before))).toBeLessThanOrEqual(dayMs);
			expect(addressed(page)).toEqual(now);
			expect(await misplaced(page)).toEqual([]);
		}
	});

	test('lead from event to event, each in the middle, as far as the range goes, and back', async ({
		page,
		app
	}) => {
		await openStill(page, `${app.url}/?port=32&from=2021-06-01&to=2022-06-01`);
		const port = await page.locator('[data-port] h3').textContent();
		const now = Date.parse(frozenNow);
		const events = trueStays()
			.filter((stay) => stay.port === port)
			.flatMap(({ docked, departed }) => [docked, departed])
			.filter((at) => at <= now);
		const first = await seenBy(page);
		const range = await wholeRange(page);
		/** Presses a button until the view moves no more; the middles that it led to. */
		const walk = async (name: string) => {
			const middles: number[] = [];
			for (let before = first; ;) {
				await page.getByRole('button', { name }).click();
				await rest(page);
				const seen = await seenBy(page);
				if (seen.from === before.from) return middles;
				before = seen;
				const middle = (seen.from + seen.to) / 2;
				middles.push(middle);
				expect(middles.length).toBeLessThan(60);
				const isAtEnd = seen.to === range.to || seen.from === range.from;
				const off = Math.min(...events.map((at) => Math.abs(at - middle)));
				if (!isAtEnd) expect(off, 'ms from an event').toBeLessThan(60_000);
			}
		};
		const onwards = await walk('Next event');
		expect(onwards.length).toBeGreaterThan(3);
		expect(onwards).toEqual([...new Set(onwards)].sort((a, b) => a - b));
		const { from, to } = await seenBy(page);
		expect(Math.max(...events)).toBeGreaterThanOrEqual(from);
		expect(Math.max(...events)).toBeLessThan(to);
		const back = await walk('Previous event');
		expect(back.length).toBeGreaterThan(onwards.length);
		expect(back).toEqual([...new Set(back)].sort((a, b) => b - a));
	});

	test('lead to an event that is shown and told: its details at its bar, its words aloud', async ({
		page,
		app
	}) => {
		await openStill(page, `${app.url}/?now=${frozenNow}&station=18`);
		await page.getByRole('button', { name: 'Next event' }).click();
		await rest(page);
		const tooltip = page.getByRole('tooltip');
		await expect(tooltip).toContainText(/^Tianzhou-9 .*Departed 6 May 2026, 08:34 UTC/);
		const told = page.locator('.explore [aria-live=polite]');
		await expect(told).toHaveText('Tianzhou-9: departure from Tianhe aft, 6 May 2026, 08:34 UTC');
		// The view is at its end: the next event is shown all the same.
		await page.getByRole('button', { name: 'Next event' }).click();
		await expect(told).toHaveText('Tianzhou-10: docking at Tianhe aft, 11 May 2026, 05:11 UTC');
		await expect(tooltip).toContainText(/^Tianzhou-10 /);
		await page.keyboard.press('Escape');
		await expect(tooltip).toHaveCount(0);
		await page.getByRole('link', { name: 'Show half as long' }).click();
		await rest(page);
		await expect(told).not.toHaveText(/docking at|departure from/);
	});

	test('pass over none of two events at one instant', async ({ page, app }) => {
		const around = 'station=4&ports=all&from=2021-07-12&to=2021-08-08';
		await openStill(page, `${app.url}/?now=${frozenNow}&${around}`);
		const told = page.locator('.explore [aria-live=polite]');
		const step = async (which: string, words: string) => {
			await page.getByRole('button', { name: which }).click();
			await expect(told).toHaveText(`${words}, 26 Jul 2021, 10:55 UTC`);
		};
		await step('Next event', 'Pirs: departure from Zvezda nadir');
		await step('Next event', 'Progress MS-16: departure from Pirs nadir');
		await expect(page.getByRole('tooltip')).toContainText(/^Progress MS-16 /);
		await step('Previous event', 'Pirs: departure from Zvezda nadir');
	});

	test('say in words where they lead, and all stand on one line of a phone', async ({
		page,
		app
	}) => {
		const texts = async () => {
			await openStill(page, app.url + movedView);
			const buttons = page.getByRole('navigation', { name: 'Span of time' }).locator('.button');
			return (await buttons.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
		};
		await page.setViewportSize({ width: 1440, height: 800 });
		expect(await texts()).toEqual(
			expect.arrayContaining(['6 mo', '20 mo', '‹ Previous event', 'Next event ›', 'Now'])
		);
		await page.setViewportSize({ width: 360, height: 800 });
		expect(await texts()).toEqual(expect.arrayContaining(['‹ Previous', 'Next ›', 'Now']));
		const line = [
			page.getByRole('link', { name: 'Show twice as long' }),
			page.getByRole('button', { name: 'Previous event' }),
			page.getByRole('button', { name: 'Next event' }),
			page.getByRole('button', { name: 'Keys and gestures' }),
			page.getByRole('link', { name: 'Now', exact: true })
		];
		const boxes = await Promise.all(line.map((one) => one.boundingBox()));
		const tops = boxes.map((box) => Math.round(box!.y));
		expect(new Set(tops).size).toBe(1);
	});
});
