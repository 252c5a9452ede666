import type { Page } from '@playwright/test';
import type { Instant } from '../../lib/time/instant.ts';

/** What shows that somebody sits at the page, or that it moves, is in no picture. */
const stillStyle = `
	*, *::before, *::after {
		cursor: none !important;
		caret-color: transparent !important;
		scrollbar-width: none !important;
		transition: none !important;
		animation-duration: 0s !important;
		animation-delay: 0s !important;
	}
	*:focus, *:focus-visible { outline: none !important; }
	[role='tooltip'] { display: none !important; }
`;

/**
 * Makes the pages that `page` will open fit for a picture: without cursor, caret, tooltips, focus
 * rings, scrollbars and motion; with a clock that stands at `now`, when it is given. Their own
 * `now` rules what they tell; this one holds where a page reads the browser's clock.
 */
export async function keepStill(page: Page, now: Instant | undefined): Promise<void> {
	await page.addInitScript((style) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(style);
		document.adoptedStyleSheets = [sheet];
	}, stillStyle);
	if (now === undefined) return;
	await page.clock.setFixedTime(now);
	// What takes turns goes by this one.
	await page.addInitScript(() => {
		Object.defineProperty(performance, 'now', { value: () => 0, configurable: true });
	});
}
