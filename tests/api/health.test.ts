import { afterAll, describe, expect, it } from 'vitest';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const healthAt = async (url: string) => {
	const { status, headers, text } = await ask(`${url}/healthz`);
	return { status, headers, health: JSON.parse(text) as Record<string, unknown> };
};

describe('/healthz on the sample', () => {
	const app = useApp();

	it('says that it serves, from what, how much and how old it is', async () => {
		const { status, headers, health } = await healthAt(app.url);
		expect(status).toBe(200);
		expect(headers['content-type']).toMatch(/^application\/json/);
		expect(headers['cache-control']).toBe('no-store');
		expect(health).toMatchObject({
			status: 'ok',
			source: 'sample',
			events: 641,
			updated: '2026-10-08T00:00:00Z',
			lastRefresh: null,
			nextRefresh: null,
			callsLeft: 0,
			warnings: []
		});
	});
});

describe('/healthz on live data', () => {
	const upstream = startUpstream({ documents: generateEvents({ count: 30 }), callsPerHour: 15 });
	const app = useApp(async () => ({ upstream: (await upstream).url }));
	afterAll(async () => (await upstream).close());

	it('says when it refreshed, when it will again, and what calls are left', async () => {
		await expect.poll(async () => (await healthAt(app.url)).health['source']).toBe('live');
		const { health } = await healthAt(app.url);
		const at = (name: string) => Date.parse(String(health[name]));
		expect(health['events']).toBe(30);
		expect(Math.abs(Date.now() - at('updated'))).toBeLessThan(60_000);
		expect(health['lastRefresh']).toBe(health['updated']);
		expect(at('nextRefresh') - at('updated')).toBeGreaterThan(1_700_000);
		const spent = (await upstream).calls.filter(({ path }) => !path.includes('throttle')).length;
		expect(health['callsLeft']).toBe(15 - spent);
	});
});
