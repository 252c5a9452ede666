import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn } from './timeline-page.ts';

const frozenQuery = 'now=2026-10-08T12:00Z';

/** How two pictures of the app at `origin` differ, drawn by this browser. */
function difference(page: Page, a: string, b: string) {
	return page.evaluate(
		async ([first, second]) => {
			const pixels = async (url: string) => {
				const image = new Image();
				image.src = url;
				await image.decode();
				const canvas = document.createElement('canvas');
				canvas.width = image.naturalWidth;
				canvas.height = image.naturalHeight;
				const pen = canvas.getContext('2d', { willReadFrequently: true })!;
				pen.drawImage(image, 0, 0);
				const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
				return { data, size: [canvas.width, canvas.height] };
			};
			const [one, other] = [await pixels(first!), await pixels(second!)];
			let far = 0;
			let inked = 0;
			for (let at = 0; at < one.data.length; at += 4) {
				const channels = [0, 1, 2].map((channel) =>
					Math.abs(one.data[at + channel]! - other.data[at + channel]!)
				);
				if (Math.max(...channels) > 96) far++;
				if (one.data[at] !== one.data[0] || one.data[at + 2] !== one.data[2]) inked++;
			}
			const all = one.data.length / 4;
			return { sizes: [one.size, other.size], farShare: far / all, inkedShare: inked / all };
		},
		[a, b] as const
	);
}

/** A small page of the app: where scripts of a test run. */
const emptyPage = (page: Page, origin: string) => page.goto(`${origin}/?view=table&station=18`);

const views = [
	{ name: 'a slide', query: '' },
	{ name: 'a dark story', query: 'width=1080&height=1920&theme=dark' },
	{ name: 'all time', query: 'station=4&ports=all&from=1998-11-01&width=1600&height=1000' }
];

for (const { name, query } of views) {
	for (const text of ['', 'text=outline']) {
		test(`two engines agree on ${name}${text && ', drawn as outlines'}`, async ({ page, app }) => {
			await emptyPage(page, app.url);
			const address = `${query}&${frozenQuery}`;
			const { sizes, farShare, inkedShare } = await difference(
				page,
				`/timeline.png?${address}`,
				`/timeline.svg?${address}&${text}`
			);
			expect(sizes[1]).toEqual(sizes[0]);
			expect(inkedShare).toBeGreaterThan(0.05);
			// As text, letters have other edges in another engine; anything missing would be far more.
			expect(farShare).toBeLessThan(text ? 0.0001 : 0.012);
		});
	}
}

test('an SVG is well-formed XML, with every text that the picture shows', async ({ page, app }) => {
	await emptyPage(page, app.url);
	const read = await page.evaluate(
		async (path) => {
			const text = await (await fetch(path)).text();
			const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
			return {
				errors: parsed.querySelectorAll('parsererror').length,
				root: parsed.documentElement.nodeName,
				title: parsed.querySelector('title')?.textContent,
				texts: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
				scripts: parsed.querySelectorAll('script, foreignObject, image, use, a').length
			};
		},
		`/timeline.svg?${frozenQuery}&title=${encodeURIComponent('A & B <c> "d"')}`
	);
	expect(read).toMatchObject({ errors: 0, root: 'svg', title: 'A & B <c> "d"', scripts: 0 });
	for (const text of [
		'A & B <c> "d"',
		'Harmony forward',
		'Crew-12 Dragon',
		'5 of 8 ports occupied',
		'8 Oct 2026'
	])
		expect(read.texts).toContain(text);
	expect(read.texts.join(' ')).toContain('Sample data of 8 Oct 2026: Jonathan McDowell, GCAT');
});

