import { textFlawsOf } from './geometry.ts';
import { errorPageNoise, expect, frozen, test } from './quiet-page.ts';

test.use({ expectedNoise: [errorPageNoise] });

/** What a reader may set for all text (WCAG 1.4.12). */
const spacing = `* {
	line-height: 1.5 !important;
	letter-spacing: 0.12em !important;
	word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

for (const path of ['/', '/?view=table', '/events/529', '/stations/4', '/about', '/?station=abc'])
	test(`with wide letters, words and lines no text is cut: ${path}`, async ({ page, app }) => {
		for (const width of [360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(frozen(app.url + path));
			await page.addStyleTag({ content: spacing });
			expect(await textFlawsOf(page), `${width} px`).toEqual([]);
		}
	});
