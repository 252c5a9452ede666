import { afterAll, describe, expect, it, vi } from 'vitest';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const get = async (url: string) => {
	const { status, headers, body } = await ask(`${url}/about`, {});
	return { status, headers, html: body.toString() };
};

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
	});
});
