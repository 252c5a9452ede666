import type { Locator } from '@playwright/test';
import { startUpstream } from '../upstream/server.ts';
import { oddDocuments, oddEvents, oddNames } from '../upstream/odd-events.ts';
import { clockAt } from './clock.ts';
import { expect, test } from './quiet-page.ts';
import { flawsOf } from './geometry.ts';
import { drawn, scripted, shapesOf } from './timeline-page.ts';

test.describe.configure({ timeout: 90_000 });

const until = '2026-10-08T00:00:00Z';
const env = { ...clockAt('2026-10-08T12:00:00Z'), LL2_TIMEOUT_MS: '60000' };
const whole = '?station=4,18,15,9001,other&ports=all&from=1960-01-01&to=2030-01-01';

/** Elements and attributes that no page of ours has: they could only come out of a name. */
const injected = 'b, img, iframe, object, embed, [onerror], [onfocus], [onload], [autofocus]';

test('markup in a name from upstream is text on every page', async ({ page, startApp }) => {
	const odd = Object.entries(oddEvents(until)).filter(([kind]) => kind.startsWith('name-'));
	const upstream = await startUpstream({
		documents: odd.flatMap(([, { documents }]) => documents)
	});
	const app = await startApp({ upstream: upstream.url, env });
	await page.goto(app.url + '/');
	await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
	await page.goto(`${app.url}/${whole}`);
	await drawn(page);
	await expect(page.locator('[data-event]')).toHaveCount(Object.keys(oddNames).length);
	await expect(page.locator(injected)).toHaveCount(0);
	const html = page.getByRole('link', { name: /onerror=/ }).and(page.locator('[data-event]'));
	await expect(html).toHaveAttribute('aria-label', new RegExp('^<b>Progress</b> <img src=x'));
	await shapesOf(html).first().hover();
	await expect(page.getByRole('tooltip')).toContainText('<b>Progress</b> <img src=x');
	await expect(page.locator(injected)).toHaveCount(0);

	await page.goto(`${app.url}/${whole}&view=table`);
	await scripted(page);
	await expect(page.getByRole('row', { name: /<b>Progress<\/b>/ })).toHaveCount(1);
	await expect(page.locator(injected)).toHaveCount(0);

	const eventIds = odd.map(([, { documents }]) => (documents[0] as { id: number }).id);
	for (const id of eventIds) {
		await page.goto(`${app.url}/events/${id}`);
		await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
		await expect(page.locator(injected)).toHaveCount(0);
	}
	await page.goto(
		`${app.url}/?q=${encodeURIComponent('</script><script>window.hacked=1</script>')}`
	);
	await expect(page.getByRole('searchbox')).toHaveValue(/window\.hacked/);
	expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
	await upstream.close();
});

test('a name written from right to left stays readable, in its bar and everywhere else', async ({
	page,
	startApp
}) => {
	const odd = oddEvents(until)['name-right-to-left'];
	const upstream = await startUpstream({ documents: odd.documents });
	const app = await startApp({ upstream: upstream.url, env });
	await page.goto(app.url + '/');
	await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
	const { docking } = odd.documents[0] as { docking: string };
	const view = `station=4&ports=all&from=${docking.slice(0, 10)}&to=${plusDays(docking, 90)}`;
	await page.goto(`${app.url}/?${view}`);
	await drawn(page);
	expect(await flawsOf(page)).toEqual([]);
	const mark = page.locator('[data-event]');
	await expect(mark).toHaveCount(1);
	await expect(mark).toHaveAttribute(
		'aria-label',
		/חללית.*, docked \d+ \w+ \d{4} \d\d:\d\d UTC, departed \d+ \w+ \d{4}/
	);
	await mark.hover();
	for (const text of [
		mark.locator('.label'),
		page.getByRole('tooltip').locator('strong'),
		page.locator('[data-port] h3')
	])
		expect(await readingOf(text)).toEqual({ isRightToLeft: true, isWhole: true });
	await page.goto(`${app.url}/?view=table&${view}`);
	await scripted(page);
	const heading = page.getByRole('rowheader').getByRole('link');
	expect(await readingOf(heading)).toEqual({ isRightToLeft: true, isWhole: true });
	await upstream.close();
});

/** The date so many days after an instant. */
function plusDays(at: string, days: number): string {
	return new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How a name with Hebrew in it is seen: in its own order, and no letter outside its element. */
function readingOf(text: Locator) {
	return text.evaluate((element) => {
		const own = element.getBoundingClientRect();
		const letters: { letter: string; x: number; isInside: boolean }[] = [];
		const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const node = texts.currentNode as Text;
			for (let at = 0; at < node.length; at++) {
				const range = new Range();
				range.setStart(node, at);
				range.setEnd(node, at + 1);
				const { left, right } = range.getBoundingClientRect();
				const isInside = left >= own.left - 1 && right <= own.right + 1;
				letters.push({ letter: node.data.charAt(at), x: left, isInside });
			}
		}
		const hebrew = letters.filter(({ letter }) => /[\u05D0-\u05EA]/.test(letter));
		return {
			isRightToLeft:
				hebrew.length > 3 &&
				hebrew.every(({ x }, index) => index === 0 || x < (hebrew[index - 1]?.x ?? 0)),
			isWhole: letters.every(({ isInside }) => isInside)
		};
	});
}

test('documents of every odd kind give pages that work and fit', async ({ page, startApp }) => {
	const documents = oddDocuments(undefined, until);
	const upstream = await startUpstream({ documents });
	const app = await startApp({ upstream: upstream.url, env });
	await page.goto(app.url);
	await expect(page.locator('html')).toHaveAttribute('data-source', 'live');
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(`${app.url}/${whole}`);
		await drawn(page);
		await expect.poll(() => flawsOf(page), `at ${width} px`).toEqual([]);
	}
	const links = await page
		.locator('[data-event]')
		.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('href') ?? ''));
	expect(links.length).toBeGreaterThan(60);
	const answers = await Promise.all(
		links.map(async (link) => `${(await fetch(new URL(link, app.url))).status} ${link}`)
	);
	expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
	await upstream.close();
});
