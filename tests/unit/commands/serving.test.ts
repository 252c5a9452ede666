import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listeningAddress, localAddress } from '../../../src/commands/serving/address.ts';
import { describeDataSource } from '../../../src/commands/serving/data-source.ts';
import { findListenFailure, listenFailure } from '../../../src/commands/serving/listen-failure.ts';
import { serveBuild } from '../../../src/commands/serving/serve-build.ts';

const address = { host: '127.0.0.1', port: 3000 };

describe('listenFailure', () => {
	it.each([
		['Error: listen EADDRINUSE: address already in use 127.0.0.1:3000', 'Port 3000 is in use'],
		['Error: listen EACCES: permission denied', 'set PORT to one above 1023'],
		['Error: getaddrinfo ENOTFOUND x', 'HOST is "127.0.0.1"']
	])('says in one line what %s means', (text, sentence) => {
		expect(listenFailure(text, address)).toContain(sentence);
		expect(listenFailure(text, address)).not.toContain('\n');
	});

	it('has nothing to say about other errors', () => {
		expect(listenFailure('TypeError: x is not a function', address)).toBeUndefined();
	});
});

describe('findListenFailure', () => {
	it('tells a port in use, and lets one that is free pass', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const taken = await findListenFailure({ host: '127.0.0.1', port }, 0);
		await new Promise((resolve) => server.close(resolve));
		expect(taken).toBe(
			`Port ${port} is in use (127.0.0.1:${port}): stop what listens there, or set PORT to another.`
		);
		expect(await findListenFailure({ host: '127.0.0.1', port: 0 }, 0)).toBeUndefined();
	});
});

describe('addresses', () => {
	it.each([
		['http://0.0.0.0:3000', 'http://localhost:3000'],
		['http://[::]:3000', 'http://localhost:3000'],
		['http://127.0.0.1:80', 'http://127.0.0.1'],
		['/run/berthline.sock', '/run/berthline.sock']
	])('%s is opened as %s', (listening, local) => {
		expect(localAddress(listening)).toBe(local);
	});

	it('finds an address in the line that tells one, and only there', () => {
		expect(listeningAddress('Listening on http://0.0.0.0:3000')).toBe('http://0.0.0.0:3000');
		expect(listeningAddress('{"msg":"Listening on http://0.0.0.0:3000"}')).toBeUndefined();
	});
});

describe('describeDataSource', () => {
	it.each([
		[
			{ source: 'live', events: 651, updated: '2026-10-08T06:00:00Z' },
			'showing live data (651 stays, as of 2026-10-08T06:00:00Z)'
		],
		[{ status: 'broken' }, undefined]
	])('reads %o', async (health, words) => {
		const server = createHttpServer((_request, response) => response.end(JSON.stringify(health)));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const described = await describeDataSource(`http://127.0.0.1:${port}`, 5000);
		server.closeAllConnections();
		server.close();
		expect(described).toBe(words);
	});
});

describe('serveBuild', () => {
	async function serve(
		source: string,
		onOutput: () => void = () => undefined
	): Promise<{ code: number; out: string; error: string }> {
		const folder = mkdtempSync(join(tmpdir(), 'berthline-serve-'));
		const entry = join(folder, 'index.js');
		writeFileSync(entry, source);
		let out = '';
		let error = '';
		const code = await serveBuild({
			entry,
			address,
			env: { PATH: process.env['PATH'] },
			writeOut: (text) => {
				out += text;
				onOutput();
			},
			writeError: (text) => (error += text)
		});
		rmSync(folder, { recursive: true });
		return { code, out, error };
	}

	it('puts the plain line before all log lines, once the server answers', async () => {
		const { code, out } = await serve(`
			const { createServer } = require('node:http');
			console.log('{"msg":"opened"}');
			const health = { source: 'sample', events: 641, updated: '2026-10-08T00:00:00Z' };
			const server = createServer((request, response) => {
				response.end(JSON.stringify(health));
				console.log('{"msg":"asked"}');
				response.on('close', () => { server.close(); server.closeAllConnections(); });
			});
			server.listen(0, '127.0.0.1', () => {
				console.log('Listening on http://127.0.0.1:' + server.address().port);
			});
		`);
		const [first, ...rest] = out.trimEnd().split('\n');
		expect(first).toMatch(
			/^Berthline at http:\/\/127\.0\.0\.1:\d+, showing sample data \(641 stays, as of 2026-10-08T00:00:00Z\)$/
		);
		expect(rest).toEqual(['{"msg":"opened"}', '{"msg":"asked"}']);
		expect(code).toBe(0);
	});

	it('turns a port taken at the last moment into one line and exit code 1', async () => {
		const { code, out, error } = await serve(`
			console.log('{"msg":"opened"}');
			throw Object.assign(new Error('listen EADDRINUSE: address already in use'), { code: 'EADDRINUSE' });
		`);
		expect(code).toBe(1);
		expect(out).toBe('');
		expect(error).toMatch(/^Port 3000 is in use [^\n]*\n$/);
	});

	it('passes on what a server said that ended before it listened, and its exit code', async () => {
		const { code, out, error } = await serve(`
			console.log('{"msg":"opened"}');
			console.error('LL2_TIMEOUT_MS is "x"');
			process.exit(78);
		`);
		expect({ code, out, error }).toEqual({
			code: 78,
			out: '{"msg":"opened"}\n',
			error: 'LL2_TIMEOUT_MS is "x"\n'
		});
	});

	it('passes SIGTERM on and gives the exit code of a server that ends in good order', async () => {
		const { code } = await serve(
			`
				process.on('SIGTERM', () => process.exit(7));
				setInterval(() => {}, 1000);
				console.log('Listening on http://127.0.0.1:1');
			`,
			() => process.emit('SIGTERM', 'SIGTERM')
		);
		expect(code).toBe(7);
	});
});
