import type { Locator } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn, shownBy, showsWhatItsAddressSays } from './timeline-page.ts';

test.describe('a choice applies at once', () => {
	test.beforeEach(async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await drawn(page);
		await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
	});

	test.afterEach(async ({ page }) => {
		expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
	});

	test('a station: address, title and lanes', async ({ page }) => {
		await page.locator('label', { hasText: 'Tiangong' }).first().click();
		await expect(page).toHaveURL(/[?&]station=18(&|$)/);
		const { title, stations, events } = await showsWhatItsAddressSays(page);
		expect(title).toBe('On 8 Oct 2026, two craft were docked at Tiangong');
		expect(stations).toEqual(['18']);
		expect(events).toHaveLength(8);
		await expect(page).toHaveTitle(`${title} · Berthline`);
	});

	test('a second station joins the first, and unchecking both gives the default', async ({
		page
	}) => {
		const before = await shownBy(page);
		await page.locator('label', { hasText: 'Tiangong' }).first().click();
		await expect(page).toHaveURL(/station=18(&|$)/);
		await page.locator('label', { hasText: 'ISS' }).click();
		await expect(page).toHaveURL(/station=(4,18|18,4)/);
		await page.locator('label', { hasText: 'ISS' }).click();
		await expect(page).toHaveURL(/station=18(&|$)/);
		await page.locator('label', { hasText: 'Tiangong' }).first().click();
		await expect(page).not.toHaveURL(/station/);
		expect(await showsWhatItsAddressSays(page)).toEqual(before);
	});

	test('a kind', async ({ page }) => {
		await page.locator('label', { hasText: 'Cargo' }).click();
		await expect(page).toHaveURL(/[?&]kind=cargo(&|$)/);
		const { title, events } = await showsWhatItsAddressSays(page);
		expect(title).toContain('cargo craft');
		await expect(page.locator('a.stay.cargo')).toHaveCount(events.length);
	});

	test('an agency', async ({ page }) => {
		await page.getByText('Agencies').click();
		await page.getByRole('checkbox', { name: 'SpaceX' }).check();
		await expect(page).toHaveURL(/[?&]agency=121(&|$)/);
		const { events } = await showsWhatItsAddressSays(page);
		const marks = page.locator('[data-event]');
		await expect(marks.and(page.getByRole('link', { name: /^(Crew|CRS|Axiom)-\d/ }))).toHaveCount(
			events.length
		);
		expect(events.length).toBeGreaterThan(5);
	});

	test('docked now', async ({ page }) => {
		await page.locator('label', { hasText: 'Docked now' }).click();
		await expect(page).toHaveURL(/[?&]docked=now(&|$)/);
		await showsWhatItsAddressSays(page);
		await expect(page.locator('[data-event]')).toHaveCount(7);
		await expect(page.locator('[data-event][data-state=docked]')).toHaveCount(7);
	});

	test('dates', async ({ page }) => {
		await page.getByText('Dates', { exact: true }).click();
		await page.getByLabel('From').fill('2026-01-01');
		await page.getByLabel('To', { exact: true }).fill('2026-03-31');
		await expect(page).toHaveURL(/from=2026-01-01&to=2026-03-31/);
		await showsWhatItsAddressSays(page);
		await expect(page.getByRole('main')).toContainText('between 1 Jan 2026 and 31 Mar 2026');
	});

	test('a date that is typed counts once it is left, as one step', async ({ page }) => {
		await page.getByText('Dates', { exact: true }).click();
		const [from, to] = [page.getByLabel('From'), page.getByLabel('To', { exact: true })];
		const steps = await page.evaluate(() => history.length);
		const asked: (string | null)[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (url.pathname === '/__data.json') asked.push(url.searchParams.get('from'));
		});
		/** Digit by digit, as a hand does: the page has time to take each for the whole. */
		const type = async (digits: string) => {
			for (const digit of digits) {
				await page.keyboard.press(digit);
				await from.evaluate(
					() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
				);
			}
		};
		await from.focus();
		await type('03022025');
		await expect(from).toHaveValue('2025-03-02');
		await to.focus();
		await expect(page).toHaveURL(/[?&]from=2025-03-02(&|$)/);
		expect(asked).toEqual(['2025-03-02']);
		await type('12312025');
		await expect(to).toHaveValue('2025-12-31');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/[?&]from=2025-03-02&to=2025-12-31/);
		expect(await page.evaluate(() => history.length)).toBe(steps + 2);
		await expect(from).toHaveValue('2025-03-02');
		// Who only passes through changes nothing.
		await from.focus();
		await page.keyboard.press('ArrowRight');
		await to.focus();
		await page.getByRole('searchbox').focus();
		expect(await page.evaluate(() => history.length)).toBe(steps + 2);
	});

	test('dates show what is seen, and change nothing unless they are changed', async ({ page }) => {
		await page.getByText('Dates', { exact: true }).click();
		const [from, to] = [page.getByLabel('From'), page.getByLabel('To', { exact: true })];
		await expect(from).toHaveValue('2025-04-08');
		await expect(to).toHaveValue('2026-12-08');
		const [a, b] = [(await from.boundingBox())!, (await to.boundingBox())!];
		expect([a.x, a.width]).toEqual([b.x, b.width]);
		await page.locator('label', { hasText: 'Cargo' }).click();
		await expect(page).toHaveURL(/[?&]kind=cargo(&|$)/);
		await expect(page).not.toHaveURL(/from=|to=/);
		await page.getByText('Dates', { exact: true }).click();
		await from.fill('2026-01-01');
		await expect(page).toHaveURL(/from=2026-01-01/);
		await expect(page).not.toHaveURL(/to=/);
		await showsWhatItsAddressSays(page);
	});

	test('a date stays that is typed while another is being applied', async ({ page }) => {
		let answer = () => {};
		const typed = new Promise<void>((resolve) => (answer = resolve));
		await page.route(/__data\.json/, async (route) => {
			await typed;
			await route.continue();
		});
		await page.getByText('Dates', { exact: true }).click();
		const asked = page.waitForRequest(/__data\.json.*from=2026-05-01/);
		await page.getByLabel('From').fill('2026-05-01');
		await asked;
		await page.getByLabel('To', { exact: true }).fill('2026-03-31');
		answer();
		await expect(page).toHaveURL(/from=2026-05-01/);
		await expect(page.getByLabel('To', { exact: true })).toHaveValue('2026-03-31');
	});

	test('dates that make no sense get a sentence, and the view stays', async ({ page }) => {
		const before = await shownBy(page);
		await page.getByText('Dates', { exact: true }).click();
		await page.getByLabel('From').fill('2026-05-01');
		await expect(page).toHaveURL(/from=2026-05-01/);
		await page.getByLabel('To', { exact: true }).fill('2026-03-31');
		const alert = page.getByRole('alert');
		await expect(alert).toContainText('From, 1 May 2026, must not be later than To, 31 Mar 2026.');
		await expect(alert).toContainText('the view stays as it is');
		await isWhollySeen(alert);
		await expect(page).not.toHaveURL(/to=/);
		// What is wrong is seen beside the fields, wherever else a reader turns.
		await page.locator('label', { hasText: 'crew' }).click();
		await isWhollySeen(alert);
		await expect(page).not.toHaveURL(/kind=/);
		await page.getByLabel('To', { exact: true }).fill('0202-12-07');
		await expect(alert).toContainText(
			'To is 7 Dec 202, but dates must lie in the years 1950 to 2149.'
		);
		await page.getByLabel('To', { exact: true }).fill('2026-12-07');
		await expect(page.getByRole('alert')).toBeHidden();
		await expect(page).toHaveURL(/kind=crew.*to=2026-12-07/);
		expect((await shownBy(page)).stations).toEqual(before.stations);
	});
});

