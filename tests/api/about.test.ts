import { afterAll, describe, expect, it, vi } from 'vitest';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const get = async (url: string) => {
	const { status, headers, body } = await ask(`${url}/about`, {});
	return { status, headers, html: body.toString() };
};

/** What a reader reads: no tags, single spaces. */
const words = (html: string) =>
	html
		.slice(html.indexOf('<main'), html.indexOf('</main>'))
		.replace(/<!--.*?-->/gs, '')
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, ' ');

describe('/about of the sample', () => {
	const app = useApp();

	it('says what is shown, whose it is, and what is odd about it', async () => {
		const { status, headers, html } = await get(app.url);
		expect(status).toBe(200);
		expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=30');
		expect(headers.etag).toBeDefined();
		expect(html).toContain('641 docking events');
		expect(html).toContain('GCAT');
		expect(html).toMatch(/data-oddity="no-station" data-count="9"/);
		expect(html).toContain('href="/events/621"');
	});

	it('says which known oddities are of live data, and how many of them the sample has', async () => {
		const text = words((await get(app.url)).html);
		expect(text).toContain('What is odd in the sample');
		expect(text).toContain('The sample, which is what you see now, has one of them.');
		expect(text).toMatch(
			/as ports 19 and 12, “Node 2 forward”; here both are 19\. No event of the sample has 12\./
		);
		expect(text).toContain('stay docked for good. In the sample too: 18 modules.');
		expect(text).toContain('Some departures were never entered. Not in the sample.');
		expect(text).not.toContain('in the data now');
	});

	it('links its sources and their licence, safely', async () => {
		const { html } = await get(app.url);
		const links = [...html.matchAll(/<a href="(https:[^"]+)"([^>]*)>([^<]+)<\/a>/g)];
		expect(new Map(links.map(([, href, , text]) => [text, href]))).toEqual(
			new Map([
				['planet4589.org', 'https://planet4589.org/'],
				['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
				['The Space Devs, Launch Library 2', 'https://thespacedevs.com/llapi'],
				['Launch Library 2', 'https://ll.thespacedevs.com/docs']
			])
		);
		for (const [link, , attributes] of links)
			expect(attributes, link).toContain('rel="noopener noreferrer"');
	});
});

describe('/about of live data', () => {
	const [first, second, ...others] = generateEvents({ count: 20 });
	const backwards = {
		...first,
		docking: '2024-05-02T00:00:00Z',
		departure: '2024-05-01T00:00:00Z'
	};
	const upstream = startUpstream({ documents: [backwards, second, ...others] });
	const app = useApp(async () => ({ upstream: (await upstream).url }));
	afterAll(async () => (await upstream).close());

	it('finds what is wrong in it now, with the events', async () => {
		await vi.waitFor(async () => expect((await get(app.url)).html).toContain('20 docking events'), {
			timeout: 20_000
		});
		const { html } = await get(app.url);
		const section = /data-oddity="backwards" data-count="(\d+)"[\s\S]*?<\/section>/.exec(html);
		expect(Number(section?.[1])).toBeGreaterThan(0);
		expect(section?.[0]).toContain(`href="/events/${backwards.id}"`);
		expect(words(html)).toContain('What is odd in the data now');
		expect(words(html)).not.toContain('he sample');
		expect(html).toMatch(/data-known="departure-never-entered" data-count="\d+"/);
	});
});
