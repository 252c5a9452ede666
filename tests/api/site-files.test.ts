import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

describe('what browsers and search engines ask every site for', () => {
	const app = useApp();
	const get = (path: string) => ask(app.url + path, {});

	it('has a manifest, linked from each page, with icons that are there in the size it says', async () => {
		for (const page of ['/', '/about', '/events/529', '/kiosk'])
			expect((await get(page)).body.toString()).toMatch(/<link rel="manifest" href="[./]*manifest/);
		const { headers, body } = await get('/manifest.webmanifest');
		expect(headers['content-type']).toBe('application/manifest+json');
		const { icons, start_url } = JSON.parse(body.toString()) as {
			readonly icons: readonly { src: string; sizes: string; type: string }[];
			readonly start_url: string;
		};
		expect((await get(start_url)).status).toBe(200);
		for (const { src, sizes, type } of icons) {
			const icon = await get(src);
			expect([icon.status, icon.headers['content-type']]).toEqual([200, type]);
			if (type === 'image/png')
				expect(`${icon.body.readUInt32BE(16)}x${icon.body.readUInt32BE(20)}`).toBe(sizes);
		}
	});

	it('has the icon that a browser asks for beside what is no page', async () => {
		const { status, headers } = await get('/favicon.ico');
		expect(status).toBe(308);
		const icon = await get(headers.location!);
		expect([icon.status, icon.headers['content-type']]).toEqual([200, 'image/png']);
	});

	it('has a robots.txt that lets pages be found', async () => {
		const { status, body } = await get('/robots.txt');
		expect(status).toBe(200);
		expect(body.toString()).not.toMatch(/^Disallow: \/$/m);
	});

	it('has a title and a description on each page', async () => {
		for (const page of ['/', '/about', '/events/529', '/kiosk']) {
			const html = (await get(page)).body.toString();
			expect(html).toMatch(/<title>[^<]{5,}<\/title>/);
			expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
		}
	});

	it('has less than 70 KB of script on the dashboard, as it leaves', async () => {
		const links = String((await get('/')).headers.link);
		const files = [...links.matchAll(/<([^>]+\.js)>; rel="modulepreload"/g)].map(
			([, file]) => file!
		);
		expect(files.length).toBeGreaterThan(3);
		const lengths = await Promise.all(
			files.map(async (file) => {
				const { status, headers } = await ask(app.url + file, {
					headers: { 'accept-encoding': 'br' }
				});
				expect([status, headers['content-encoding']]).toEqual([200, 'br']);
				return Number(headers['content-length']);
			})
		);
		expect(lengths.reduce((sum, length) => sum + length)).toBeLessThan(70_000);
	});
});
