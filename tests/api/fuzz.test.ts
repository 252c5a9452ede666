import { describe, expect, it } from 'vitest';
import { useApp } from './built-app.ts';
import { openLive } from './live-stream.ts';
import { residentBytes, tellsMemory } from './memory.ts';
import { oddRequests } from './odd-requests.ts';
import { described, sendAll, sendBytes, type Sent } from './send-odd.ts';

/** Another one asks other things; a failure tells the request itself. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_008);
const count = 20_000;
const pictures = 200;

const plain = useApp();
const proxied = useApp(() => ({
	env: {
		HOST_HEADER: 'x-forwarded-host',
		PROTOCOL_HEADER: 'x-forwarded-proto',
		PORT_HEADER: 'x-forwarded-port',
		ADDRESS_HEADER: 'x-forwarded-for',
		XFF_DEPTH: '2'
	}
}));

/** What went wrong inside: lines at error level, and lines that are no JSON after the first. */
function troubleIn(log: readonly string[]): string[] {
	return log.slice(1).filter((line) => {
		if (line.startsWith('Listening on ')) return false;
		return !line.startsWith('{') || /"level":"(error|fatal)"/.test(line);
	});
}

/** 503 is for a picture while too many others wait, and says when to come again. */
function isRefusal({ request, status, retryAfter }: Sent): boolean {
	return status === 503 && /^\/timeline\./.test(request.route) && retryAfter !== undefined;
}

describe('requests that make no sense', () => {
	it(`are answered with 2xx, 3xx or 4xx, ${count} of them, and leave no trouble behind`, async () => {
		const wrong: string[] = [];
		const statuses = new Map<number, number>();
		const before = tellsMemory ? residentBytes(plain.processId) : 0;
		await sendAll([plain.url, proxied.url], oddRequests(seed, count, pictures), (sent) => {
			const { status, request } = sent;
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			if ((status < 200 || status > 499) && !isRefusal(sent))
				wrong.push(`${status} ${described(request)}`);
		});
		expect(wrong.slice(0, 20)).toEqual([]);
		// All kinds of answers were among them: not everything was refused at the door.
		for (const status of [200, 400, 404, 405]) expect(statuses.get(status)).toBeGreaterThan(100);
		for (const { log, url } of [plain, proxied]) {
			expect(troubleIn(log)).toEqual([]);
			expect((await fetch(`${url}/healthz`)).status).toBe(200);
		}
		if (tellsMemory)
			expect(residentBytes(plain.processId) - before).toBeLessThan(400 * 1024 * 1024);
	}, 180_000);

	it.each([
		['no request at all', '\0\0\0\r\n\r\n'],
		['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
		['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
		['a version to come', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
		['no host', 'GET / HTTP/1.1\r\n\r\n'],
		['two hosts', 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n'],
		['NUL in the path', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
		['NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n'],
		['a space in the path', 'GET / x HTTP/1.1\r\nHost: x\r\n\r\n'],
		['a whole address', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n'],
		['no path', 'GET evil HTTP/1.1\r\nHost: x\r\n\r\n'],
		['a star', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
		['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
		[
			'an upgrade',
			'GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'
		],
		['what it expects', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: the-unexpected\r\n\r\n'],
		[
			'two lengths',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'
		],
		[
			'length and chunks',
			'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
		],
		[
			'chunks that are none',
			'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n'
		],
		['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n'],
		['lines that end in LF', 'GET / HTTP/1.1\nHost: x\n\n'],
		['half a request', 'GET / HTTP/1.1\r\nHo']
	])('%s is refused or answered, and the next one is served', async (_, bytes) => {
		for (const { url, log } of [plain, proxied]) {
			const status = await sendBytes(url, bytes);
			expect(status === 0 || (status >= 200 && status < 500), `answered ${status}`).toBe(true);
			expect(troubleIn(log)).toEqual([]);
		}
		const stream = await openLive(plain.url);
		expect((await stream.next())?.version).toBeDefined();
		stream.hangUp();
	});
});
