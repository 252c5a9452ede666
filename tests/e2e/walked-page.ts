import type { Page } from '@playwright/test';
import { plotOf, rest } from './moved-page.ts';
import { expect } from './quiet-page.ts';
import { trueStays, type TrueStay } from './sample-truth.ts';

/** Where the focus is: in which lane, on which stay, and whether a reader sees it. */
export async function place(page: Page) {
	const { left, right } = await plotOf(page);
	return page.evaluate(
		(plot) => {
			const element = document.activeElement ?? document.body;
			const box = element.getBoundingClientRect();
			return {
				isInTimeline: element.closest('[data-timeline]') !== null,
				id: element.getAttribute('data-event'),
				name: (element.getAttribute('aria-label') ?? '').split(',')[0],
				port: element.closest('[data-port]')?.getAttribute('data-port'),
				station: element.closest('[data-station]')?.getAttribute('data-station'),
				isSeen:
					Math.min(box.right, plot.right) - Math.max(box.left, plot.left) > 0 &&
					box.top >= 0 &&
					box.bottom <= window.innerHeight,
				isRinged: getComputedStyle(element).outlineStyle !== 'none'
			};
		},
		{ left, right }
	);
}

/** Presses a key, lets the view come to rest, and says that a stay has the focus and is seen. */
export async function press(page: Page, key: string) {
	await page.keyboard.press(key);
	await rest(page);
	const now = await place(page);
	expect(now, key).toMatchObject({ isInTimeline: true, isSeen: true, isRinged: true });
	expect(now.id, key).not.toBeNull();
	return now;
}

/** Focuses the first mark of a port's lane. */
export async function startAt(page: Page, port: string): Promise<void> {
	const lane = page.locator('[data-port]', { has: page.getByRole('heading', { name: port }) });
	await lane.locator('[data-event]').first().focus();
	// The ring is for the keyboard.
	await page.keyboard.press('Shift');
}

/** The stays of a port of the International Space Station by docking, as the sample's file has them. */
export function staysAt(port: string): TrueStay[] {
	return trueStays()
		.filter((stay) => stay.stationId === '4' && stay.port === port)
		.sort((a, b) => a.docked - b.docked);
}

export const called = ({ craft, port }: TrueStay) => `${craft} at ${port}`;
