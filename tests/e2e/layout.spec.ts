import { expect, frozen, test } from './quiet-page.ts';
import { flawsOf } from './geometry.ts';
import type { Page } from '@playwright/test';
import { drawn, explored } from './timeline-page.ts';

test.describe.configure({ timeout: 90_000 });

const sizes = [
	{ width: 320, height: 640 },
	{ width: 360, height: 780 },
	{ width: 768, height: 1024 },
	{ width: 1280, height: 800 },
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 }
];
const views = {
	'the default view': '/',
	'twenty-eight years': '/?station=4,18&from=1998-10-01&to=2026-12-08',
	'every port': '/?ports=all',
	'two days': '/?from=2026-10-01&to=2026-10-02'
};

test.describe('the server’s HTML, before any script', () => {
	test.use({ javaScriptEnabled: false });

	for (const [name, path] of Object.entries(views))
		test(`${name} fits from 320 to 3840 px`, async ({ page, app }) => {
			await page.goto(frozen(app.url + path));
			for (const size of sizes) {
				await page.setViewportSize(size);
				expect(await flawsOf(page), `at ${size.width} px`).toEqual([]);
			}
		});
});

test.describe('with the script', () => {
	for (const [name, path] of Object.entries(views))
		test(`${name} fits from 320 to 3840 px, drawn there and resized to it`, async ({
			page,
			app
		}) => {
			await page.goto(frozen(app.url + path));
			await drawn(page);
			for (const size of sizes) {
				await page.setViewportSize(size);
				await expect.poll(() => flawsOf(page), `at ${size.width} px`).toEqual([]);
			}
			await page.reload();
			await drawn(page);
			await expect.poll(() => flawsOf(page), 'reloaded at 3840 px').toEqual([]);
		});

	test('text of twice the size fits', async ({ page, app }) => {
		const browser = await page.context().newCDPSession(page);
		await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
		for (const path of ['/', '/?view=table', '/events/529', '/stations/4', '/about']) {
			for (const size of [sizes[1]!, sizes[3]!]) {
				await page.setViewportSize(size);
				await page.goto(frozen(app.url + path));
				if (path === '/') await drawn(page);
				await expect.poll(() => flawsOf(page), `${path} at ${size.width} px`).toEqual([]);
			}
		}
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
			'32px'
		);
	});
});

test('the tools take as much room before the script as with it, whatever is chosen', async ({
	page,
	app,
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const served = await context.newPage();
	const roomIn = (shown: Page) =>
		shown.locator('.controls').evaluate((tools) => tools.getBoundingClientRect().height);
	for (const path of ['/', '/?from=2025-03-01&to=2026-11-01&agency=63,121&docked=now']) {
		await served.goto(frozen(app.url + path));
		await page.setViewportSize(sizes[3]!);
		await page.goto(frozen(app.url + path));
		await explored(page);
		for (const width of [360, 680, 768, 1024, 1200, 1280, 1440, 1600, 1920, 2560, 3840]) {
			const size = { width, height: Math.round(width * 0.6) };
			await served.setViewportSize(size);
			await page.setViewportSize(size);
			expect(await roomIn(page), `${path} at ${width} px`).toBe(await roomIn(served));
		}
	}
	await context.close();
});

test('buttons at the top stand where they will, before the script adds one', async ({
	page,
	app
}) => {
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		let letGo = () => {};
		const held = new Promise<void>((resolve) => (letGo = resolve));
		await page.route('**/*.js', async (route) => {
			await held;
			await route.fallback();
		});
		await page.goto(frozen(app.url), { waitUntil: 'commit' });
		const views = page.getByRole('navigation', { name: 'View' });
		await expect(views).toBeVisible();
		await page.evaluate(() => document.fonts.ready);
		const before = await views.boundingBox();
		await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
		letGo();
		await explored(page);
		expect(await views.boundingBox()).toEqual(before);
		await page.unrouteAll();
	}
});