test.describe('the menu of pictures', () => {
	test('leads to pictures and data of what is shown', async ({ page, app }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(frozen(`${app.url}/?station=18&kind=crew&tz=local`));
		await drawn(page);
		await page.getByText('Picture', { exact: true }).click();
		const hrefs = await page
			.locator('.picture > a')
			.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
		expect(hrefs.map((href) => new URL(href).pathname)).toEqual([
			'/timeline.png',
			'/timeline.png',
			'/timeline.svg',
			'/data.csv',
			'/data.json',
			'/data.ics'
		]);
		const query = new URL(hrefs[0]!).searchParams;
		expect(Object.fromEntries(query)).toMatchObject({
			station: '18',
			kind: 'crew',
			theme: 'dark',
			tz: 'America/New_York'
		});
		for (const href of hrefs) expect((await fetch(href)).status).toBe(200);
	});

	test('stops the clock where it is, so that an address shows the same for good', async ({
		page,
		app
	}) => {
		await page.goto(`${app.url}/?station=18`);
		await drawn(page);
		await page.getByText('Picture', { exact: true }).click();
		await page.getByRole('link', { name: /^now, / }).click();
		await expect(page).toHaveURL(/[?&]now=\d{4}-\d\d-\d\dT/);
		await expect(page).toHaveURL(/[?&]from=.*&to=/);
	});

	test('stops the clock at the end of a span that is over, and names files by station and span', async ({
		page,
		app
	}) => {
		const year = `${app.url}/?station=4&from=2025-01-01&to=2025-12-31`;
		await page.goto(year);
		await drawn(page);
		await page.getByText('Picture', { exact: true }).click();
		// The picture is as of then, whether or not the page’s clock is.
		await expect(page.getByText('Of what is shown, as of 31 Dec 2025')).toBeVisible();
		await expect(page.getByRole('link', { name: 'SVG' })).toHaveAttribute(
			'href',
			/[?&]now=2025-12-31T23:59Z/
		);
		const fileOf = async (link: string) => {
			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: link }).click();
			return (await download).suggestedFilename();
		};
		const named = 'berthline-iss-2025-01-01-to-2025-12-31';
		expect(await fileOf('SVG')).toBe(`${named}.svg`);
		expect(await fileOf('PNG, 3840 × 2160')).toBe(`${named}-3840x2160.png`);
		expect(await fileOf('CSV')).toBe(`${named}.csv`);
		await page.getByRole('link', { name: 'at the end shown, 31 Dec 2025' }).click();
		await expect(page).toHaveURL(/[?&]now=2025-12-31T23:59Z/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^On 31 Dec 2025, /);
		// The menu stays open, tells where the clock stands, and lets it go on.
		await expect(page.locator('.picture [aria-current]')).toHaveText('at 31 Dec 2025, 23:59 UTC');
		await page.getByRole('link', { name: 'let it go on' }).click();
		await expect(page).toHaveURL(year);
	});

	test('has the dates shown of a place that is gone, also where the address names none', async ({
		page,
		app
	}) => {
		await page.goto(`${app.url}/?station=5`);
		await drawn(page);
		const shown = /between .* and \d+ \w+ 2001/.exec(await page.locator('.subtitle').innerText())!;
		await page.getByText('Picture', { exact: true }).click();
		const href = await page.getByRole('link', { name: 'SVG' }).getAttribute('href');
		const svg = await (await fetch(app.url + href)).text();
		expect(svg).toContain(shown[0]);
	});

	test('gives pictures a title of the reader’s own', async ({ page, app }) => {
		await page.goto(frozen(`${app.url}/?station=18`));
		await drawn(page);
		await page.getByText('Picture', { exact: true }).click();
		await page.getByLabel('Title of the picture').fill('Tiangong & its <visitors>');
		const hrefOf = (name: string) => page.getByRole('link', { name }).getAttribute('href');
		const svg = await (await fetch(app.url + (await hrefOf('SVG')))).text();
		expect(svg).toContain('>Tiangong &amp; its &lt;visitors&gt;<');
		for (const name of ['PNG, 1920 × 1080', 'PNG, 3840 × 2160'])
			expect(await hrefOf(name)).toContain('&title=Tiangong%20%26%20its%20%3Cvisitors%3E');
	});

	test('embeds a span that is over with words and a link of the same instant', async ({
		page,
		app,
		context
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(`${app.url}/?station=4&from=2025-01-01&to=2025-12-31`);
		await drawn(page);
		await page.getByText('Picture', { exact: true }).click();
		await page.getByRole('button', { name: 'Copy embed code' }).click();
		const code = () => page.evaluate(() => navigator.clipboard.readText());
		await expect.poll(code).toContain('alt="Who was docked (ISS), 1 Jan 2025 to 31 Dec 2025"');
		expect((await code()).match(/now=2025-12-31T23:59Z/g)).toHaveLength(2);
	});

	test('copies the picture, and code for another page', async ({ page, app, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(frozen(`${app.url}/?station=18`));
		await drawn(page);
		await page.getByText('Picture', { exact: true }).click();
		await page.getByRole('button', { name: 'Copy image' }).click();
		await expect(page.locator('.picture').getByText('Copied')).toBeVisible();
		const types = await page.evaluate(async () => {
			const [item] = await navigator.clipboard.read();
			const blob = await item!.getType('image/png');
			return { types: item!.types, size: blob.size };
		});
		expect(types.types).toEqual(['image/png']);
		expect(types.size).toBeGreaterThan(20_000);

		await page.getByRole('button', { name: 'Copy embed code' }).click();
		const code = () => page.evaluate(() => navigator.clipboard.readText());
		await expect.poll(code).toContain(`<img src="${app.url}/timeline.png?`);
		const source = /src="([^"]+)"/.exec(await code())![1]!.replaceAll('&#38;', '&');
		expect((await fetch(source)).headers.get('content-type')).toBe('image/png');
	});
});

test('a shared address shows the picture of its own view', async ({ request, app }) => {
	const metaOf = async (path: string) => {
		const html = await (await request.get(app.url + path)).text();
		const tag = (name: string) =>
			new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(html)?.[1];
		return { title: tag('title'), image: tag('image')?.replaceAll('&amp;', '&') };
	};
	const page = await metaOf(`/?station=4&${frozenQuery}`);
	expect(page.title).toContain('five craft were docked at the International Space Station');
	expect(page.image).toContain(`${app.url}/timeline.png?station=4&`);
	const event = await metaOf('/events/529');
	expect(event.title).toContain('Tianzhou-7 at Tianhe aft');
	const kiosk = await metaOf(`/kiosk?station=18&${frozenQuery}`);
	expect(kiosk.image).toContain(`${app.url}/timeline.png?station=18&`);
	for (const { image } of [page, event, kiosk]) {
		const { status, headers } = await fetch(image!);
		expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
	}
});

test('printing gives one landscape sheet, with its names in their bars', async ({ page, app }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto(frozen(app.url));
	await drawn(page);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
	expect(Number(width) / Number(height)).toBeCloseTo(297 / 210, 2);
	// Text that can be selected is text in a font that tells its letters.
	expect(pdf).toContain('/ToUnicode');

	// On paper the layout is that of its own width, not of the window's.
	const rungs = () => page.locator('[data-timeline] .label[class*=rung-]').count();
	expect(await rungs()).toBe(0);
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	expect(await rungs()).toBeGreaterThan(5);
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	expect(await rungs()).toBe(0);
});
