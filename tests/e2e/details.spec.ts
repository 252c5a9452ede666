import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn, shapesOf, viewOf529 } from './timeline-page.ts';

const tooltipOf = (page: Page) => page.getByRole('tooltip');
const markOf = (page: Page, id: number) => page.locator(`a[data-event="${id}"]`);

/** The tooltip's lines as the reader sees them: term, text. */
async function factsIn(page: Page): Promise<Record<string, string>> {
	const tooltip = tooltipOf(page);
	const terms = await tooltip.getByRole('term').allTextContents();
	const texts = await tooltip.getByRole('definition').allTextContents();
	return Object.fromEntries(terms.map((term, index) => [term, texts[index] ?? '']));
}

test.describe('the details of a stay', () => {
	test('tell on hover everything that is known at a glance', async ({ page, app }) => {
		await page.goto(frozen(app.url + viewOf529));
		await drawn(page);
		await expect(tooltipOf(page)).toHaveCount(0);
		await markOf(page, 529).hover();
		await expect(tooltipOf(page)).toContainText('Tianzhou-7');
		await expect(tooltipOf(page)).toContainText('cargo, CASC');
		expect(await factsIn(page)).toEqual({
			Serial: '7',
			Port: 'Tianhe aft, Tiangong',
			Docked: '17 Jan 2024, 17:46 UTC',
			Departed: '10 Nov 2024, 08:30 UTC',
			Stayed: '297 d 14 h',
			Launched:
				'17 Jan 2024, 14:27 UTC; Long March 7; ' +
				"201, Wenchang Space Launch Site, People's Republic of China",
			Source: expect.stringContaining('Launch Library 2')
		});
	});

	test('tell from where a craft moved, and where it went', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/?q=Crew-8&from=2024-01-01&to=2024-12-31`));
		await drawn(page);
		const [first, second] = [
			page.locator('[data-event]').first(),
			page.locator('[data-event]').last()
		];
		await first.hover();
		await expect(tooltipOf(page)).toContainText('from here to Harmony zenith');
		await expect(tooltipOf(page)).toContainText('Endeavour');
		await second.hover();
		await expect(tooltipOf(page)).toContainText('here from Harmony forward');
	});

	test('tell how long an open stay has lasted, at least, where the data are older', async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/?q=Tianzhou-10`, '2026-11-05T12:00Z'));
		await drawn(page);
		await page.locator('[data-event]').hover();
		await expect(tooltipOf(page)).toContainText('at least 149 d 18 h so far');
	});

	test('stay while the pointer travels onto them, and close when it leaves', async ({
		page,
		app
	}) => {
		await page.clock.install();
		await page.goto(frozen(app.url + viewOf529));
		await drawn(page);
		// Time goes on once nothing is asked for any more: it must not run out under a question.
		const answered = page.waitForResponse(/\/details\.json/);
		await markOf(page, 529).hover();
		const tooltip = tooltipOf(page);
		await expect(tooltip).toBeVisible();
		await (await answered).finished();
		await page.clock.runFor('01:00');
		await expect(tooltip).toBeVisible();
		const box = (await tooltip.boundingBox())!;
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
		await page.clock.runFor('01:00');
		await expect(tooltip).toHaveText(/Tianzhou-7/);
		await page.mouse.move(box.x + 20, box.y + 20, { steps: 4 });
		await page.clock.runFor('01:00');
		await expect(tooltip).toBeVisible();
		await page.getByRole('heading', { level: 1 }).hover();
		await page.clock.runFor(1000);
		await expect(tooltip).toBeHidden();
	});

	test('close with Escape while the pointer rests, and open again for the next stay', async ({
		page,
		app
	}) => {
		await page.goto(frozen(app.url + viewOf529));
		await drawn(page);
		await markOf(page, 529).hover();
		await expect(tooltipOf(page)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(tooltipOf(page)).toBeHidden();
		await page.getByRole('link', { name: /^Tianzhou-6 / }).hover();
		await expect(tooltipOf(page)).toContainText('Tianzhou-6');
	});

	test('open on keyboard focus, describe their mark, and leave with it', async ({ page, app }) => {
		await page.goto(frozen(app.url + viewOf529));
		await drawn(page);
		await page.locator('[data-life]').focus();
		await page.keyboard.press('Tab');
		const mark = page.locator('[data-event]:focus');
		await expect(mark).toHaveCount(1);
		const id = await tooltipOf(page).getAttribute('id');
		await expect(mark).toHaveAttribute('aria-describedby', id ?? 'an id');
		await page.keyboard.press('Escape');
		await expect(tooltipOf(page)).toBeHidden();
		await expect(mark).not.toHaveAttribute('aria-describedby');
		const name = (await mark.getAttribute('aria-label')) ?? '';
		await page.keyboard.press('ArrowDown');
		await expect(tooltipOf(page)).toBeVisible();
		await expect(page.locator('[data-event][aria-describedby]:focus')).toHaveCount(1);
		await expect(mark).not.toHaveAttribute('aria-label', name);
		await page.keyboard.press('Shift+Tab');
		await expect(page.locator('[data-life]')).toBeFocused();
		await expect(tooltipOf(page)).toBeHidden();
	});

	test('belong to the stay under the pointer, at every bar', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/?station=4&ports=all&from=2025-12-01&to=2026-01-31`));
		await drawn(page);
		for (const mark of await page.locator('[data-event]').all()) {
			const name = (await mark.getAttribute('aria-label')) ?? '';
			await shapesOf(mark).first().hover();
			await expect(tooltipOf(page)).toContainText(name.split(' at ')[0] ?? '');
		}
	});

	test('lie inside the window at every bar of a phone', async ({ page, app }) => {
		await page.setViewportSize({ width: 360, height: 640 });
		await page.goto(frozen(app.url));
		await drawn(page);
		for (const mark of await page.locator('[data-event]').all()) {
			await mark.evaluate((link: HTMLElement) =>
				link.focus({ focusVisible: true } as FocusOptions)
			);
			await page.keyboard.press('Shift');
			await expect(mark).toHaveAttribute('aria-describedby');
			const overshoot = () =>
				tooltipOf(page).evaluate((tooltip) => {
					const { left, right, top, bottom } = tooltip.getBoundingClientRect();
					return Math.max(-left, -top, right - window.innerWidth, bottom - window.innerHeight);
				});
			const id = await mark.getAttribute('data-event');
			await expect.poll(overshoot, `the details of ${id}`).toBeLessThanOrEqual(0);
		}
	});
});

test('a name beside a narrow bar belongs to the bar', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?q=Crew-13`));
	await drawn(page);
	const label = page.locator('[data-event] .label:not(.inside)');
	await label.hover();
	await expect(tooltipOf(page)).toContainText('Crew-13 Dragon');
	await label.click();
	await expect(page).toHaveURL(/\/events\//);
});

