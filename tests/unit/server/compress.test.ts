import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chooseEncoding, compressed } from '../../../src/lib/server/compress.ts';

const long = 'Seven craft are docked. '.repeat(200);

describe('chooseEncoding', () => {
	it.each([
		[null, undefined],
		['', undefined],
		['identity', undefined],
		['br', 'br'],
		['gzip', 'gzip'],
		['gzip, deflate, br', 'br'],
		['gzip, deflate, br, zstd', 'br'],
		['GZIP', 'gzip'],
		['br;q=0.5, gzip', 'gzip'],
		['br;q=0.5, gzip;q=0.5', 'br'],
		['br; q=0, gzip ; q=0.1', 'gzip'],
		['br;q=0, gzip;q=0', undefined],
		['*', 'br'],
		['*;q=0', undefined],
		['br;q=0, *', 'gzip'],
		['gzip, *;q=0', 'gzip'],
		['gzip;q=nonsense', undefined],
		['deflate', undefined]
	])('of “%s” is %s', (header, encoding) => {
		expect(chooseEncoding(header)).toBe(encoding);
	});
});

function answer(text: string | null, headers: Record<string, string> = {}): Response {
	return new Response(text, {
		headers: { 'content-type': 'text/html; charset=utf-8', ...headers }
	});
}

function ask(accept: string | null = 'gzip, br'): Request {
	return new Request('http://localhost/', accept ? { headers: { 'accept-encoding': accept } } : {});
}

describe('compressed', () => {
	it.each([
		['br', brotliDecompressSync],
		['gzip', gunzipSync]
	] as const)('packs a page as %s, and says so', async (encoding, unpack) => {
		const response = await compressed(ask(encoding), answer(long));
		expect(response.headers.get('content-encoding')).toBe(encoding);
		expect(response.headers.get('vary')).toBe('Accept-Encoding');
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
		expect(bytes.length).toBeLessThan(long.length / 10);
		expect(unpack(bytes).toString()).toBe(long);
	});

	it.each([
		'application/json',
		'application/javascript',
		'application/problem+json',
		'image/svg+xml',
		'text/csv',
		'text/plain; version=0.0.4'
	])('packs %s', async (type) => {
		const response = await compressed(ask(), answer(long, { 'content-type': type }));
		expect(response.headers.get('content-encoding')).toBe('br');
	});

	it.each(['text/event-stream', 'image/png', 'font/woff2', 'application/octet-stream'])(
		'leaves %s as it is',
		async (type) => {
			const plain = answer(long, { 'content-type': type });
			expect(await compressed(ask(), plain)).toBe(plain);
			expect(plain.headers.has('vary')).toBe(false);
		}
	);

	it('leaves a stream of events open and unread', async () => {
		let pulled = 0;
		const source = { pull: () => void pulled++ };
		const body = new ReadableStream(source, { highWaterMark: 0 });
		const stream = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
		expect(await compressed(ask(), stream)).toBe(stream);
		expect(pulled).toBe(0);
	});

	it('leaves what is small, and what is packed already, but varies all the same', async () => {
		const small = await compressed(ask(), answer('short'));
		expect(await small.text()).toBe('short');
		expect(small.headers.has('content-encoding')).toBe(false);
		expect(small.headers.get('vary')).toBe('Accept-Encoding');
		const packed = answer(long, { 'content-encoding': 'gzip' });
		expect((await compressed(ask(), packed)).headers.get('content-encoding')).toBe('gzip');
	});

	it('answers plainly to whoever takes neither encoding', async () => {
		const response = await compressed(ask(null), answer(long));
		expect(response.headers.has('content-encoding')).toBe(false);
		expect(response.headers.get('vary')).toBe('Accept-Encoding');
		expect(await response.text()).toBe(long);
	});

	it('keeps status and headers, and weakens a strong ETag', async () => {
		const error = new Response(long, {
			status: 404,
			headers: {
				'content-type': 'text/html',
				etag: '"abc"',
				vary: 'Cookie',
				'cache-control': 'no-store'
			}
		});
		const response = await compressed(ask(), error);
		expect(response.status).toBe(404);
		expect(response.headers.get('etag')).toBe('W/"abc"');
		expect(response.headers.get('vary')).toBe('Cookie, Accept-Encoding');
		expect(response.headers.get('cache-control')).toBe('no-store');
		const weak = await compressed(ask(), answer(long, { etag: 'W/"abc"' }));
		expect(weak.headers.get('etag')).toBe('W/"abc"');
	});

	it('leaves an answer without a body, as to HEAD or 304, without one', async () => {
		const head = answer(null, { 'content-length': '12345' });
		const response = await compressed(ask(), head);
		expect(response.body).toBeNull();
		expect(response.headers.has('content-encoding')).toBe(false);
	});
});
