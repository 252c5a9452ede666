import { Resvg } from '@resvg/resvg-js';
import { parse } from 'csv-parse/sync';
import { sync, type VEvent } from 'node-ical';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hostileDocuments } from '../upstream/odd/hostile.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask, type Answer } from './ask.ts';
import { useApp } from './built-app.ts';

const hostile = hostileDocuments();
const upstream = startUpstream({ documents: hostile.map(({ document }) => document) });
const app = useApp(async () => ({
	upstream: (await upstream).url,
	env: { LL2_CALLS_PER_HOUR: '1000', LOG_LEVEL: 'trace' }
}));
afterAll(async () => (await upstream).close());

const frozen = 'now=2026-10-08T12:00Z';
const stations = hostile.map(({ stationId }) => stationId).join(',');
/** A station whose name is nothing but spaces is none. */
const all = `station=${stations},other&ports=all&from=2026-07-01&to=2026-11-01&${frozen}`;
/** Names that would be markup: nowhere may one stand as it is. */
const markup = hostile.map(({ hostileName }) => hostileName).filter((name) => name.includes('<'));
/** A name as an address can hold it: no half of a letter. */
const wellFormed = (name: string) => name.toWellFormed();
/** What every reader of a name sees: its beginning, without marks that turn the text around. */
const lettersOf = (name = '') => name.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '').slice(0, 100);

beforeAll(async () => {
	await vi.waitFor(async () => {
		expect((await ask(`${app.url}/healthz`)).text).toContain('"source":"live"');
	}, 30_000);
});

async function got(path = '', accept = '*/*'): Promise<Answer> {
	const answer = await ask(app.url + path, { headers: { accept } });
	expect(answer.status, path).toBe(200);
	expect(answer.headers['set-cookie']).toBeUndefined();
	return answer;
}

/** The names of all attributes of all elements. */
function attributesOf(html: string): Set<string> {
	const attribute = /\s([^\s=>"'/]+)(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;
	const tags = html.matchAll(/<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi);
	return new Set(
		tags.flatMap(([tag]) => tag.matchAll(attribute).map(([, name = '']) => name.toLowerCase()))
	);
}

describe('an odd name is text', () => {
	it.each([
		['the timeline', `/?${all}`],
		['the table', `/?view=table&${all}`],
		['the kiosk', `/kiosk?station=${stations}&${frozen}`],
		['the list, readable', '/2.3.0/docking_events/?format=api&mode=detailed&limit=100'],
		['ports, readable', '/2.3.0/config/docking_locations/?format=api&limit=100'],
		['SVG', `/timeline.svg?${all}&width=1200&height=2000`],
		['SVG in outlines', `/timeline.svg?${all}&width=1200&height=2000&text=outline`],
		...hostile.flatMap(({ id, hostileName }) => {
			const text = (length: number) => encodeURIComponent(wellFormed(hostileName).slice(0, length));
			return [
				[`the page of ${id}`, `/events/${id}?${frozen}`],
				[`the document ${id}, readable`, `/2.3.0/docking_events/${id}/?format=api`],
				[`the search for ${id}`, `/?${all}&q=${text(200)}`],
				[`SVG with the title of ${id}`, `/timeline.svg?width=300&height=200&title=${text(300)}`]
			];
		})
	])('in the markup of %s', async (_, path) => {
		const { text, headers } = await got(path);
		expect(markup.filter((name) => text.includes(name))).toEqual([]);
		expect(/<script>window|<img src=x/.exec(text)?.[0]).toBeUndefined();
		expect([...attributesOf(text)].filter((name) => /^on|^autofocus/.test(name))).toEqual([]);
		if (headers['content-type'] !== 'image/svg+xml') return;
		// A strict reader of XML takes it.
		expect(() => new Resvg(text)).not.toThrow();
	});

	it('in what a page is called and how it is shown where it is shared', async () => {
		for (const { id, hostileName } of hostile) {
			const { text } = await got(`/events/${id}?${frozen}`);
			const [title = ''] = /<title>[^<]*<\/title>/.exec(text) ?? [];
			expect(title, hostileName).not.toBe('');
			const metas = text.match(/<meta(?:[^"'>]|"[^"]*")*>/g) ?? [];
			expect(metas.length).toBeGreaterThan(5);
			const known = ['charset', 'name', 'content', 'property'];
			expect([...attributesOf(metas.join(''))].filter((name) => !known.includes(name))).toEqual([]);
		}
	});

	it('in CSV, where a formula is defused', async () => {
		const { text, headers } = await got(`/data.csv?${all}`);
		expect(headers['content-type']).toMatch(/^text\/csv/);
		const rows = parse(text, { columns: true, record_delimiter: '\r\n' }) as {
			readonly id: string;
			readonly vehicle: string;
		}[];
		expect(rows.map(({ id }) => Number(id)).sort()).toEqual(hostile.map(({ id }) => id).sort());
		for (const { id, vehicle } of rows) {
			expect(vehicle).not.toMatch(/^[=+\-@\t\r]/);
			const { hostileName } = hostile.find((one) => one.id === Number(id))!;
			expect(lettersOf(vehicle.replace(/^'/, ''))).toContain(lettersOf(wellFormed(hostileName)));
		}
	});

	it('in a calendar, which has two entries for each and no other', async () => {
		const { text } = await got(`/data.ics?${all}`);
		const entries = Object.values(sync.parseICS(text)).filter(
			(one): one is VEvent => one?.type === 'VEVENT'
		);
		expect(entries).toHaveLength(2 * hostile.length);
		expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2 * hostile.length);
		// RFC 5545, 3.1: no control characters but the ends of lines and tabs.
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\P{Cc}\t]/u);
	});

	it('in JSON of every kind, whole', async () => {
		const ids = hostile.map(({ id }) => id).join(',');
		const paths = [
			...[`/data.json?${all}`, '/columns.json', `/details.json?id=${ids}`, '/kiosk.json'],
			...['/2.3.0/docking_events/?limit=100', `/__data.json?${all}`, '/healthz']
		];
		for (const path of paths) {
			const { text, headers } = await got(path);
			expect(headers['content-type']).toMatch(/json/);
			// The framework's own holds an object a line.
			const parts = path.startsWith('/__data') ? text.trim().split('\n') : [text];
			expect(parts.map((part) => typeof JSON.parse(part))).not.toContain('string');
		}
		const { stays } = JSON.parse((await got(`/data.json?${all}`)).text) as {
			readonly stays: readonly { id: number; vehicle: string }[];
		};
		for (const { id, hostileName } of hostile)
			expect(lettersOf(stays.find((stay) => stay.id === id)?.vehicle)).toContain(
				lettersOf(wellFormed(hostileName))
			);
	});

	it('in the log: each line is one object', async () => {
		await ask(`${app.url}/events/%0d%0a%7b%22level%22:%22error%22%7d?q=%0a`);
		await ask(`${app.url}/nowhere%0aelse%e2%80%a8`);
		await vi.waitFor(() => expect(app.log.join('\n')).toContain('nowhere%0Aelse'.toLowerCase()));
		const lines = app.log.filter((line) => !line.startsWith('Listening on '));
		for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level');
		expect(lines.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
	});
});
