import { afterAll, describe, expect, it, vi } from 'vitest';
import { ask } from './ask.ts';
import { startUpstream, type Upstream } from '../upstream/server.ts';
import { useApp } from './built-app.ts';

const app = useApp(() => ({ env: { ORIGIN: 'https://berthline.example' } }));
const frozen = 'now=2026-10-08T12:00Z';
const pageOf = (path: string, headers: Record<string, string> = {}) =>
	ask(`${app.url}/stations/${path}`, { headers });
/** What a reader reads: no tags, single spaces. */
const words = (html: string) =>
	html
		.slice(html.indexOf('<main'), html.indexOf('</main>'))
		.replace(/<!--.*?-->/gs, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

describe('a station’s page', () => {
	it.each([
		['4', 'International Space Station', '5 of 8 ports occupied', 'active'],
		['18', 'Tiangong', '2 of 3 ports occupied', 'active'],
		['5', 'Mir', 'last visit ended 4 Jul 1995', 'de-orbited on 23 Mar 2001'],
		['1000006', 'Salyut 1', 'last stay ended 29 Jun 1971', 'de-orbited on 11 Oct 1971']
	])('of %s tells its name, its state and its ports', async (id, name, now, state) => {
		const { status, text } = await pageOf(`${id}?${frozen}`);
		expect(status).toBe(200);
		expect(text).toContain(`<title>${name} · Berthline</title>`);
		expect(words(text)).toContain(name);
		expect(words(text)).toContain(now);
		expect(words(text)).toContain(`Space station · ${state}`);
		// Of a station that is gone nobody asks what is docked.
		expect(/Docked (now|as of)/.test(words(text))).toBe(state === 'active');
	});

	it('stops its clock where the address says, and writes dates in the reader’s zone', async () => {
		const past = words((await pageOf('4?now=2025-12-02T00:00Z')).text);
		expect(past).toContain('8 of 8 ports occupied');
		expect(past).not.toContain('Crew-13');
		const there = words((await pageOf(`18?${frozen}&tz=Asia/Shanghai`)).text);
		expect(there).toContain('since 25 May 2026, 02:45 GMT+8');
		const dark = await pageOf(`18?${frozen}&theme=dark`);
		expect(dark.text).toMatch(/<html[^>]* data-theme="dark"/);
	});

	it('tells whose its stays are, and of which time a share is', async () => {
		const text = words((await pageOf(`4?${frozen}`)).text);
		expect(text).toContain('Stays 369 by 311 visiting craft and 17 modules');
		expect(text).toMatch(/24% of the time since Feb 2008/);
		expect(text).toMatch(/5% of Dec 1998 to Oct 2000/);
	});

	it('keeps the clock, the theme and the zone in its links', async () => {
		const { text } = await pageOf(`18?${frozen}&theme=dark`);
		const links = [...text.matchAll(/ href="(\/[^"]*)"/g)].map(([, href]) => href ?? '');
		const inside = links.filter((href) => /^\/(\?|events|kiosk|timeline|data)/.test(href));
		expect(inside.length).toBeGreaterThan(40);
		for (const href of inside) {
			expect(href).toContain('now=2026-10-08T12:00Z');
			expect(href).toContain('theme=dark');
		}
	});

	it('leads to the dashboard, pictures and data, all of which answer', async () => {
		const { text } = await pageOf(`5?${frozen}`);
		const links = [...text.matchAll(/ href="(\/[^"]*)"/g)].map(([, href]) =>
			(href ?? '').replaceAll('&amp;', '&')
		);
		for (const start of ['/?', '/timeline.svg?', '/data.csv?', '/data.ics?']) {
			const link = links.find((href) => href.startsWith(`${start}station=5&`));
			expect(link, start).toBeDefined();
			expect((await ask(app.url + link)).status, link).toBe(200);
		}
		const csv = links.find((href) => href.startsWith('/data.csv'))!;
		expect((await ask(app.url + csv)).text.trim().split('\n')).toHaveLength(1 + 148);
	});

	it('leads to a kiosk of a station that is still there, and of no other', async () => {
		const link = / href="(\/kiosk\?[^"]*)"/.exec((await pageOf(`4?${frozen}`)).text)?.[1];
		expect(link).toContain('station=4&');
		expect((await ask(app.url + link!.replaceAll('&amp;', '&'))).status).toBe(200);
		expect((await pageOf(`5?${frozen}`)).text).not.toContain('href="/kiosk');
	});

	it('tells where its address is shared what it is', async () => {
		const { text } = await pageOf(`18?${frozen}`);
		expect(text).toMatch(/<meta property="og:title" content="Tiangong"/);
		expect(text).toMatch(
			/<meta property="og:description" content="active; Used since [^"]*2 of 3 p/
		);
		expect(text).toMatch(
			/<meta property="og:image" content="https:\/\/berthline\.example\/timeline\.png\?station=18/
		);
	});

	it('answers 304 to who holds it, and may be kept by a CDN for half a minute', async () => {
		const first = await pageOf(`4?${frozen}`, { 'accept-encoding': 'br' });
		expect(first.headers['cache-control']).toBe('public, max-age=0, s-maxage=30');
		expect(first.headers['content-encoding']).toBe('br');
		expect(first.headers.vary).toContain('Accept-Encoding');
		const tag = first.headers.etag ?? '';
		expect(tag).toMatch(/^(W\/)?"[^"]+"$/);
		const again = await pageOf(`4?${frozen}`, { 'if-none-match': tag });
		expect([again.status, again.body.length]).toEqual([304, 0]);
	});
});

