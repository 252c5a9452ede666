import { expect } from './quiet-page.ts';
import type { Locator, Page } from '@playwright/test';

/** What a view shows: stays, ports and stations by Launch Library 2's ids, and its title. */
export interface Shown {
	readonly title: string;
	readonly events: readonly string[];
	readonly ports: readonly string[];
	readonly stations: readonly string[];
}

/** The view with event 529 in it, the only sample event that is Launch Library 2's in full. */
export const viewOf529 = '/?station=18&from=2023-06-01&to=2025-01-31';

/** Event 529's accessible name, as INTERFACE.md has it. */
export const nameOf529 =
	'Tianzhou-7 at Tianhe aft, docked 17 Jan 2024 17:46 UTC, ' +
	'departed 10 Nov 2024 08:30 UTC, 297 d 14 h';

/** Waits until the script has taken the page over and the timeline knows its own width. */
export async function drawn(page: Page): Promise<void> {
	await expect(page.locator('[data-timeline][data-drawn]')).toBeVisible();
}

/**
 * The drawn stretches of a stay's mark: the mark itself where all of it is equally sure, else the
 * parts of it.
 */
export function shapesOf(mark: Locator): Locator {
	return mark.locator(
		'xpath=descendant-or-self::*[contains(concat(" ", normalize-space(@class), " "), " shape ")]'
	);
}

/**
 * Waits until the page holds every stay, and can be moved about without the server: it then draws
 * its overview for its own width, where the server's HTML assumes a thousand columns.
 */
export async function explored(page: Page): Promise<void> {
	await drawn(page);
	const area = page.locator('[data-overview] svg.area');
	await expect
		.poll(() =>
			area.evaluate((svg: SVGSVGElement) => Math.abs(svg.viewBox.baseVal.width - svg.clientWidth))
		)
		.toBeLessThan(1);
}

/** Waits until the script has taken over a page that has no timeline. */
export async function scripted(page: Page): Promise<void> {
	await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
}

/** What the page shows now; lists are sorted. */
export function shownBy(page: Page): Promise<Shown> {
	return page.evaluate(() => {
		const all = (name: string) =>
			[...document.querySelectorAll(`[data-${name}]`)]
				.map((element) => element.getAttribute(`data-${name}`) ?? '')
				.sort();
		return {
			title: document.querySelector('h1')?.textContent?.trim() ?? '',
			events: all('event'),
			ports: all('port'),
			stations: all('station')
		};
	});
}

/** What the HTML says that the server sends for `url`, before any script. */
export async function servedAt(url: string): Promise<Shown> {
	const html = await (await fetch(url)).text();
	const all = (name: string) =>
		[...html.matchAll(new RegExp(` data-${name}="([^"]*)"`, 'g'))].map(([, id = '']) => id).sort();
	const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? [];
	return {
		title: title.replace(/<[^>]*>/g, '').trim(),
		events: all('event'),
		ports: all('port'),
		stations: all('station')
	};
}

/** Waits until the page shows what the server's HTML for the page's own address says. */
export async function showsWhatItsAddressSays(page: Page): Promise<Shown> {
	const served = await servedAt(page.url());
	await expect.poll(() => shownBy(page)).toEqual(served);
	return served;
}
