import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPageCache } from '../../../src/lib/server/page-cache.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const snapshot: Snapshot = {
	catalogue: sampleCatalogue(),
	source: 'live',
	minute: instant(Date.UTC(2026, 9, 8, 12)),
	updated: instant(Date.UTC(2026, 9, 8, 11, 42)),
	staleAfterMs: 3_600_000,
	version: 'a',
	events: 51,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 3,
	reason: undefined,
	warnings: [],
	unreadable: 0
};

/** A page that says how often it was drawn, and is worth compressing. */
function counted(status = 200) {
	let count = 0;
	const draw = () => {
		count++;
		return new Response(`drawing ${count} ${'x'.repeat(2000)}`, {
			status,
			headers: { 'content-type': 'text/html', etag: `"${count}"` }
		});
	};
	return { draw, count: () => count };
}

const get = (query = '', headers: Record<string, string> = {}) =>
	new Request(`http://berthline.test/${query}`, { headers });

describe('a page', () => {
	it('is drawn once for its address while the data and the minute are the same', async () => {
		const [pages, page] = [createPageCache(), counted()];
		const [first, second] = [
			await pages.answer(get(), snapshot, page.draw),
			await pages.answer(get(), { ...snapshot, callsLeft: 2 }, page.draw)
		];
		expect(page.count()).toBe(1);
		expect(await second.text()).toBe(await first.text());
		expect(second.headers.get('content-type')).toBe('text/html');
	});

	it.each<[string, Partial<Snapshot>]>([
		['other data', { version: 'b' }],
		['the next minute', { minute: instant(snapshot.minute + 60_000) }],
		['a refresh that changed nothing', { updated: snapshot.minute }],
		['data gone stale', { source: 'stale', reason: 'no answer' }],
		['another plan', { nextRefresh: instant(snapshot.minute + 1) }],
		['a warning', { warnings: ['The archive cannot be written.'] }]
	])('is drawn anew for %s', async (_, change) => {
		const [pages, page] = [createPageCache(), counted()];
		await pages.answer(get(), snapshot, page.draw);
		const next = await pages.answer(get(), { ...snapshot, ...change }, page.draw);
		expect(await next.text()).toContain('drawing 2');
	});

	it('is another at another address', async () => {
		const [pages, page] = [createPageCache(), counted()];
		await pages.answer(get('?station=4'), snapshot, page.draw);
		await pages.answer(get('?station=18'), snapshot, page.draw);
		expect(page.count()).toBe(2);
	});

	it('is drawn once for all who ask for it meanwhile', async () => {
		const [pages, page] = [createPageCache(), counted()];
		const asked = Array.from({ length: 20 }, () => pages.answer(get(), snapshot, page.draw));
		const texts = await Promise.all((await Promise.all(asked)).map((one) => one.text()));
		expect(page.count()).toBe(1);
		expect(new Set(texts).size).toBe(1);
	});

	it('comes in the coding that each client takes, and is drawn once for all of them', async () => {
		const [pages, page] = [createPageCache(), counted()];
		const plain = await pages.answer(get(), snapshot, page.draw);
		const asked = get('', { 'accept-encoding': 'gzip' });
		const zipped = await pages.answer(asked, snapshot, page.draw);
		expect(plain.headers.get('content-encoding')).toBeNull();
		expect(zipped.headers.get('content-encoding')).toBe('gzip');
		expect(zipped.headers.get('vary')).toContain('Accept-Encoding');
		expect(zipped.headers.get('etag')).toBe('W/"1"');
		expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(await plain.text());
		expect(page.count()).toBe(1);
	});

	it('is not sent again to who has it', async () => {
		const [pages, page] = [createPageCache(), counted()];
		await pages.answer(get(), snapshot, page.draw);
		const asked = get('', { 'if-none-match': '"1"' });
		const answer = await pages.answer(asked, snapshot, page.draw);
		expect([answer.status, await answer.text(), page.count()]).toEqual([304, '', 1]);
	});

	it('that a client knows already is no empty page for the next', async () => {
		const [pages, page] = [createPageCache(), counted()];
		const knowing = get('', { 'if-none-match': '"1"' });
		const empty = await pages.answer(
			knowing,
			snapshot,
			() => new Response(null, { status: 304, headers: { etag: '"1"' } })
		);
		expect(empty.status).toBe(304);
		const next = await pages.answer(get(), snapshot, page.draw);
		expect([next.status, (await next.text()).length]).toEqual([200, 2010]);
	});

	it.each([400, 404, 500])('with status %i is not kept', async (status) => {
		const [pages, page] = [createPageCache(), counted(status)];
		await pages.answer(get(), snapshot, page.draw);
		const again = await pages.answer(get(), snapshot, page.draw);
		expect([again.status, page.count()]).toEqual([status, 2]);
	});

	it('that cannot be drawn fails for who asked, and is tried again for the next', async () => {
		const [pages, page] = [createPageCache(), counted()];
		const fail = () => Promise.reject(new Error('no'));
		await expect(pages.answer(get(), snapshot, fail)).rejects.toThrow('no');
		expect((await pages.answer(get(), snapshot, page.draw)).status).toBe(200);
	});
});

it('keeps no more bytes than it may: what was not asked for longest goes', async () => {
	const [pages, page] = [createPageCache(10_000), counted()];
	for (const query of ['?q=1', '?q=2', '?q=1', '?q=3'])
		await pages.answer(get(query), snapshot, page.draw);
	expect(page.count()).toBe(3);
	await pages.answer(get('?q=1'), snapshot, page.draw);
	expect(page.count()).toBe(3);
	await pages.answer(get('?q=2'), snapshot, page.draw);
	expect(page.count()).toBe(4);
});