test('a menu counts what is chosen of its list, and only marks what has no number', async ({
	page,
	app
}) => {
	const query = 'agency=121,63&station=5,other&from=2026-01-01&to=2026-02-01&order=name&ports=all';
	await page.goto(frozen(`${app.url}/?${query}`));
	const menu = (label: string) => page.locator('summary', { hasText: label });
	await expect(menu('Agencies')).toHaveText(/^\s*Agencies\s*2\s*$/);
	await expect(menu('More places')).toHaveText(/^\s*More places\s*2\s*$/);
	for (const label of ['Dates', 'Lanes']) {
		await expect(menu(label)).toHaveText(new RegExp(`^\\s*${label}\\s*set\\s*$`));
		await expect(menu(label).locator('svg.set')).toBeVisible();
	}
	await page.goto(frozen(app.url));
	for (const label of ['Agencies', 'More places', 'Dates', 'Lanes'])
		await expect(menu(label)).toHaveText(new RegExp(`^\\s*${label}\\s*$`));
});

test('on a phone, what is wrong with the dates is wholly in sight, too', async ({ page, app }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await page.goto(frozen(app.url));
	await drawn(page);
	await page.getByText('Filter', { exact: true }).click();
	await page.getByText('Dates', { exact: true }).click();
	await page.getByLabel('From').fill('2026-05-01');
	await expect(page).toHaveURL(/from=2026-05-01/);
	await page.getByLabel('To', { exact: true }).fill('2026-03-31');
	await isWhollySeen(page.getByRole('alert'));
});

