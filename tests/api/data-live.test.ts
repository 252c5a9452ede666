import { get } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import {
	always,
	factsOf,
	factsOfRow,
	frozen,
	readIcs,
	readJson,
	type Event
} from './data-answers.ts';

describe('data of a live server', () => {
	const documents = generateEvents({ count: 3000 });
	const upstream = startUpstream({ documents });
	const app = useApp(async () => ({
		upstream: (await upstream).url,
		env: { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000', ORIGIN: 'https://dock.example' }
	}));
	afterAll(async () => (await upstream).close());
	const json = `/data.json?${always}`;
	const stays = async () => readJson((await ask(app.url + json)).text).stays;

	it('equal the events upstream, and name no sources', async () => {
		await expect.poll(async () => (await stays()).length).toBe(3000);
		expect((await stays()).map(factsOfRow)).toEqual(
			(documents as readonly unknown[] as readonly Event[])
				.toSorted((a, b) => Date.parse(a.docking) - Date.parse(b.docking) || a.id - b.id)
				.map(factsOf)
		);
		const data = readJson((await ask(app.url + json)).text);
		expect(data.source).toBe('live');
		expect(data).not.toHaveProperty('credits');
	});

	it('stream: no length beforehand, and the rest comes after a reader that is slow', async () => {
		for (const format of ['json', 'csv', 'ics']) {
			const path = `/data.${format}?${always}&${frozen}`;
			const { headers, chunks, text } = await readSlowly(app.url + path);
			expect(headers['content-length']).toBeUndefined();
			expect(headers['transfer-encoding']).toBe('chunked');
			expect(chunks).toBeGreaterThan(5);
			const again = (await ask(app.url + path)).text;
			expect(withoutRefresh(text)).toBe(withoutRefresh(again));
		}
	});

	it('a client that hangs up in the middle leaves the server well', async () => {
		for (const coding of ['identity', 'gzip', 'br']) {
			await hangUp(app.url + json, coding);
			expect((await stays()).length).toBe(3000);
		}
		expect(app.log.filter((line) => /"level":(50|"error")/.test(line))).toEqual([]);
	});

	it('a calendar links to the address that browsers see', async () => {
		const [event] = readIcs((await ask(`${app.url}/data.ics`)).text);
		expect(event?.url).toMatch(/^https:\/\/dock\.example\/events\/\d+$/);
	});

	it('have another tag after a refresh that brought a stay', async () => {
		const tagOf = async () => (await ask(`${app.url}${json}&${frozen}`)).headers.etag;
		const before = await tagOf();
		(await upstream).put({ ...structuredClone(documents.at(-1)!), id: 9001 });
		await expect.poll(async () => (await stays()).length).toBe(3001);
		expect(await tagOf()).not.toBe(before);
	});
});

/** A text of data without when it was refreshed: between two answers there may be a refresh. */
function withoutRefresh(text: string): string {
	return text.replaceAll(/"updated":"[^"]+"|^DTSTAMP:.+$/gm, '');
}

/** Reads an answer with a rest after each chunk. */
function readSlowly(url: string) {
	return new Promise<{ headers: Record<string, unknown>; chunks: number; text: string }>(
		(resolve, reject) => {
			get(url, { agent: false }, async (response) => {
				let chunks = 0;
				let text = '';
				response.setEncoding('utf8');
				for await (const chunk of response) {
					text += chunk as string;
					chunks++;
					await new Promise((rested) => setImmediate(rested));
				}
				resolve({ headers: response.headers, chunks, text });
			}).on('error', reject);
		}
	);
}

/** Asks, and hangs up at the first bytes. */
function hangUp(url: string, coding: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const asking = get(
			url,
			{ agent: false, headers: { 'accept-encoding': coding } },
			(response) => {
				response.once('data', () => {
					asking.off('error', reject).on('error', () => undefined);
					response.on('error', () => undefined).once('close', resolve);
					asking.destroy();
				});
			}
		);
		asking.on('error', reject);
	});
}
