import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { ask } from './ask.ts';
import { ensureBuild, useApp } from './built-app.ts';

type Line = Record<string, unknown>;

describe('the log of requests', () => {
	const app = useApp(() => ({ env: { LOG_LEVEL: 'debug' } }));
	const lineOf = (id: string) =>
		app.log
			.filter((line) => line.startsWith('{'))
			.map((line) => JSON.parse(line) as Line)
			.filter(({ requestId, msg }) => requestId === id && msg === 'answered');

	it.each([
		['/?q=private', { route: '/', path: '/', status: 200 }],
		['/?station=abc', { route: '/', path: '/', status: 400 }],
		['/events/529', { route: '/events/[id]', path: '/events/529', status: 200 }],
		['/2.3.0/docking_events/?search=private', { route: '/2.3.0/[...path]', status: 200 }],
		['/timeline.svg?title=private', { route: '/timeline.svg', status: 200 }],
		['/data.csv', { route: '/data.csv', status: 200 }],
		['/healthz', { level: 'debug', route: '/healthz', status: 200 }],
		['/favicon.svg', { level: 'debug', route: 'none', path: '/favicon.svg', status: 200 }],
		['/nowhere', { level: 'info', route: 'none', path: '/nowhere', status: 404 }]
	])('has one line for %s', async (path, expected) => {
		const id = `test-${path.split('?')[0]?.replaceAll(/\W/g, '_')}${expected.status}`;
		const headers = { 'x-request-id': id, 'user-agent': 'private', cookie: 'private=1' };
		const answer = await ask(app.url + path, { headers });
		expect(answer.headers['x-request-id']).toBe(id);
		await expect.poll(() => lineOf(id)).toHaveLength(1);
		const [line] = lineOf(id);
		expect(line).toMatchObject({ level: 'info', method: 'GET', ...expected });
		expect(line?.['durationMs']).toBeGreaterThan(0);
		const written = app.log.filter((text) => text.startsWith('{')).join('\n');
		expect(written).not.toMatch(/private|127\.0\.0\.1/);
	});

	it('gives a kept page to each reader under an id of their own', async () => {
		const path = `${app.url}/?now=2026-10-08T12:00Z`;
		const [first, second] = [await ask(path), await ask(path)];
		expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id']);
		expect(second.headers.etag).toBe(first.headers.etag);
		expect(second.text).toBe(first.text);
		const given = await ask(path, {
			headers: { 'x-request-id': 'mine', 'if-none-match': String(first.headers.etag) }
		});
		expect(given.status).toBe(304);
		expect(given.headers['x-request-id']).toBe('mine');
		expect(first.text).not.toContain(String(first.headers['x-request-id']));
	});
});

describe('a log that nobody reads', () => {
	beforeAll(ensureBuild, 180_000);

	it.each(['build/index.js', 'src/commands/start.ts'])(
		'holds up neither the answers of %s nor its end',
		async (script) => {
			const { url, child } = await startUnread(script);
			const agent = new Agent({ keepAlive: true, maxSockets: 8 });
			onTestFinished(() => agent.destroy());
			// More than the pipe and the megabyte that waits for its reader.
			const path = `/2.3.0/${'x'.repeat(250)}/`;
			const statuses = Array.from({ length: 6000 }, () => statusOf(url + path, agent));
			expect(new Set(await Promise.all(statuses))).toEqual(new Set([404]));
			child.kill('SIGTERM');
			expect(await once(child, 'exit')).toEqual([0, null]);
		}
	);
});

/** A server whose output is read up to the line with its address, and no further. */
async function startUnread(script: string) {
	const folder = mkdtempSync(join(tmpdir(), 'berthline-unread-'));
	const child = spawn(process.execPath, [script], {
		cwd: projectFolder,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			PATH: process.env['PATH'],
			HOST: '127.0.0.1',
			PORT: '0',
			LL2_BASE_URL: 'off',
			SHUTDOWN_TIMEOUT: '1',
			ARCHIVE_URL: `file:${join(folder, 'berthline.db')}`
		}
	});
	onTestFinished(() => {
		child.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	});
	const lines = createInterface({ input: child.stdout });
	const [line] = (await once(lines, 'line')) as [string];
	lines.close();
	child.stdout.pause();
	const [url = ''] = /http:\/\/[\d.:]+/.exec(line) ?? [];
	return { url, child };
}

function statusOf(url: string, agent: Agent): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		get(url, { agent }, (response) => {
			response.resume();
			response.on('end', () => resolve(response.statusCode));
		}).on('error', reject);
	});
}
