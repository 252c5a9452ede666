import { expect, test } from './quiet-page.ts';
import { openStill, rest } from './moved-page.ts';
import { called, press, startAt, staysAt } from './walked-page.ts';

test.beforeEach(async ({ page, app }) => {
	await openStill(page, `${app.url}/?station=4,18&from=2026-01-01&to=2026-10-31`);
});

test('a lane’s ends are where it is shown: a module that came long before any craft is passed over', async ({
	page
}) => {
	const expected = staysAt('Harmony zenith');
	const firstVisit = expected.findIndex(({ kind }) => kind !== 'module');
	expect(firstVisit).toBeGreaterThan(0);
	await startAt(page, 'Harmony zenith');
	await press(page, 'End');
	expect((await press(page, 'Home')).name).toBe(called(expected[firstVisit]!));
	expect((await press(page, 'ArrowLeft')).name).toBe(called(expected[firstVisit]!));
	expect((await press(page, 'ArrowRight')).name).toBe(called(expected[firstVisit + 1]!));
});

test('keys go on from what is shown when the lane that they were in is folded away', async ({
	page
}) => {
	await startAt(page, 'Harmony nadir');
	await press(page, 'Home');
	// So far back that no craft had been there.
	for (let step = 0; step < 12; step++) {
		await page.keyboard.press('[');
		await rest(page);
	}
	await expect(page.locator('[data-port] h3', { hasText: 'Harmony nadir' })).toHaveCount(0);
	expect((await press(page, 'ArrowRight')).isSeen).toBe(true);
});
