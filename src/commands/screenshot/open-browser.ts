import type { Browser } from '@playwright/test';
import { exitCodes, ScreenshotFailure } from './failure.ts';

/** Painting anew over parts of former paint blurs edges now this way, now that: 1 in 8 pictures. */
export const pictureArguments: readonly string[] = ['--disable-partial-raster'];

/**
 * A browser that runs; `signal` ends the search and closes it. Rejects with a ScreenshotFailure
 * when there is none, or no Playwright: it is a development dependency.
 */
export async function openBrowser(signal: AbortSignal): Promise<Browser> {
	const { startBrowser } = await loadSearch();
	const browser = (await startBrowser({ args: pictureArguments, signal }))?.browser;
	if (!browser) throw new ScreenshotFailure(exitCodes.unavailable, 'There is no browser.');
	const close = () => void browser.close();
	signal.addEventListener('abort', close, { once: true });
	if (signal.aborted) close();
	return browser;
}

/** Loaded only now, so that its absence can be told. */
async function loadSearch() {
	try {
		return await import('../browser/browser.ts');
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes('playwright')) throw error;
		throw new ScreenshotFailure(
			exitCodes.unavailable,
			'Pictures need Playwright, which is not installed: run "npm ci" without "--omit=dev".'
		);
	}
}
