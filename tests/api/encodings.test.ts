import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const app = useApp();
const frozen = 'now=2026-10-08T12:00Z';
const paths = {
	'the page': `/?${frozen}`,
	'its data': `/__data.json?${frozen}`,
	'the event page': `/events/529?${frozen}`,
	'a style sheet': '',
	'a picture': '/favicon.svg'
};

beforeAll(async () => {
	const { text } = await ask(app.url + paths['the page']);
	paths['a style sheet'] = `/${/_app\/immutable\/assets\/[\w.-]+\.css/.exec(text)?.[0] ?? ''}`;
});

describe.each(Object.keys(paths) as (keyof typeof paths)[])('%s', (name) => {
	it.each(['br', 'gzip'])('comes as %s to who takes it, and is the same inside', async (coding) => {
		const plain = await ask(app.url + paths[name], { headers: { 'accept-encoding': 'identity' } });
		const packed = await ask(app.url + paths[name], { headers: { 'accept-encoding': coding } });
		expect(plain.status).toBe(200);
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(packed.headers['content-encoding']).toBe(coding);
		expect(packed.headers.vary).toContain('Accept-Encoding');
		expect(packed.text).toBe(plain.text);
		expect(packed.body.length).toBeLessThan(plain.body.length);
		expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
	});

	it('prefers br where both are taken, as browsers say', async () => {
		const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
		const { headers: got } = await ask(app.url + paths[name], { headers });
		expect(got['content-encoding']).toBe('br');
	});

	it('answers HEAD as GET, without a body', async () => {
		const headers = { 'accept-encoding': 'br' };
		const full = await ask(app.url + paths[name], { headers });
		const head = await ask(app.url + paths[name], { method: 'HEAD', headers });
		expect(head.status).toBe(200);
		expect(head.body).toHaveLength(0);
		for (const header of ['content-type', 'content-encoding', 'etag', 'cache-control'])
			expect(head.headers[header], header).toBe(full.headers[header]);
	});
});

it('what is small leaves as it is', async () => {
	const { headers } = await ask(`${app.url}/healthz`, { headers: { 'accept-encoding': 'br' } });
	expect(headers['content-encoding']).toBeUndefined();
});
