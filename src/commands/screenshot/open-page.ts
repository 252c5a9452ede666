import type { Page, Response } from '@playwright/test';
import { exitCodes, ScreenshotFailure } from './failure.ts';
import { watchNetwork } from './network-watch.ts';

export interface OpenOptions {
	/** How messages call the page. */
	readonly name: string;
	readonly limitMs: number;
}

/** A timeline says of itself when it is drawn. */
const undrawn = '[data-timeline]:not([data-drawn])';

/**
 * Opens `url` and resolves when all of it is drawn: its timeline says so, its fonts are there and
 * it asks for nothing more. Rejects with a ScreenshotFailure when the server does not answer, when
 * it answers with an error, and when that takes longer than the limit.
 */
export async function openPage(page: Page, url: string, options: OpenOptions): Promise<void> {
	const { name, limitMs } = options;
	const network = watchNetwork(page);
	let awaited = 'its answer';
	const work = (async () => {
		const response = await answerOf(page, url, name);
		awaited = 'its parts';
		await page.waitForLoadState('load');
		if (response && response.status() >= 400) throw await refusal(page, response, name);
		await page.evaluate(() => {
			if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		});
		awaited = 'its timeline to say that it is drawn';
		await untilDrawn(page);
		awaited = 'an end of its requests';
		await network.quiet();
		awaited = 'its fonts';
		await page.evaluate(async () => void (await document.fonts.ready));
		awaited = 'its timeline to say that it is drawn';
		await untilDrawn(page);
	})();
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => {
			const sentence = `${name} was not drawn within ${limitMs / 1000} s: it waits for ${awaited}.`;
			reject(new ScreenshotFailure(exitCodes.failed, sentence));
		}, limitMs);
	});
	// After the limit nobody listens to what becomes of it.
	work.catch(() => undefined);
	await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

async function answerOf(page: Page, url: string, name: string): Promise<Response | null> {
	try {
		return await page.goto(url, { waitUntil: 'commit' });
	} catch (error) {
		const text = String(error);
		if (/Download is starting/i.test(text))
			throw new ScreenshotFailure(exitCodes.failed, `${name} is a file to download, not a page.`);
		const [code] = /net::ERR_[A-Z_]+/.exec(text) ?? [];
		if (!code) throw error;
		throw new ScreenshotFailure(
			exitCodes.unavailable,
			`${name} cannot be opened (${code.slice('net::ERR_'.length).toLowerCase().replaceAll('_', ' ')}): is its server running?`
		);
	}
}

async function refusal(page: Page, response: Response, name: string): Promise<ScreenshotFailure> {
	const sentence = await page.evaluate(() => {
		const own = document.querySelector('main p')?.textContent;
		return (own ?? document.body?.innerText ?? '').trim().replace(/\s+/g, ' ');
	});
	const said = sentence.slice(0, 300) || response.statusText();
	return new ScreenshotFailure(exitCodes.failed, `${name} answers ${response.status()}: ${said}`);
}

/** Resolves when no timeline of the page is waiting, and what there is has been painted. */
export async function untilDrawn(page: Page): Promise<void> {
	await page.waitForFunction((selector) => !document.querySelector(selector), undrawn, {
		timeout: 0
	});
	await twoFrames(page);
}

/** After the second one begins, the first has been painted. */
function twoFrames(page: Page): Promise<void> {
	return page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
			})
	);
}
