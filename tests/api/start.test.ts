import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { ask } from './ask.ts';
import { ensureBuild } from './built-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'berthline-start-'));
const calm = {
	PATH: process.env['PATH'],
	HOME: process.env['HOME'],
	HOST: '127.0.0.1',
	PORT: '0',
	LL2_BASE_URL: 'off',
	ARCHIVE_URL: `file:${join(folder, 'berthline.db')}`
};

beforeAll(ensureBuild, 180_000);
const running = new Set<ChildProcess>();
afterAll(() => {
	// A test that failed may have left its app behind.
	for (const child of running) child.kill('SIGTERM');
	rmSync(folder, { recursive: true, force: true });
});

/** A running command; its lines come as it writes them. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
	const child = spawn(command, args, {
		cwd: projectFolder,
		env: { ...calm, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.add(child);
	child.on('close', () => running.delete(child));
	const out: string[] = [];
	const error: string[] = [];
	createInterface({ input: child.stderr }).on('line', (line) => error.push(line));
	const lines = createInterface({ input: child.stdout });
	const firstLine = (pattern: RegExp) =>
		new Promise<string>((resolve, reject) => {
			lines.on('line', (line) => pattern.test(line) && resolve(line));
			lines.on('close', () => reject(new Error(`it ended: ${[...out, ...error].join('\n')}`)));
		});
	lines.on('line', (line) => out.push(line));
	const ended = new Promise<number | string | null>((resolve) =>
		child.on('close', (code, signal) => resolve(code ?? signal))
	);
	return { out, error, firstLine, ended, end: (signal: NodeJS.Signals) => child.kill(signal) };
}

const start = (env: Record<string, string>) =>
	run(process.execPath, ['src/commands/start.ts'], env);

describe('an unusable value ends the start with 78 and one line that names it', () => {
	it.concurrent.each([
		['LL2_BASE_URL', 'nowhere', 'http'],
		['LL2_BASE_URL', 'ftp://ll.example/', 'http'],
		['LL2_CALLS_PER_HOUR', '0', '1'],
		['LL2_CALLS_PER_HOUR', 'many', 'whole number'],
		['LL2_TIMEOUT_MS', '-1', 'whole number'],
		['LL2_TIMEOUT_MS', '10s', 'whole number'],
		['REFRESH_SECONDS', '0', 'whole number'],
		['RESYNC_SECONDS', '1.5', 'whole number'],
		['ARCHIVE_URL', 'mysql://localhost/x', 'file:'],
		['LOG_LEVEL', 'loud', 'info'],
		['PORT', '70000', '65535'],
		['HOST', 'a host', 'host name'],
		['ORIGIN', 'berthline.example', 'origin']
	])('%s=%s', async (name, value, allowed) => {
		const { out, error, ended } = start({ [name]: value });
		expect(await ended).toBe(78);
		expect(out).toEqual([]);
		expect(error).toHaveLength(1);
		expect(error[0]).toContain(name);
		expect(error[0]).toContain(value);
		expect(error[0]).toContain(allowed);
	});

	it('LL2_API_TOKEN, which it does not repeat', async () => {
		const { error, ended } = start({ LL2_API_TOKEN: 'hush hush' });
		expect(await ended).toBe(78);
		expect(error).toHaveLength(1);
		expect(error[0]).toContain('LL2_API_TOKEN');
		expect(error[0]).not.toContain('hush');
	});
}, 60_000);

it('npm start says where it is and what it shows in one line, and SIGTERM ends it', async () => {
	const app = run('npm', ['start']);
	const line = await app.firstLine(/^Berthline at /);
	expect(line).toMatch(
		/^Berthline at http:\/\/127\.0\.0\.1:\d+, showing sample data \(641 stays, as of 2026-10-08T00:00:00Z\)$/
	);
	const [url = ''] = /http:\/\/[\d.:]+/.exec(line) ?? [];
	expect((await ask(url)).status).toBe(200);
	app.end('SIGTERM');
	await app.ended;
	await expect(ask(url)).rejects.toThrow();
}, 60_000);

it('after its plain line it writes nothing but JSON', async () => {
	const app = start({ LL2_BASE_URL: 'http://127.0.0.1:9/2.3.0', LL2_TIMEOUT_MS: '500' });
	const logged = app.firstLine(/^\{/);
	const line = await app.firstLine(/^Berthline at /);
	const [url = ''] = /http:\/\/[\d.:]+/.exec(line) ?? [];
	await logged;
	for (const path of ['/', '/nowhere', '/?station=abc', '/events/999999']) await ask(url + path);
	await ask(url, { method: 'POST' });
	app.end('SIGTERM');
	await app.ended;
	const [plain, ...rest] = app.out;
	expect(plain).toBe(line);
	expect(rest.filter((text) => !isJson(text))).toEqual([]);
	expect(app.error).toEqual([]);
}, 60_000);

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
