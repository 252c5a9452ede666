import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import { find, linksOf, readWrongPage } from './wrong-page.ts';

const app = useApp();

const wrongPage = (path: string) => readWrongPage(app.url + path);

describe('a value that makes no sense leads to the same page without it, all else kept', () => {
	it.each([
		['/?from=bad&station=4', '“from”', '/?station=4'],
		['/?station=4%2C18&theme=dark&from=bad&q=a+b', '“from”', '/?station=4%2C18&theme=dark&q=a+b'],
		['/?from=2027-01-01&to=2026-12-31&view=table', '“from”', '/?to=2026-12-31&view=table'],
		['/?from=bad&from=2026-01-01', '“from”', '/'],
		['/?theme=pink&tz=Mars&utm=%3Cx%3E', '“theme” and “tz”', '/?utm=%3Cx%3E'],
		['/?from=2026-13-01&theme=blue&view=list', '“from”, “theme” and “view”', '/'],
		['/stations/4?theme=pink&now=2026-10-08', '“theme”', '/stations/4?now=2026-10-08'],
		['/events/529?tz=Mars&theme=dark', '“tz”', '/events/529?theme=dark'],
		['/about?now=noon&theme=dark', '“now”', '/about?theme=dark']
	])('%s', async (path, names, href) => {
		const { status, hrefOf } = await wrongPage(path);
		expect(status).toBe(400);
		expect(hrefOf(`Show this page without ${names}`)).toBe(href);
		expect((await ask(app.url + href)).status).toBe(200);
	});
});

describe('every value that makes no sense is explained by a sentence of its own', () => {
	const sentencesOf = (words: string) =>
		[...words.matchAll(/(\w+) must be /g)].map(([, name]) => name);

	it.each([
		['/?from=2026-13-01', ['from']],
		['/?from=2026-13-01&theme=blue&view=list', ['from', 'theme', 'view']],
		['/?view=list&kind=boat&kind=ship', ['kind', 'view']],
		['/about?tz=Mars&now=noon', ['now', 'tz']]
	])('%s: %j', async (path, names) => {
		expect(sentencesOf((await wrongPage(path)).words)).toEqual(names);
	});

	it('in a list where there is more than one', async () => {
		const { text } = await ask(`${app.url}/?theme=blue&view=list`);
		expect(text.match(/<li[^>]*>\w+ must be /g)).toHaveLength(2);
		expect((await ask(`${app.url}/?theme=blue`)).text).not.toMatch(/<li[^>]*>\w+ must be /);
	});
});

describe('a page that says what is wrong names the stations, and leads to each', () => {
	it.each([
		['/?from=bad&theme=dark', 400, '/stations/18?theme=dark'],
		['/stations/999?now=2026-10-08&view=table', 404, '/stations/18?now=2026-10-08'],
		['/events/999999999', 404, '/stations/18'],
		['/events/abc?tz=Europe/Berlin', 400, '/stations/18?tz=Europe/Berlin'],
		['/nowhere?theme=dark&tz=Mars', 404, '/stations/18?theme=dark'],
		['/?station=abc&from=2026-01-01', 400, '/?station=18&from=2026-01-01']
	])('%s', async (path, status, href) => {
		const page = await wrongPage(path);
		expect(page.status).toBe(status);
		expect(page.hrefOf('Tiangong')).toBe(href);
		expect(page.hrefOf('Mir')).toBe(href.replace('18', '5'));
		expect(page.links.filter(({ text }) => text === 'Tiangong')).toHaveLength(1);
		expect((await ask(app.url + href)).status).toBe(200);
	});

	it('has the ids beside the names where one is what was wrong', async () => {
		for (const path of ['/?station=abc', '/?collapsed=iss', '/stations/999', '/stations/abc'])
			expect((await wrongPage(path)).words, path).toMatch(/Tiangong id 18 /);
		for (const path of ['/?from=bad', '/nowhere', '/events/999999999'])
			expect((await wrongPage(path)).words, path).not.toMatch(/Tiangong id 18 /);
	});
});

it('what an address holds is text on the page that refuses it', async () => {
	const evil = encodeURIComponent('"><img src=x onerror=alert(1)>');
	for (const path of [
		`/?from=${evil}`,
		`/?station=${evil}`,
		`/?theme=pink&q=${evil}&${evil}=1`,
		`/?theme=pink&x="><img src=x onerror=alert(1)>`,
		`/stations/${evil}`,
		`/events/${evil}`,
		`/nowhere/${evil}`
	]) {
		const { status, text } = await ask(app.url + path);
		expect(status, path).toBeGreaterThanOrEqual(400);
		expect(text, path).not.toContain('<img');
	}
});

it('a browser that opens a picture or data hears it on a page that leads on', async () => {
	for (const path of ['/timeline.png?from=bad', '/timeline.svg?width=1e9', '/data.csv?kind=boat']) {
		const { status, headers, text } = await ask(app.url + path, {
			headers: { accept: 'text/html' }
		});
		expect(status).toBe(400);
		expect(headers['content-type']).toMatch(/^text\/html/);
		expect(text).toMatch(/<p>\w+ must be /);
		expect(find(linksOf(text), 'Show the stations')).toBe('/');
	}
});

describe('from there a reader is led to the picture or the data themselves', () => {
	const accept = { headers: { accept: 'text/html' } };

	it.each([
		[
			'/timeline.png?station=iss&theme=dark',
			'station=4 (ISS)',
			'/timeline.png?station=4&theme=dark'
		],
		['/data.json?agency=spacex', 'agency=121 (SpaceX)', '/data.json?agency=121'],
		['/timeline.svg?width=abc&station=4', 'The same without “width”', '/timeline.svg?station=4'],
		['/data.csv?kind=boat&q=a+b', 'The same without “kind”', '/data.csv?q=a+b'],
		[
			'/timeline.png?from=x&height=-1&kind=crew',
			'The same without “from” and “height”',
			'/timeline.png?kind=crew'
		]
	])('%s: %s', async (path, text, href) => {
		const page = await ask(app.url + path, accept);
		expect(page.status).toBe(400);
		expect(find(linksOf(page.text), text)).toBe(href);
		expect((await ask(app.url + href)).status).toBe(200);
	});

	it('or to the dashboard, where another than a picture can show it', async () => {
		const { text } = await ask(`${app.url}/timeline.png?station=4&tz=local`, accept);
		const href = find(linksOf(text), 'Open this query on the dashboard')!;
		expect(href).toBe('/?station=4&tz=local');
		expect((await ask(app.url + href)).status).toBe(200);
	});

	it('with what an address holds as text', async () => {
		const { text } = await ask(`${app.url}/timeline.png?from=bad&x="><img src=x>`, accept);
		expect(text).not.toContain('<img');
		expect(find(linksOf(text), 'The same without “from”')).toMatch(/^\/timeline\.png\?x=/);
	});
});

it('pictures and data say it in a sentence alone', async () => {
	for (const path of ['/data.json?station=tiangong', '/timeline.svg?from=bad&station=4']) {
		const { status, text } = await ask(app.url + path, { headers: { accept: 'application/json' } });
		expect(status).toBe(400);
		expect(Object.keys(JSON.parse(text) as object)).toEqual(['message']);
	}
});
