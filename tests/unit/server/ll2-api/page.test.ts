import { describe, expect, test } from 'vitest';
import { jsonHtml } from '../../../../src/lib/server/ll2-api/json-html.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import { stationPorts } from '../../../upstream/documents/stations.ts';
import { generateEvents } from '../../../upstream/generate.ts';
import { oddDocuments, oddNames } from '../../../upstream/odd-events.ts';
import { apiForTest } from './api-for-test.ts';

const documents = generateEvents({ count: 30 });

async function pageOf(path: string, shown: readonly unknown[] = documents) {
	const response = await apiForTest({ documents: shown }).ask(path, { accept: 'text/html' });
	return { status: response.status, html: await response.text() };
}

/** What a reader sees of HTML. */
function textOf(html: string): string {
	const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return html
		.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);
}

function linksOf(html: string): string[] {
	return [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) =>
		href!.replaceAll('&amp;', '&')
	);
}

describe('the readable page', () => {
	test('tells everything that the page of Launch Library 2 tells', async () => {
		const text = textOf((await pageOf('docking_events/')).html);
		const seed = [
			['Modes', 'normal', 'detailed', 'mode=detailed'],
			['Filters', 'docking__gt', 'docking__gte', 'docking__lt', 'docking__lte'],
			['docking_location__id', 'flight_vehicle_chaser__id', 'space_station_target__id'],
			['docking_location__name', 'flight_vehicle_chaser__spacecraft__name'],
			['flight_vehicle_target__spacecraft__name', 'payload_flight_chaser__payload__name'],
			['payload_flight_target__payload__name', 'space_station_chaser__name'],
			['space_station_target__name', 'Fields searched', 'search=Salyut'],
			['Ordering', 'departure', 'docking', 'ordering=-docking'],
			['Number of results', 'max 100', 'limit=2', 'offset'],
			['Format', 'format=json', 'Help', 'll.thespacedevs.com/docs'],
			['HTTP 200', 'Allow: GET', 'Content-Type: application/json']
		].flat();
		for (const word of seed) expect(text).toContain(word);
	});

	test.each([
		'',
		'docking_events/',
		'docking_events/1/',
		'config/docking_locations/',
		'config/docking_locations/1/',
		'api-throttle/'
	])('of %s has examples that work, and the whole answer as JSON', async (path) => {
		const api = apiForTest({
			documents: [...documents, { ...documents[0], id: 529 }],
			locations: stationPorts() as unknown as JsonObject[]
		});
		const { html } = await pageOf(path);
		const examples = linksOf(html).filter((href) => /^\/2\.3\.0\/.*\?/.test(href));
		expect(examples.length).toBeGreaterThan(0);
		for (const href of examples) expect((await api.ask(href)).status).toBe(200);
		const [, shown = ''] = /<pre[^>]*>([\s\S]*)<\/pre>/.exec(html) ?? [];
		const [, json = ''] = /\n\n([\s\S]*)$/.exec(textOf(shown)) ?? [];
		const same = await apiForTest({ documents }).ask(`${path}?format=json`);
		const links = /"(next|previous)":.*/g;
		const plain = JSON.stringify(await same.json(), null, 4);
		expect(json.replace(links, '').trim()).toBe(plain.replace(links, ''));
	});

	test('of the root leads to every list, and every page leads back to it', async () => {
		const api = apiForTest({ documents });
		const lists = linksOf((await pageOf('')).html).filter((href) => href.startsWith('http:'));
		expect(lists).toHaveLength(3);
		for (const href of lists) {
			const response = await api.ask(href, { accept: 'text/html' });
			expect(response.status).toBe(200);
			expect(linksOf(await response.text())).toContain('/2.3.0/');
		}
	});

	test('links the pages of the list, each event, and its JSON', async () => {
		const { html } = await pageOf('docking_events/?limit=5&offset=5&search=s');
		const links = linksOf(html);
		expect(links).toContain('http://api.test/2.3.0/docking_events/?limit=5&offset=10&search=s');
		expect(links).toContain('http://api.test/2.3.0/docking_events/?limit=5&search=s');
		expect(links).toContain('?limit=5&offset=5&search=s&format=json');
		expect(links.some((href) => /\/docking_events\/\d+\/$/.test(href))).toBe(true);
	});

	test('shows errors as pages too, before how to ask', async () => {
		const bad = await pageOf('docking_events/?docking__gt=soon');
		expect(bad.status).toBe(400);
		const text = textOf(bad.html);
		expect(text).toContain('Enter a valid date/time.');
		expect(text.indexOf('Enter a valid date/time.')).toBeLessThan(text.indexOf('Filters'));
		const absent = await pageOf('docking_events/999/');
		expect(absent.status).toBe(404);
		expect(textOf(absent.html)).toContain('No DockingEvent matches the given query.');
	});

	test('odd names are text: nothing in them becomes HTML', async () => {
		const { html } = await pageOf('docking_events/?limit=100&ordering=-docking', oddDocuments());
		const tags = new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, name]) => name));
		expect([...tags].sort()).toEqual([
			'a',
			'b',
			'body',
			'code',
			'h1',
			'h2',
			'head',
			'html',
			'i',
			'link',
			'main',
			'meta',
			'p',
			'pre',
			'style',
			'title'
		]);
		expect(html).not.toMatch(/<[^>]*\bon\w+=/i);
		const pages = await Promise.all(
			[0, 100].map((offset) => pageOf(`docking_events/?limit=100&offset=${offset}`, oddDocuments()))
		);
		const text = pages.map((page) => textOf(page.html)).join('');
		for (const name of [oddNames.html, oddNames.script, oddNames.attribute, oddNames.entities])
			expect(text).toContain(JSON.stringify(name).slice(1, -1));
	});

	test('the query is text as well', async () => {
		const { html } = await pageOf(
			'docking_events/?search="><script>alert(1)</script>&x=<img src=x>'
		);
		expect(html).not.toMatch(/<script|<img/);
	});

	test('follows only web addresses', async () => {
		const hrefs = [
			'javascript:alert(1)',
			'data:text/html,x',
			'http://a b',
			'https://a.example/"onclick="x',
			'HTTP://upper.example',
			'https://good.example/?a=1&b=2'
		];
		const links = linksOf(jsonHtml(JSON.stringify(hrefs)));
		expect(links).toEqual(['https://good.example/?a=1&b=2']);
	});

	test('highlights JSON without changing it', () => {
		const value = {
			'a "name"': ['text \\ "quoted" </pre>', -1.5e-7, 1e21, true, null, {}],
			'http://x': 'http://y',
			'\u2028': 'true 12 null "'
		};
		expect(textOf(jsonHtml(JSON.stringify(value)))).toBe(JSON.stringify(value, null, 4));
	});

	test('of a hundred detailed events is no more than a browser can hold', async () => {
		const many = generateEvents({ count: 100 });
		const { html } = await pageOf('docking_events/?limit=100&mode=detailed', many);
		expect(html.length).toBeLessThan(6_000_000);
	});
});