for (const [station, path, longest] of [
	['Mir', '/?station=5&ports=all', 'empty since Mar 2001'],
	['craft that are no station', '/?station=other&from=1966-01-01', 'empty since Dec 1972'],
	['the International Space Station', '/?station=4&ports=all', 'gone since Jul 2021']
] as const)
	test(`what stands beside a lane is clear of its plot and of its share: ${station}`, async ({
		page,
		app
	}) => {
		await page.goto(frozen(app.url + path));
		await drawn(page);
		await expect(page.getByText(longest).first()).toBeVisible();
		for (const width of [768, 1280, 1920]) {
			await page.setViewportSize({ width, height: 1000 });
			const gapsPx = () =>
				page.locator('[data-port]').evaluateAll((lanes) =>
					lanes.flatMap((lane) => {
						const textOf = (selector: string) => {
							const range = document.createRange();
							range.selectNodeContents(lane.querySelector(selector)!);
							return range.getBoundingClientRect();
						};
						const status = textOf('.status');
						const share = textOf('.share');
						const gaps = [status.left - lane.querySelector('.plot')!.getBoundingClientRect().right];
						return share.width ? [...gaps, share.left - status.right] : gaps;
					})
				);
			await expect.poll(async () => Math.min(...(await gapsPx()))).toBeGreaterThan(8);
		}
	});

test('the other pages fit too', async ({ page, app }) => {
	for (const path of ['/?view=table', '/events/529', '/about', '/?q=zeppelin', '/?station=99999']) {
		await page.goto(frozen(app.url + path));
		for (const size of sizes) {
			await page.setViewportSize(size);
			await expect.poll(() => flawsOf(page), `${path} at ${size.width} px`).toEqual([]);
		}
	}
});

for (const [name, path] of [
	['an empty timeline', '/?station=99999'],
	['a single lane', '/?port=32']
] as const)
	test(`${name} does not lie over what follows it`, async ({ page, app }) => {
		for (const size of [sizes[1]!, sizes[3]!]) {
			await page.setViewportSize(size);
			await page.goto(frozen(app.url + path));
			await drawn(page);
			const bottom = await page
				.locator('[data-timeline]')
				.evaluate((timeline) =>
					Math.max(
						...[...timeline.querySelectorAll('*')].map(
							(element) => element.getBoundingClientRect().bottom
						)
					)
				);
			const overview = (await page.locator('.overview').first().boundingBox())!;
			expect(bottom).toBeLessThanOrEqual(overview.y + 0.5);
			const footer = (await page.locator('footer').boundingBox())!;
			expect(overview.y + overview.height).toBeLessThanOrEqual(footer.y + 0.5);
		}
	});

test('the active stations show eleven lanes, and the axis stays in sight', async ({
	page,
	app
}) => {
	for (const size of [sizes[1]!, sizes[3]!]) {
		await page.setViewportSize({ ...size, height: 480 });
		await page.goto(frozen(app.url));
		await drawn(page);
		await expect(page.locator('[data-port]')).toHaveCount(11);
		await page.locator('[data-port]').last().scrollIntoViewIfNeeded();
		const axis = page.locator('[data-timeline] .axis');
		await expect.poll(async () => (await axis.boundingBox())?.y).toBe(0);
		const isOnTop = await axis.evaluate((svg) => {
			const { left, width } = svg.getBoundingClientRect();
			const top = document.elementFromPoint(left + width / 2, 8);
			return top?.closest('.axis-row') !== null;
		});
		expect(isOnTop).toBe(true);
	}
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`the ${colorScheme} theme follows the system, and a choice overrides it`, async ({
		page,
		app
	}) => {
		const ground = () =>
			page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const grounds = { light: 'rgb(255, 255, 255)', dark: 'rgb(13, 19, 28)' };
		await page.emulateMedia({ colorScheme });
		await page.goto(frozen(app.url));
		expect(await ground()).toBe(grounds[colorScheme]);
		const other = colorScheme === 'light' ? 'dark' : 'light';
		await page.goto(frozen(`${app.url}/?theme=${other}`));
		expect(await ground()).toBe(grounds[other]);
	});

for (const width of [360, 768, 1280, 1440, 1536, 1920]) {
	test(`every list opens within a window of ${width} pixels`, async ({ page, app }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(frozen(`${app.url}/`));
		await drawn(page);
		const lists = page.locator('details:has(> .choices):visible');
		expect(await lists.count()).toBeGreaterThan(1);
		for (const list of await lists.all()) {
			await list.locator('> summary').click();
			const { x, width: across } = (await list.locator('> .choices').boundingBox())!;
			expect([x >= 0, x + across <= width], await list.innerText()).toEqual([true, true]);
			const pageWidth = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(pageWidth, await list.innerText()).toBeLessThanOrEqual(width);
			await list.locator('> summary').click();
		}
	});
}
