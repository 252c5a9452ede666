import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';

/** On how many lines of the page's first heading `words` stand. */
const linesOf = (page: Page, words: string) =>
	page.getByRole('heading', { level: 1 }).evaluate((heading, words) => {
		const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const start = node.textContent?.indexOf(words) ?? -1;
			if (start < 0) continue;
			const range = document.createRange();
			range.setStart(node, start);
			range.setEnd(node, start + words.length);
			return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
		}
		return 0;
	}, words);

test.describe('a heading, without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const [path, name] of [
		['/?q=Crew-13', 'Crew-13'],
		['/events/529', 'Tianzhou-7']
	] as const)
		test(`keeps ${name} on one line at every width`, async ({ page, app }) => {
			await page.goto(frozen(app.url + path));
			for (let width = 280; width <= 1400; width += 20) {
				await page.setViewportSize({ width, height: 800 });
				expect(await linesOf(page, name), `${width} px`).toBe(1);
			}
		});

	for (const word of [`${'long-'.repeat(19)}word`, `${'W'.repeat(10)}-${'W'.repeat(10)}`])
		test(`breaks ${word} rather than be wider than its window`, async ({ page, app }) => {
			await page.setViewportSize({ width: 360, height: 800 });
			await page.goto(frozen(`${app.url}/?q=${word}`));
			const overhang = await page
				.getByRole('heading', { level: 1 })
				.evaluate((heading) => heading.scrollWidth - heading.clientWidth);
			expect(overhang).toBeLessThanOrEqual(0);
		});
});

test('a heading is copied and found as it reads', async ({ page, app }) => {
	await page.goto(frozen(`${app.url}/?q=Crew-13`));
	const title = 'one craft matching “Crew-13” was docked';
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toContainText(title);
	await heading.selectText();
	expect(await page.evaluate(() => String(getSelection()).trim())).toContain(title);
	await page.evaluate(() => getSelection()?.removeAllRanges());
	const isFound = await page.evaluate(
		(text) => (window as unknown as { find(text: string): boolean }).find(text),
		title
	);
	expect(isFound).toBe(true);
});
