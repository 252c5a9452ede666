import type { Page } from '@playwright/test';
import { expect } from './quiet-page.ts';

/** The screens that walls have. */
export const screens = [
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 },
	{ width: 1080, height: 1920 },
	{ width: 1280, height: 1024 }
];

/** The kiosk at an address, drawn for this screen. */
export async function opened(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
}

/** The lines of the key in the foot. */
export const keyOf = (page: Page) => page.getByRole('list', { name: 'Key' }).getByRole('listitem');

/** What does not lie on the screen, or hides a part of itself. */
export function cutOff(page: Page): Promise<string[]> {
	return page.locator('[data-kiosk] *:not(.content *)').evaluateAll((elements) =>
		elements.flatMap((element) => {
			const { left, right, top, bottom, width } = element.getBoundingClientRect();
			const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
			return width > 0 && isOut ? [`${element.tagName} ${element.className}`] : [];
		})
	);
}

/** Sizes of all texts, in px of a screen 1080 px high (or wide, whichever is less). */
export function textSizes(page: Page): Promise<number[]> {
	return page.locator('[data-kiosk] *').evaluateAll((elements) =>
		elements
			.filter((element) => {
				const isText = [...element.childNodes].some(
					(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
				);
				return isText && element.getClientRects().length > 0;
			})
			.map(
				(element) =>
					(parseFloat(getComputedStyle(element).fontSize) * 1080) /
					Math.min(innerWidth, innerHeight)
			)
	);
}
