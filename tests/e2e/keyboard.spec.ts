import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn, viewOf529 } from './timeline-page.ts';

/** What has the focus: its place on the page, its name, and whether a reader can see that it has. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement ?? document.body;
		const control = element.closest('label') ?? element;
		const target = element.querySelector('.target') ?? control;
		const { outlineStyle, outlineWidth } = getComputedStyle(control);
		const { stroke, strokeWidth } = getComputedStyle(target);
		const box = target.getBoundingClientRect();
		return {
			tag: element.tagName.toLowerCase(),
			name: (element.getAttribute('aria-label') ?? control.textContent ?? '').trim(),
			isMarked:
				(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) ||
				(target.matches('.target') && stroke !== 'none' && parseFloat(strokeWidth) >= 2),
			isLargeEnough: target.matches('.target') || (box.width >= 16 && box.height >= 12),
			isInWindow: box.bottom > 0 && box.top < window.innerHeight && box.right > 0,
			top: Math.round(box.top + window.scrollY),
			eventId: element.getAttribute('data-event')
		};
	});
}

test('Tab reaches everything in reading order, always visibly, and Enter opens the event', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url + viewOf529));
	await drawn(page);
	const stops: Awaited<ReturnType<typeof focused>>[] = [];
	for (;;) {
		await page.keyboard.press('Tab');
		const stop = await focused(page);
		if (stop.tag === 'body') break;
		stops.push(stop);
		expect(stops.length).toBeLessThan(80);
	}
	for (const stop of stops)
		expect(stop, stop.name).toMatchObject({
			isMarked: true,
			isLargeEnough: true,
			isInWindow: true
		});
	const names = stops.map(({ name }) => name.replace(/\s+/g, ' '));
	const order = [
		'Berthline',
		'Timeline',
		'Active stations',
		'crew',
		'Search craft, port, agency',
		'Six months',
		'Show twice as long',
		'collapse'
	];
	const places = order.map((name) => names.indexOf(name));
	expect(places, names.join(' | ')).toEqual(places.toSorted((a, b) => a - b));
	expect(Math.min(...places)).toBe(0);
	const shown = await page.locator('[data-event]').count();
	const marks = stops.filter((stop) => stop.eventId !== null);
	expect(marks).toHaveLength(shown);
	expect(marks.map(({ top }) => top)).toEqual(
		marks.map(({ top }) => top).toSorted((a, b) => a - b)
	);

	await page.locator('[data-event="529"]').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/events\/529/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Tianzhou-7');
});

test('Space checks a filter and the focus stays on it', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	const crew = page.getByRole('checkbox', { name: 'Crew' });
	await crew.focus();
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/kind=crew/);
	await expect(crew).toBeFocused();
	await expect(crew).toBeChecked();
	await page.keyboard.press('Space');
	await expect(page).not.toHaveURL(/kind=/);
	await expect(crew).toBeFocused();
});

test('a menu opens with Enter, closes with Escape, and gives the focus back', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	const menu = page.locator('summary', { hasText: 'Agencies' });
	await menu.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator('input[name=agency]').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.locator('input[name=agency]').first()).toBeHidden();
	await expect(menu).toBeFocused();
});

test('tabbing out of a menu closes it', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	await page.getByText('Dates', { exact: true }).click();
	const to = page.getByLabel('To', { exact: true });
	await expect(to).toBeVisible();
	await page.getByRole('searchbox').focus();
	await expect(to).toBeHidden();
});

test('the table sorts with the keyboard and keeps the focus on the heading', async ({
	page,
	app
}) => {
	await page.goto(frozen(`${app.url}/?view=table`));
	await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
	const craft = page.getByRole('columnheader', { name: 'craft' });
	await craft.getByRole('link').focus();
	await page.keyboard.press('Enter');
	await expect(craft).toHaveAttribute('aria-sort', 'ascending');
	await expect(craft.getByRole('link')).toBeFocused();
});