describe('a station that is not there', () => {
	it('gets 404, a sentence, and what to do', async () => {
		const { status, headers, text } = await pageOf(`99999?${frozen}`);
		expect(status).toBe(404);
		expect(headers['cache-control']).toBe('no-store');
		expect(words(text)).toContain('Berthline holds no docking at a station 99999.');
		expect(words(text)).toContain('International Space Station id 4');
		expect(text).toMatch(/<a[^>]* href="\/\?now=2026-10-08T12:00Z"[^>]*>Show the stations</);
	});

	it.each(['abc', '4.5', '-4', '99999999999999999999', '%3Cscript%3E'])(
		'by the name %s gets 400',
		async (id) => {
			const { status, text } = await pageOf(id);
			expect(status).toBe(400);
			expect(words(text)).toContain('A station’s address ends in its number');
			expect(text).not.toContain('“<script>');
		}
	);

	it('says which value of the query makes no sense', async () => {
		const { status, text } = await pageOf('4?now=yesterday');
		expect(status).toBe(400);
		expect(words(text)).toContain('now must be');
	});
});

it('an event’s page leads to its station’s page', async () => {
	const { text } = await ask(`${app.url}/events/529?${frozen}`);
	expect(text).toContain('href="/stations/18?now=2026-10-08T12:00Z"');
	const { text: other } = await ask(`${app.url}/data.json?station=other`);
	const [stay] = (JSON.parse(other) as { stays: { id: number }[] }).stays;
	expect((await ask(`${app.url}/events/${stay!.id}`)).text).not.toContain('/stations/');
});

it('an event’s page says no more of an open stay than the data know, as its station’s row does', async () => {
	const headingAt = async (query: string) => {
		const { text } = await ask(`${app.url}/data.json?q=crew-13&${frozen}`);
		const [stay] = (JSON.parse(text) as { stays: { id: number }[] }).stays;
		const page = (await ask(`${app.url}/events/${stay!.id}?${query}`)).text;
		return words(`<main>${/<h1.*?<\/h1>/s.exec(page)?.[0] ?? ''}</main>`).trim();
	};
	const place = 'Crew-13 Dragon at Harmony forward, International Space Station';
	expect(await headingAt(frozen)).toMatch(
		new RegExp(`^ *${place}: docked for at least 6 d so far$`)
	);
	expect(await headingAt('now=2026-10-06T23:05Z')).toMatch(
		new RegExp(`^ *${place}: docked for 5 d so far$`)
	);
});

describe('while Launch Library 2 has no docking event at all', () => {
	let upstream: Upstream | undefined;
	const empty = useApp(async () => {
		upstream = await startUpstream();
		return { upstream: upstream.url };
	});
	afterAll(() => upstream?.close());

	it('a station’s page says so, and lists nothing', async () => {
		await vi.waitFor(
			async () => {
				const { text } = await ask(`${empty.url}/healthz`);
				expect(JSON.parse(text)).toMatchObject({ source: 'live', events: 0 });
			},
			{ timeout: 20_000 }
		);
		const { status, text } = await ask(`${empty.url}/stations/4`);
		expect(status).toBe(404);
		expect(words(text)).toContain('no docking at a station 4. It holds none yet.');
	});
});
