import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

let made = 0;
/** A picture that nobody has asked for before. */
const another = () => `/timeline.svg?width=${300 + made++}&height=200&now=2026-10-08T12:00Z`;

describe('a client who has had its pictures drawn', () => {
	const app = useApp(() => ({ env: { PICTURES_PER_MINUTE: '1' } }));

	it('is told when to come again, still gets those that are kept, and pages', async () => {
		const kept = another();
		expect((await ask(app.url + kept)).status).toBe(200);
		for (let count = 0; count < 20; count++) expect((await ask(app.url + kept)).status).toBe(200);
		const refused = await ask(app.url + another());
		expect(refused.status).toBe(429);
		expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
		expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
		expect(refused.text).toMatch(
			/^You have had too many new pictures drawn within a minute\. Try again in .*second/
		);
		expect(refused.headers['cache-control']).toBe('no-store');
		expect(refused.headers['access-control-allow-origin']).toBe('*');
		const etag = (await ask(app.url + kept)).headers.etag!;
		const held = await ask(app.url + another().replace(/width=\d+/, 'width=300'), {
			headers: { 'if-none-match': etag }
		});
		expect(held.status).toBe(304);
		expect((await ask(app.url)).status).toBe(200);
	});

	it('is not helped by a header that nobody said to believe', async () => {
		const headers = { 'x-forwarded-for': '192.0.2.77' };
		expect((await ask(app.url + another(), { headers })).status).toBe(429);
	});
});

describe('behind a proxy, whose header tells the client', () => {
	const app = useApp(() => ({
		env: { PICTURES_PER_MINUTE: '2', ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '1' }
	}));
	const from = async (forwarded: string | undefined) =>
		(
			await ask(app.url + another(), {
				headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
			})
		).status;

	it('each client has its own, and what a client claims by itself counts for nothing', async () => {
		expect([await from('192.0.2.1'), await from('192.0.2.1')]).toEqual([200, 200]);
		expect(await from('198.51.100.9, 192.0.2.1')).toBe(429);
		expect(await from('192.0.2.2')).toBe(200);
	});

	it('who comes without the header is served, and shares one allowance', async () => {
		expect([await from(undefined), await from(undefined)]).toEqual([200, 200]);
		expect(await from(undefined)).toBe(429);
	});
});
