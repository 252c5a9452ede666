import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn, explored, shownBy, viewOf529 } from './timeline-page.ts';

/** What has the focus: its place on the page, its name, and whether a reader can see that it has. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement ?? document.body;
		const control = element.closest('label') ?? element;
		// A handle of the overview draws itself, and its ring, in a pseudo-element.
		const isRinged = [null, '::after'].some((pseudo) => {
			const { outlineStyle, outlineWidth } = getComputedStyle(control, pseudo);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
		});
		const mark = element.closest('[data-event], [data-run]');
		const box = control.getBoundingClientRect();
		return {
			tag: element.tagName.toLowerCase(),
			name: (element.getAttribute('aria-label') ?? control.textContent ?? '').trim(),
			isMarked: isRinged,
			isLargeEnough: mark !== null || (box.width >= 16 && box.height >= 12),
			isInWindow: box.bottom > 0 && box.top < window.innerHeight && box.right > 0,
			isMark: mark !== null,
			isInTimeline: element.closest('[data-timeline]') !== null,
			eventId: element.getAttribute('data-event')
		};
	});
}

test('the first stop leads past everything to the stays, and leaves the address as it is', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url + viewOf529));
	await drawn(page);
	const address = page.url();
	await page.keyboard.press('Tab');
	expect(await focused(page)).toMatchObject({ name: 'Skip to the timeline', isInWindow: true });
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await focused(page)).toMatchObject({ isInTimeline: true });
	expect(page.url()).toBe(address);
});

test('Tab reaches everything in reading order, always visibly, the timeline’s stays as one stop', async ({
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
	const markName = stops.find(({ isMark }) => isMark)?.name ?? 'a mark';
	const order = [
		'Skip to the timeline',
		'Berthline',
		'Timeline',
		'Active stations',
		'crew',
		'Search craft, port, agency',
		'Six months',
		'Show twice as long',
		'collapse',
		'since May 2021',
		markName,
		'Visible span',
		'Begin of the visible span',
		'End of the visible span',
		'light'
	];
	const places = order.map((name) => names.indexOf(name));
	expect(places, names.join(' | ')).toEqual(places.toSorted((a, b) => a - b));
	expect(Math.min(...places)).toBe(0);
	expect(stops.filter(({ isMark }) => isMark)).toHaveLength(1);
});

test('arrows reach every mark that Tab does not, always visibly, and Enter opens the event', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url + viewOf529));
	await explored(page);
	const { events: shown } = await shownBy(page);
	expect(shown.length).toBeGreaterThan(5);
	await page.locator('[data-life]').focus();
	await page.keyboard.press('Tab');
	const reached: string[] = [];
	/** Presses a key; true when it led to another mark. */
	const leadsOn = async (key: string) => {
		const before = await focused(page);
		expect(before, before.name).toMatchObject({ isMark: true, isMarked: true, isInWindow: true });
		reached.push(before.eventId ?? before.name);
		expect(reached.length).toBeLessThan(200);
		await page.keyboard.press(key);
		return (await focused(page)).name !== before.name;
	};
	while (await leadsOn('ArrowUp'));
	do {
		while (await leadsOn('ArrowLeft'));
		while (await leadsOn('ArrowRight'));
	} while (await leadsOn('ArrowDown'));
	expect(shown.filter((id) => !reached.includes(id))).toEqual([]);

	await page.goto(frozen(app.url + viewOf529));
	await drawn(page);
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