/** Passes when nothing lies over the text, and none of it is out of sight. */
async function isWhollySeen(text: Locator): Promise<void> {
	await expect(text).toBeInViewport({ ratio: 1 });
	const topmost = await text.evaluate((element) => {
		const { left, right, top, bottom } = element.getBoundingClientRect();
		const corners = [left + 1, right - 1].flatMap((x) => [top + 1, bottom - 1].map((y) => [x, y]));
		return corners.map(([x, y]) => document.elementFromPoint(x!, y!) === element);
	});
	expect(topmost).toEqual([true, true, true, true]);
}

test.describe('the search', () => {
	test('waits until typing pauses, and asks once', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await drawn(page);
		const asked: string[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			const text = url.searchParams.get('q');
			if (url.pathname === '/__data.json' && text !== null) asked.push(text);
		});
		await page.getByRole('searchbox').pressSequentially('tianzhou');
		await expect(page).toHaveURL(/[?&]q=tianzhou(&|$)/);
		const { events, title } = await showsWhatItsAddressSays(page);
		expect(events).toHaveLength(3);
		expect(title).toContain('matching “tianzhou”');
		expect(asked).toEqual(['tianzhou']);
		await expect(page.getByRole('searchbox')).toBeFocused();
	});

	test('does not take back what was typed while the server answers', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await drawn(page);
		const { promise: answer, resolve: release } = Promise.withResolvers<void>();
		await page.route('**/__data.json*', async (route) => {
			await answer;
			await route.continue();
		});
		const search = page.getByRole('searchbox');
		const asked = page.waitForRequest(/__data\.json.*q=crew(&|$)/);
		await search.pressSequentially('crew');
		await asked;
		await search.pressSequentially('-1');
		release();
		await expect(page).toHaveURL(/q=crew-1(&|$)/);
		await expect(search).toHaveValue('crew-1');
	});

	test('keeps the blank between two words', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await drawn(page);
		const search = page.getByRole('searchbox');
		await search.pressSequentially('progress ');
		await expect(page).toHaveURL(/q=progress(&|$)/);
		await search.pressSequentially('MS-35');
		await expect(page).toHaveURL(/q=progress%20MS-35(&|$)/);
		await expect(page.locator('[data-event]')).toHaveCount(1);
	});

	test('that finds nothing together with other filters does not get the blame alone', async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/?q=dragon&kind=module&station=18`));
		await expect(
			page.getByText('No stay matches “dragon”, kind module and Tiangong together in this span.')
		).toBeVisible();
	});

	test('that finds nothing says so, keeps the lanes, and offers a way to clear', async ({
		page,
		app
	}) => {
		await page.goto(frozen(app.url));
		await drawn(page);
		const before = await shownBy(page);
		await page.getByRole('searchbox').fill('zeppelin');
		await expect(page.getByText('No stay matches “zeppelin”')).toBeVisible();
		expect((await shownBy(page)).ports).toEqual(before.ports);
		await page.getByRole('link', { name: 'Clear filters' }).click();
		await expect.poll(() => shownBy(page)).toEqual(before);
		await expect(page.getByRole('searchbox')).toHaveValue('');
	});
});
