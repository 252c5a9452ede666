import { afterAll, describe, expect, it } from 'vitest';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import { openLive as open, type News } from './live-stream.ts';

describe('/live', () => {
	const documents = generateEvents({ count: 30 });
	const upstream = startUpstream({ documents });
	const app = useApp(async () => ({
		upstream: (await upstream).url,
		env: { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000' }
	}));
	afterAll(async () => (await upstream).close());

	it('tells version, number and age at connect, uncached', async () => {
		const { response, next, hangUp } = await open(app.url);
		expect(response.statusCode).toBe(200);
		expect(response.headers['content-type']).toBe('text/event-stream');
		expect(response.headers['cache-control']).toBe('no-store');
		expect(response.headers['content-encoding']).toBeUndefined();
		const first = await next();
		expect(first).toMatchObject({ version: expect.any(String), events: expect.any(Number) });
		expect(first?.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
		hangUp();
	});

	it('tells each refresh, with the same version until something changes', async () => {
		const { next, hangUp } = await open(app.url);
		const until = async (test: (news: News) => boolean) => {
			for (;;) {
				const news = await next();
				if (!news || test(news)) return news;
			}
		};
		const full = await until(({ events }) => events === 30);
		const again = await until(({ updated }) => updated !== full?.updated);
		expect(again?.version).toBe(full?.version);
		const [latest] = documents.slice(-1);
		(await upstream).put({ ...structuredClone(latest), id: 9001 });
		const changed = await until(({ events }) => events === 31);
		expect(changed?.version).not.toBe(full?.version);
		hangUp();
	});

	it.each([
		['without a Last-Event-ID', undefined],
		['with an old or foreign one', 'older'],
		['with the current one', 'current'],
		['with one that is none', '\u00ff, "0" \t ü'.repeat(300)]
	])('tells the whole state at once to who comes back %s', async (_, given) => {
		const before = await open(app.url);
		const current = await before.next();
		before.hangUp();
		expect(current?.id).toBe(current?.version);
		const id = given === 'current' ? current?.id : given;
		const again = await open(app.url, id === undefined ? {} : { 'last-event-id': id });
		expect(await again.next()).toMatchObject({ id: current?.id, version: current?.version });
		again.hangUp();
	});

	it('answers HEAD without opening a stream', async () => {
		const { status, headers } = await ask(`${app.url}/live`, { method: 'HEAD' });
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/event-stream');
	});

	it('refuses the 1001st stream with 429 and a sentence, and has room again after one ends', async () => {
		const streams = await Promise.all(Array.from({ length: 1000 }, () => open(app.url)));
		expect(new Set(streams.map(({ response }) => response.statusCode))).toEqual(new Set([200]));
		const json = await ask(`${app.url}/live`, { headers: { accept: 'application/json' } });
		expect(json.status).toBe(429);
		expect(json.headers['retry-after']).toBe('60');
		expect(JSON.parse(json.text)).toEqual({
			message: 'Too many live streams are open here; ask again in a minute.'
		});
		const page = await ask(`${app.url}/live`, { headers: { accept: 'text/event-stream' } });
		expect(page.status).toBe(429);
		expect(page.text).toContain('Too many live streams are open here');
		for (const { hangUp } of streams) hangUp();
		await expect
			.poll(async () => {
				const { response, hangUp } = await open(app.url);
				hangUp();
				return response.statusCode;
			})
			.toBe(200);
	}, 60_000);
});

it('open streams end with the server, and do not hold it up', async () => {
	const app = await startBuild({ env: { SHUTDOWN_TIMEOUT: '60' } });
	const { next } = await open(app.url);
	await next();
	const ended = next();
	await app.close();
	expect(await ended).toBeUndefined();
});
