import type { Page } from '@playwright/test';
import { expect, frozen, test } from './quiet-page.ts';
import { drawn } from './timeline-page.ts';

/** How many sheets the page takes, as its own style sheet lays them. */
async function countSheets(page: Page): Promise<number> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

for (const [name, path, sheets] of [
	['the timeline is', '/', 1],
	['an event is', '/events/529', 1],
	['an event at eight ports is', '/events/644', 1],
	['fifty stays are', '/?view=table', 3],
	['about the data is', '/about', 2],
	['a station’s docked, ports, history and life are', '/stations/4', 3]
] as const)
	test(`on paper ${name} so many sheets: ${sheets}`, async ({ page, app }) => {
		await page.goto(frozen(app.url + path));
		expect(await countSheets(page)).toBe(sheets);
	});

test('a station’s name is underlined as the link that it is, and not on paper', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url));
	const name = page.getByRole('link', { name: 'Tiangong', exact: true });
	await expect(name).toHaveCSS('text-decoration-line', 'underline');
	await page.emulateMedia({ media: 'print' });
	await expect(name).toHaveCSS('text-decoration-line', 'none');
});

test('on paper bars, arrows and names keep their colours, and the now line crosses no month', async ({
	page,
	app
}) => {
	await page.goto(frozen(app.url));
	await drawn(page);
	await page.emulateMedia({ media: 'print' });
	for (const part of ['.shape', '.arrow', '.label', '.dot'])
		await expect(page.locator(`[data-port] ${part}`).first()).toHaveCSS(
			'print-color-adjust',
			'exact'
		);
	const isAbove = await page.evaluate(() => {
		const row = document.querySelector('.axis-row')!;
		const now = document.querySelector<HTMLElement>('.now-layer .now')!;
		// What takes no pointer would not be found.
		now.style.pointerEvents = 'auto';
		const line = now.getBoundingClientRect();
		const { bottom } = row.getBoundingClientRect();
		const top = document.elementFromPoint(line.left + 1, bottom - 2);
		return line.top < bottom && row.contains(top);
	});
	expect(isAbove).toBe(true);
});
