import { differingShare } from '../compare-png.ts';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn } from './timeline-page.ts';

/** So much of the timeline may differ: a name that the exact width has room for, or none. */
const tolerance = 0.005;

for (const theme of ['light', 'dark'] as const)
	for (const width of [360, 1280, 1920] as const)
		test(`the script takes over a ${theme} timeline ${width} px wide without changing what is seen`, async ({
			page,
			app,
			browser
		}) => {
			const address = `${frozen(app.url)}&theme=${theme}`;
			const still = await browser.newContext({
				javaScriptEnabled: false,
				viewport: { width, height: 1080 }
			});
			const served = await still.newPage();
			await served.goto(address);
			await page.setViewportSize({ width, height: 1080 });
			await page.goto(address);
			await drawn(page);
			const [before, after] = await Promise.all(
				[served, page].map((one) => one.locator('[data-timeline]').screenshot())
			);
			await still.close();
			expect(differingShare(before!, after!)).toBeLessThan(tolerance);
		});
