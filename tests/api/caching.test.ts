import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const app = useApp();
const frozen = 'now=2026-10-08T12:00Z';
const codings = ['identity', 'gzip', 'br'];

describe.each([`/?${frozen}`, `/?view=table&${frozen}`, `/events/529?${frozen}`])('%s', (path) => {
	it.each(codings)('answers 304 to who holds it, coded as %s', async (coding) => {
		const headers = { 'accept-encoding': coding };
		const first = await ask(app.url + path, { headers });
		expect(first.status).toBe(200);
		const tag = first.headers.etag ?? '';
		expect(tag).toMatch(/^(W\/)?"[^"]+"$/);
		const again = await ask(app.url + path, { headers: { ...headers, 'if-none-match': tag } });
		expect(again.status).toBe(304);
		expect(again.body).toHaveLength(0);
		expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
		expect(again.headers.vary).toBe(first.headers.vary);
		const other = await ask(app.url + path, { headers: { ...headers, 'if-none-match': '"x"' } });
		expect(other.status).toBe(200);
	});

	it('may be kept by a CDN for half a minute, and by nobody else without asking', async () => {
		const { headers } = await ask(app.url + path);
		expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=30');
		expect(headers.vary).toContain('Accept-Encoding');
		expect(headers['set-cookie']).toBeUndefined();
	});
});

it('two views have two tags, and one view has one', async () => {
	const tagOf = async (path: string) => (await ask(app.url + path)).headers.etag;
	const tag = await tagOf(`/?${frozen}`);
	expect(await tagOf(`/?${frozen}`)).toBe(tag);
	expect(await tagOf('/?now=2026-10-08T12:01Z')).not.toBe(tag);
	expect(await tagOf(`/?kind=crew&${frozen}`)).not.toBe(tag);
});

it('a page’s data may be kept as the page may', async () => {
	const { status, headers } = await ask(`${app.url}/__data.json?${frozen}`);
	expect(status).toBe(200);
	expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=30');
});

it('scripts, styles and fonts have names of their own and are kept for good', async () => {
	const { text } = await ask(`${app.url}/?${frozen}`);
	const { headers } = await ask(`${app.url}/?${frozen}`);
	const assets = [...(text + String(headers.link)).matchAll(/_app\/immutable\/[\w/.-]+\.\w+/g)];
	const paths = new Set(assets.map(([path]) => path));
	const endings = new Set([...paths].map((path) => path.split('.').at(-1)));
	expect([...endings]).toEqual(expect.arrayContaining(['js', 'css', 'woff2']));
	for (const path of paths) {
		const asset = await ask(`${app.url}/${path}`);
		expect(asset.status, path).toBe(200);
		expect(asset.headers['cache-control'], path).toBe('public,max-age=31536000,immutable');
	}
});

it('a page that is an error is kept by nobody', async () => {
	for (const path of ['/?station=abc', '/events/999999', '/nowhere']) {
		const { headers } = await ask(app.url + path);
		expect(headers['cache-control'], path).toBe('no-store');
	}
});
