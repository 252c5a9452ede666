import type { Page } from '@playwright/test';
import { startFront, type Front } from './front.ts';
import { expect, test as base } from './quiet-page.ts';

/** A front for the app on its sample; the page's clock goes on only when a test lets it. */
const test = base.extend<{ readonly front: Front; readonly loads: { count: number } }>({
	async front({ app, page }, use) {
		await page.clock.install();
		const front = await startFront(app.url);
		await use(front);
		await front.close();
	},
	async loads({ page }, use) {
		const loads = { count: 0 };
		page.on('load', () => loads.count++);
		await use(loads);
	}
});
// What a browser writes when a server is gone, or an answer breaks: here that is what is tried.
test.use({ expectedNoise: [/Failed to load resource|net::ERR_|An unknown error occurred/] });

const isPage = (path: string) => path.startsWith('/kiosk?');
const isData = (path: string) => path === '/kiosk.json';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function opened(page: Page, { url }: Front, query = 'station=4'): Promise<void> {
	await page.goto(`${url}/kiosk?${query}`);
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
}

/** Lets time go by in small steps until something is so: answers come in between. */
async function passUntil(page: Page, isSo: () => boolean | Promise<boolean>): Promise<void> {
	const step = async () => {
		await page.clock.runFor(2000);
		return isSo();
	};
	await expect.poll(step, { intervals: [20] }).toBe(true);
}

/** Lets so much time go by that the kiosk has asked so many times again. */
async function passAnswers(page: Page, front: Front, times: number): Promise<void> {
	const answers = () => front.asked.filter(isData).length;
	const before = answers();
	await passUntil(page, () => answers() >= before + times);
}

test('a stream that is open but silent is not trusted: data are asked for all the same', async ({
	page,
	front
}) => {
	front.silences = (path) => path === '/live';
	await opened(page, front);
	const age = page.locator('.age');
	const before = (await age.textContent())!;
	const dayLater = Date.UTC(2026, 9, 9);
	front.rewrite = (text) => text.replace(/"updated":\d+/, `"updated":${dayLater}`);
	await passUntil(page, async () => (await age.textContent()) !== before);
	await expect(age).toHaveText(/^Sample data of \d Oct 2026$/);
});

test('a page that is painted no more is loaded anew, but only when the server has it', async ({
	page,
	front,
	loads
}) => {
	await opened(page, front);
	await page.evaluate(() => (window.requestAnimationFrame = () => 1));
	const pages = () => front.asked.filter(isPage).length;
	front.breaks = isPage;
	const before = pages();
	await passUntil(page, () => pages() > before + 2);
	expect(loads.count).toBe(1);

	front.breaks = () => false;
	await passUntil(page, () => loads.count === 2);
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
	await passAnswers(page, front, 3);
	expect(loads.count).toBe(2);
});

test('a page whose clock has stopped is loaded anew, less often each time', async ({
	page,
	front,
	loads
}) => {
	await page.addInitScript(() => {
		// The clock's text stays as it is, while frames go on.
		const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
		Object.defineProperty(Node.prototype, 'textContent', {
			...text,
			get(this: Node) {
				return this instanceof HTMLTimeElement ? 'stopped' : (text.get!.call(this) as string);
			}
		});
	});
	await opened(page, front);
	const began = await page.evaluate(() => Date.now());
	await passUntil(page, () => loads.count === 2);
	const first = await page.evaluate(() => Date.now());
	await passUntil(page, () => loads.count === 3);
	const second = await page.evaluate(() => Date.now());
	expect(second - first).toBeGreaterThan(1.5 * (first - began));
});

test('a new version is not loaded while its page cannot be had', async ({ page, front, loads }) => {
	await opened(page, front);
	front.rewrite = (text) => text.replaceAll(/(\bapp"?:\s*)"\d+"/g, '$1"222"');
	const pages = () => front.asked.filter(isPage).length;
	front.breaks = (path) => isPage(path) || path === '/live';
	const before = pages();
	await passUntil(page, () => pages() > before + 2);
	expect(loads.count).toBe(1);
	await expect(page.locator('[data-timeline]')).toBeVisible();

	front.breaks = (path) => path === '/live';
	await passUntil(page, () => loads.count === 2);
	await passAnswers(page, front, 5);
	expect(loads.count).toBe(2);
});

test('the screen is kept awake, and again when the page is seen again', async ({ page, front }) => {
	await page.addInitScript(() => {
		const locks: { released: boolean }[] = [];
		const request = async () => {
			const lock = { released: false, release: async () => {} };
			locks.push(lock);
			return lock;
		};
		Object.defineProperty(navigator, 'wakeLock', { value: { request } });
		Object.assign(window, { locks });
	});
	await opened(page, front);
	const locks = () =>
		page.evaluate(() => (window as unknown as { locks: { released: boolean }[] }).locks.length);
	const seenAgain = () =>
		page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
	await expect.poll(locks).toBe(1);
	await seenAgain();
	expect(await locks()).toBe(1);
	await page.evaluate(() => {
		for (const lock of (window as unknown as { locks: { released: boolean }[] }).locks)
			lock.released = true;
	});
	await seenAgain();
	await expect.poll(locks).toBe(2);
});

for (const [motion, fades] of [
	['no-preference', 1],
	['reduce', 0]
] as const) {
	test(`a turn fades ${fades ? 'where motion is allowed' : 'nowhere else'}`, async ({
		page,
		front
	}) => {
		await page.emulateMedia({ reducedMotion: motion });
		await page.addInitScript(() => {
			const start = document.startViewTransition.bind(document);
			let fades = 0;
			document.startViewTransition = (change) => {
				fades++;
				return start(change);
			};
			Object.assign(window, { fades: () => fades });
		});
		await opened(page, front, 'station=4,18&dwell=10');
		await expect(heading(page)).toHaveText('International Space Station');
		await page.clock.runFor(10_000);
		await expect(heading(page)).toHaveText('Tiangong');
		await expect(heading(page)).toHaveCount(1);
		const count = () => page.evaluate(() => (window as unknown as { fades: () => number }).fades());
		expect(await count()).toBe(fades);
	});
}
