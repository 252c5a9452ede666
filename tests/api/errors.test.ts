import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { useApp } from './built-app.ts';

const app = useApp();

describe('a value that makes no sense gets 400 and a sentence that names it', () => {
	it.each([
		['station=abc', 'station'],
		['station=1,,x', 'station'],
		['port=1e9', 'port'],
		['kind=boat', 'kind'],
		['agency=-', 'agency'],
		[`q=${'x'.repeat(201)}`, 'q'],
		['docked=yesterday', 'docked'],
		['from=2026-13-01', 'from'],
		['to=2026-02-30', 'to'],
		['from=2026-02-02&to=2026-02-01', 'from'],
		['from=0001-01-01', 'from'],
		['now=12:00', 'now'],
		['theme=pink', 'theme'],
		['tz=Mars/Olympus', 'tz'],
		['sort=-', 'sort'],
		['order=size', 'order'],
		['view=list', 'view'],
		['ports=none', 'ports'],
		['collapsed=iss', 'collapsed']
	])('%s', async (query, name) => {
		const { status, headers, text } = await ask(`${app.url}/?${query}`);
		expect(status).toBe(400);
		expect(headers['content-type']).toMatch(/^text\/html/);
		expect(text).toMatch(/<html[^>]* data-source="sample"/);
		expect(text).toMatch(new RegExp(`<p[^>]*>${name} must be `));
		expect(text).toMatch(/<a[^>]* href="\/"[^>]*>Show the stations</);
	});
});

describe('a value that makes sense gets 200', () => {
	it.each([
		'',
		'?station=',
		'?station=4&station=18',
		'?station=4,18&port=12&kind=crew,cargo',
		'?station=99999',
		'?station=other',
		'?unknown=1&utm_source=x',
		'?from=2026-01-01T00:00:00%2B02:00&to=2026-01-02',
		'?docked=now&theme=dark&tz=Europe/Berlin&sort=-duration&order=name&view=table&ports=all',
		`?q=${'x'.repeat(200)}`
	])('/%s', async (query) => {
		expect((await ask(`${app.url}/${query}`)).status).toBe(200);
	});
});

describe('an address that is not there', () => {
	it.each([
		['/nowhere', 404],
		['/stories', 404],
		['/events/999999', 404],
		['/events/abc', 400],
		['/events/1.5', 400],
		['/events/99999999999999999999', 400],
		['/events/', 404],
		['/events/%E0%A4%A', 400],
		['/../../etc/passwd', 404],
		['/_app/immutable/none.js', 404]
	])('%s gets %i, without a trace of the inside', async (path, status) => {
		const answer = await raw(`GET ${path} HTTP/1.1`);
		expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
		expect(answer).not.toMatch(/\bat \w+ \(|node_modules|file:\/\/|\/build\/server/);
	});
});

it('a method that means nothing here gets 405', async () => {
	for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
		for (const path of ['/', '/events/529', '/healthz', '/live'])
			expect((await ask(app.url + path, { method })).status, `${method} ${path}`).toBe(405);
});

it('a query that no UTF-8 reader understands does not break the page', async () => {
	const answer = await raw('GET /?q=%E0%A4&station=%FF HTTP/1.1');
	expect(answer).toMatch(/^HTTP\/1\.1 (200|400) /);
});

/** The answer to a request line sent as it is: clients mend addresses. */
function raw(requestLine: string): Promise<string> {
	const { hostname, port, host } = new URL(app.url);
	return new Promise((resolve, reject) => {
		let answer = '';
		const socket = connect(Number(port), hostname, () =>
			socket.write(`${requestLine}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
		);
		socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
		socket.on('error', reject);
		socket.on('end', () => resolve(answer));
	});
}