test.describe('with touch', () => {
	test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

	test('a tap shows the details, a second one opens the event', async ({ page, app }) => {
		await page.goto(frozen(app.url + viewOf529));
		await drawn(page);
		await markOf(page, 529).tap();
		await expect(tooltipOf(page)).toContainText('Tianzhou-7');
		await expect(tooltipOf(page)).toContainText('Tap again');
		expect(new URL(page.url()).pathname).toBe('/');
		await markOf(page, 529).tap();
		await expect(page).toHaveURL(/\/events\/529/);
	});

	test('a tap on another stay shows that, and one beside closes', async ({ page, app }) => {
		await page.goto(frozen(app.url + viewOf529));
		await drawn(page);
		await markOf(page, 529).tap();
		await page.getByRole('link', { name: /^Tianzhou-6 / }).tap();
		await expect(tooltipOf(page)).toContainText('Tianzhou-6');
		await page.getByRole('heading', { level: 1 }).tap();
		await expect(tooltipOf(page)).toBeHidden();
	});
});

test('a click of the mouse opens the event at once, and back returns to the same view', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url + viewOf529));
	await drawn(page);
	const address = page.url();
	await markOf(page, 529).click();
	await expect(page).toHaveURL(/\/events\/529/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Tianzhou-7');
	await expect(tooltipOf(page)).toHaveCount(0);
	await page.goBack();
	await expect(page).toHaveURL(address);
	await expect(markOf(page, 529)).toBeVisible();
});
