import { trueStays, trueVisits } from './sample-truth.ts';
import { errorPageNoise, expect, frozen, test } from './quiet-page.ts';
import { nameOf529, servedAt, shownBy, viewOf529 } from './timeline-page.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every port in use at the active stations is a lane, every visit a bar', async ({
		page,
		app
	}) => {
		await page.goto(frozen(app.url));
		for (const [station, portCount] of [
			['4', 8],
			['18', 3]
		] as const) {
			const group = page.locator(`[data-station="${station}"]`);
			const inUse = trueVisits(station, '2024-10-08T12:00Z', '2026-10-08T12:00Z');
			const names = [...new Set(inUse.map((stay) => stay.port))].sort();
			expect(names).toHaveLength(portCount);
			const lanes = group.locator('[data-port]');
			expect((await lanes.getByRole('heading').allTextContents()).sort()).toEqual(names);

			const visits = trueVisits(station, '2025-04-08T12:00Z', '2026-12-08T12:00Z');
			const marks = group.getByRole('listitem').locator('a[data-event]');
			const bars = await marks.evaluateAll((links) =>
				links.map((link) => (link.getAttribute('aria-label') ?? '').split(',')[0] ?? '')
			);
			expect(bars.sort()).toEqual(visits.map(({ craft, port }) => `${craft} at ${port}`).sort());
		}
	});

	test('the title answers the question and each station tells its occupied ports', async ({
		page,
		app
	}) => {
		await page.goto(frozen(app.url, '2025-12-02T00:00Z'));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'On 2 Dec 2025, eleven craft were docked: ' +
				'eight at the International Space Station, three at Tiangong'
		);
		await expect(page.locator('[data-station="4"]')).toContainText('8 of 8 ports occupied');
		await page.goto(frozen(app.url));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'On 8 Oct 2026, seven craft were docked: ' +
				'five at the International Space Station, two at Tiangong'
		);
		await expect(page.locator('[data-station="4"]')).toContainText('5 of 8 ports occupied');
		await expect(page.locator('[data-station="18"]')).toContainText('2 of 3 ports occupied');
	});

	test('hooks tell source, state and the timeline itself', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await expect(page.locator('html')).toHaveAttribute('data-source', 'sample');
		await expect(page.locator('[data-timeline]')).toHaveCount(1);
		await expect(page.locator('[data-event][data-state=docked]')).toHaveCount(7);
		const states = await page
			.locator('[data-event]')
			.evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute('data-state')))]);
		expect(states.sort()).toEqual(['departed', 'docked']);
	});

	test('event 529 has its whole accessible name and links to its page', async ({ page, app }) => {
		await page.goto(frozen(app.url + viewOf529));
		const mark = page.getByRole('link', { name: nameOf529, exact: true });
		await expect(mark).toHaveAttribute('data-event', '529');
		await mark.click();
		await expect(page).toHaveURL(/\/events\/529\?/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'Tianzhou-7 at Tianhe aft, Tiangong: 297 d 14 h'
		);
		for (const [term, text] of [
			['Docked', '17 Jan 2024, 17:46 UTC'],
			['Departed', '10 Nov 2024, 08:30 UTC'],
			['Stayed', '297 d 14 h'],
			['Port', 'Tianhe aft, Tiangong'],
			['Agency', 'China Aerospace Science and Technology Corporation'],
			['Destination', 'Tiangong Space Station'],
			['Event', '529']
		] as const) {
			const fact = page.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) });
			await expect(fact.getByRole('definition')).toHaveText(text);
		}
		await page.getByText('The event as the sample has it, JSON').click();
		await expect(page.locator('pre')).toContainText('"id": 529');
		await page.getByRole('link', { name: 'Tianzhou-6', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Tianzhou-6');
	});

	test('the filters are a plain GET form that keeps what it has no field for', async ({
		page,
		app
	}) => {
		await page.goto(frozen(`${app.url}/?theme=dark&tz=Asia/Kolkata`));
		await page.getByText('Tiangong', { exact: true }).first().click();
		await page.locator('label', { hasText: 'Crew' }).click();
		await page.getByRole('button', { name: 'Apply' }).last().click();
		const query = new URL(page.url()).searchParams;
		expect(query.getAll('station')).toEqual(['18']);
		expect(query.getAll('kind')).toEqual(['crew']);
		expect([query.get('theme'), query.get('tz')]).toEqual(['dark', 'Asia/Kolkata']);
		expect(query.get('now')).toBe('2026-10-08T12:00Z');
		const { events, stations } = await shownBy(page);
		expect(stations).toEqual(['18']);
		const crews = trueVisits('18', '2025-04-08T12:00Z', '2026-12-08T12:00Z').filter(
			(stay) => stay.kind === 'crew'
		);
		expect(events).toHaveLength(crews.length);
		await expect(page.getByRole('checkbox', { name: 'Crew' })).toBeChecked();
	});

	test('menus open without a script and choose a station that is gone', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await expect(page.getByRole('checkbox', { name: 'Skylab' })).toBeHidden();
		const menu = page.locator('details', { hasText: 'More places' }).last();
		await page.getByText('More places').click();
		await page.getByRole('checkbox', { name: 'Skylab' }).check();
		await menu.getByRole('button', { name: 'Apply' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Skylab');
		const ofSkylab = trueStays().filter((stay) => stay.station === 'Skylab');
		await expect(page.locator('[data-event]')).toHaveCount(ofSkylab.length);
	});

	test('a phone folds the filters behind a button that opens without a script', async ({
		page,
		app
	}) => {
		await page.setViewportSize({ width: 360, height: 780 });
		await page.goto(frozen(app.url));
		await expect(page.getByRole('searchbox')).toBeHidden();
		await page.getByText('Filter', { exact: true }).click();
		await page.getByRole('searchbox').fill('Shenzhou 23');
		await page.getByRole('button', { name: 'Apply' }).last().click();
		await expect(page.locator('[data-event]')).toHaveCount(1);
	});

	test('the table holds the same stays as rows', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/?kind=crew,cargo`));
		const { events } = await shownBy(page);
		await page.getByRole('link', { name: 'Table' }).click();
		await expect(page.getByRole('row')).toHaveCount(events.length + 1);
		expect((await shownBy(page)).events).toEqual(events);
	});

	test('the folded ports open with a link', async ({ page, app }) => {
		await page.goto(frozen(app.url));
		await page.getByRole('link', { name: '17 more ports' }).click();
		await expect(page.locator('[data-station="4"] [data-port]')).toHaveCount(25);
	});

	test.describe('a value that makes no sense', () => {
		test.use({ expectedNoise: [errorPageNoise] });

		const nonsense = [
			['station=abc', 'station must be'],
			['kind=boat', 'kind must be crew, cargo, module or other'],
			['from=2026-02-01&to=2026-01-01', 'from must be before to=2026-01-01, not “2026-02-01”'],
			['from=2026-02-30', 'from must be'],
			['tz=Mars/Olympus', 'tz must be'],
			['theme=pink', 'theme must be light, dark or auto'],
			['sort=size', 'sort must be one of'],
			['now=soon', 'now must be']
		] as const;

		test('gets 400, a sentence that names it, and a way back', async ({ page, app }) => {
			for (const [query, sentence] of nonsense) {
				const response = await page.goto(`${app.url}/?${query}`);
				expect(response?.status(), query).toBe(400);
				await expect(page.locator('html')).toHaveAttribute('data-source', 'sample');
				await expect(page.getByRole('main')).toContainText(sentence);
			}
			await page.getByRole('link', { name: 'Show the stations' }).click();
			await expect(page.locator('[data-timeline]')).toBeVisible();
		});

		test('an event that is not there gets 404 and a way back', async ({ page, app }) => {
			const response = await page.goto(`${app.url}/events/999999`);
			expect(response?.status()).toBe(404);
			await expect(page.getByRole('main')).toContainText('no docking event 999999');
			await expect(page.getByRole('link', { name: 'Show the stations' })).toBeVisible();
		});
	});
});

test('the script changes nothing of what the server sent', async ({ page, app }) => {
	await page.goto(frozen(app.url));
	await page.locator('[data-drawn]').waitFor();
	expect(await shownBy(page)).toEqual(await servedAt(page.url()));
});
