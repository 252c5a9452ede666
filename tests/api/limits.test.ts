import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';
import { residentBytes, tellsMemory } from './memory.ts';
import { openRaw, statusOf, type RawConnection } from './raw.ts';

const app = useApp(() => ({ env: { HEADERS_TIMEOUT: '1' } }));
const megabyte = 1024 * 1024;
const head = (line: string, ...headers: string[]) =>
	[line, 'Host: localhost', ...headers, '', ''].join('\r\n');

/** Clients that begin a request and never end it; the server looks every half minute. */
const slow: RawConnection[] = [];
beforeAll(async () => {
	for (let count = 0; count < 300; count++)
		slow.push(await openRaw(app.url, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '));
});

const routes = [
	...['/', '/events/529', '/kiosk', '/kiosk.json', '/live', '/data.csv', '/columns.json'],
	...['/details.json?id=529', '/healthz', '/timeline.svg?width=300&height=200'],
	...['/2.3.0/docking_events/', '/nowhere', '/favicon.svg']
];

describe('bodies', () => {
	it.each(routes.filter((path) => path !== '/favicon.svg'))(
		'POST to %s is refused, whatever kind of body comes with it',
		async (path) => {
			for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
				const request = head(
					`POST ${path} HTTP/1.1`,
					...['Connection: close', `Content-Type: ${type}`, 'Origin: http://evil.example'],
					'Content-Length: 3'
				);
				const { answer } = await openRaw(app.url, `${request}a=b`);
				expect([403, 404, 405]).toContain(statusOf(await answer));
			}
		}
	);

	it('a form of this site itself is refused too: there is nothing to write', async () => {
		// Without ORIGIN and proxy headers the adapter takes its own address for HTTPS.
		const origin = app.url.replace('http:', 'https:');
		const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
		expect((await ask(`${app.url}/?/default`, { method: 'POST', headers })).status).toBe(405);
	});

	it.each(routes.filter((path) => path !== '/live'))(
		'GET %s with a body is answered as without',
		async (path) => {
			const bare = await ask(app.url + path);
			const request = head(`GET ${path} HTTP/1.1`, 'Connection: close', 'Content-Length: 5');
			const { answer } = await openRaw(app.url, `${request}hello`);
			expect(statusOf(await answer)).toBe(bare.status);
		}
	);

	it.runIf(tellsMemory)('a body without an end is cut off, and is held nowhere', async () => {
		const before = residentBytes(app.processId);
		const endless = await Promise.all(
			['/', '/2.3.0/docking_events/', '/live'].map((path) =>
				openRaw(app.url, head(`POST ${path} HTTP/1.1`, 'Transfer-Encoding: chunked'))
			)
		);
		const chunk = `100000\r\n${'x'.repeat(megabyte)}\r\n`;
		for (const { socket } of endless) {
			// As much as the server takes, with time to take it.
			for (let sent = 0; sent < 50 && socket.writable && !socket.writableNeedDrain; sent++) {
				socket.write(chunk, 'latin1');
				await ask(`${app.url}/healthz`);
			}
			socket.destroy();
		}
		for (const { answer } of endless)
			expect([0, 400, 403, 405, 413]).toContain(statusOf(await answer));
		expect(residentBytes(app.processId) - before).toBeLessThan(150 * megabyte);
		expect((await ask(`${app.url}/healthz`)).status).toBe(200);
	});
});

describe('headers', () => {
	it.each([
		['one header', head('GET / HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}`)],
		['many headers', head('GET / HTTP/1.1', ...Array<string>(1500).fill('X-Many: abcdef'))],
		['the address', head(`GET /?q=${'a'.repeat(20_000)} HTTP/1.1`)]
	])('beyond 16 KB in %s are refused with 431', async (_, request) => {
		const { answer } = await openRaw(app.url, request);
		expect(statusOf(await answer)).toBe(431);
	});

	it('of answers stay short, so that any proxy takes them, however deep the address', async () => {
		for (const path of [
			'/',
			'/events/529',
			'/kiosk',
			`/${'a/'.repeat(2000)}`,
			`/${'b'.repeat(9000)}`
		]) {
			const { headers } = await ask(app.url + path);
			expect(JSON.stringify(headers).length, path.slice(0, 20)).toBeLessThan(4000);
		}
	});
});

it.each(['bytes=0-', 'bytes=9-1', 'bytes=-5', 'bytes=999999999-', 'bytes=1-2,4-5', 'lines=1'])(
	'of a file, all is sent, whatever range is asked for: %s',
	async (range) => {
		const whole = await ask(`${app.url}/slide.png`);
		const asked = await ask(`${app.url}/slide.png`, { headers: { range } });
		expect(asked.status).toBe(200);
		expect(asked.body.equals(whole.body)).toBe(true);
	}
);

describe('files outside of those that are served', () => {
	it.each([
		...['/../package.json', '/../../package.json', '/../server/index.js', '/../index.js'],
		...['/%2e%2e/package.json', '/..%2fpackage.json', '/..%2f..%2fpackage.json', '/..%5cindex.js'],
		...[
			'/_app/../../index.js',
			'/_app/%2e%2e/%2e%2e/index.js',
			'/_app/immutable/..%2f..%2f..%2findex.js'
		],
		...[
			'//etc/passwd',
			'/%2fetc/passwd',
			'/favicon.svg/../../index.js',
			'/.%00./index.js',
			'/%c0%ae%c0%ae/index.js'
		],
		...['/.env', '/.git/HEAD', '/data/berthline.db', '/index.js.map', '/server/manifest.js']
	])('%s is not there', async (path) => {
		const { answer } = await openRaw(app.url, head(`GET ${path} HTTP/1.1`, 'Connection: close'));
		const text = await answer;
		expect([400, 404]).toContain(statusOf(text));
		expect(text).not.toMatch(/"devDependencies"|root:x:|import http from|SQLite format|ref: refs/);
	});
});

it('clients that never end their request hold nobody up, and are shut out', async () => {
	expect((await ask(app.url)).status).toBe(200);
	const answers = await Promise.all(slow.map(({ answer }) => answer));
	expect(new Set(answers.map(statusOf))).toEqual(new Set([408]));
});
