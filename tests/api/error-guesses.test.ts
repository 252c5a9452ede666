import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import { readWrongPage } from './wrong-page.ts';

const app = useApp();
const wrongPage = (path: string) => readWrongPage(app.url + path);

describe('what was meant is guessed, and all else kept', () => {
	it.each([
		['an agency', '/?agency=spacex&theme=dark', 'agency=121 (SpaceX)', '/?agency=121&theme=dark'],
		['an agency', '/?agency=roscosmos', 'agency=63 (Roscosmos)', '/?agency=63'],
		['a station', '/?station=tiangong', 'station=18 (Tiangong)', '/?station=18'],
		[
			'stations',
			'/?theme=dark&station=ISS,18',
			'station=4,18 (ISS, Tiangong)',
			'/?station=4,18&theme=dark'
		],
		[
			'a station’s page',
			'/stations/tiangong?theme=dark',
			'/stations/18 (Tiangong)',
			'/stations/18?theme=dark'
		],
		['a port', '/?port=pirs', 'port=18 (Pirs nadir)', '/?port=18'],
		[
			'ports',
			'/?theme=dark&port=18,tianhe-nadir',
			'port=18,41 (Pirs nadir, Tianhe nadir)',
			'/?port=18,41&theme=dark'
		],
		['a year', '/?from=2025&station=4', 'from=2025-01-01', '/?from=2025-01-01&station=4'],
		['a month', '/?to=2026-02', 'to=2026-02-28', '/?to=2026-02-28'],
		[
			'two years',
			'/?theme=dark&from=2025&to=2025',
			'from=2025-01-01 and to=2025-12-31',
			'/?from=2025-01-01&to=2025-12-31&theme=dark'
		],
		[
			'a span that begins after it ends',
			'/?to=2025-01-01&station=4&from=2025-12-31',
			'from=2025-01-01 and to=2025-12-31',
			'/?from=2025-01-01&to=2025-12-31&station=4'
		],
		[
			'its ends with a plus',
			'/?from=2025-06-02T12:00%2B02:00&to=2025-06-01',
			'from=2025-06-01 and to=2025-06-02T12:00+02:00',
			'/?from=2025-06-01&to=2025-06-02T12:00%2B02:00'
		]
	])('%s: %s', async (_, path, text, href) => {
		const { status, words, hrefOf } = await wrongPage(path);
		expect(status).toBe(400);
		expect(words).toContain('Did you mean');
		expect(hrefOf(text)).toBe(href);
		expect((await ask(app.url + href)).status).toBe(200);
	});
});

describe('nothing is guessed', () => {
	it.each([
		['where nothing is called so', '/?station=nowhere'],
		['of several where one is unknown', '/?station=iss,nowhere'],
		['of a value that is none of its name’s', '/?q=iss&from=bad'],
		['of what many are called', '/?port=core'],
		['of an unknown port', '/?port=zz'],
		['of an unknown agency', '/?agency=acme'],
		['of no date', '/?from=spring'],
		['of a month that is none', '/?to=2025-13'],
		['of an empty span', '/?from=2025-01-01T12:00Z&to=2025-01-01T12:00Z']
	])('%s: %s', async (_, path) => {
		expect((await wrongPage(path)).words).not.toContain('Did you mean');
	});
});

describe('ids are told', () => {
	it('of all agencies, where one was asked for that is none', async () => {
		const { words, hrefOf } = await wrongPage('/?agency=acme&from=2026-01-01');
		expect(words).toMatch(/Agencies .*SpaceX id 121 .*Stations /);
		expect(hrefOf('SpaceX')).toBe('/?agency=121&from=2026-01-01');
	});

	it('of none where none was asked for', async () => {
		for (const path of ['/?station=abc', '/about?now=noon&agency=spacex'])
			expect((await wrongPage(path)).words, path).not.toContain('Agencies');
	});

	it.each([
		['station=tiangong', 'Tiangong is 18.'],
		['station=nowhere', 'ISS is 4, Tiangong is 18.'],
		['station=iss,tiangong,ISS', 'ISS is 4, Tiangong is 18. The stations with'],
		['station=998,999', 'No docking at a station 998 or 999 is known here. ISS is 4,'],
		['station=999', 'No docking at a station 999 is known here. ISS is 4, Tiangong is 18.']
	])('of stations on a kiosk: %s', async (query, sentence) => {
		const { status, words } = await wrongPage(`/kiosk?${query}&now=2026-10-08`);
		expect(status).toBe(200);
		expect(words).toContain(sentence);
	});
});
