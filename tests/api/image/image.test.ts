import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../../src/commands/project.ts';
import { listeningAddress } from '../../../src/commands/serving/address.ts';
import { ask } from '../ask.ts';
import { parseDockerfile } from './dockerfile.ts';
import { makeImage, makePlace, nodeUser, type Image } from './make-image.ts';

const text = readFileSync(join(projectFolder, 'Dockerfile'), 'utf8');
const makeTimeoutMs = 300_000;

/** As the image's user, where this process may become another. */
const identity = process.getuid?.() === 0 ? { uid: nodeUser, gid: nodeUser } : {};

describe('the image', () => {
	const place = makePlace();
	let image: Image;
	beforeAll(async () => void (image = await makeImage(text, place)), makeTimeoutMs);
	afterAll(() => rmSync(place, { recursive: true, force: true }));

	const within = (env: Record<string, string> = {}) => ({
		cwd: image.folder,
		env: { ...image.env, HOST: '127.0.0.1', LL2_BASE_URL: 'off', ...env },
		...identity
	});

	it('serves as another user than root, is healthy, and ends by SIGTERM', async () => {
		expect(image.user).toBe('node');
		const [command, ...args] = image.command;
		const child = spawn(command, args, {
			...within({ PORT: '0' }),
			stdio: ['ignore', 'pipe', 'inherit']
		});
		onTestFinished(() => void child.kill('SIGKILL'));
		const url = await addressOf(createInterface({ input: child.stdout }));
		const env = { PORT: new URL(url).port };
		const [check, ...rest] = image.healthCheck;
		const checkHealth = () => spawnSync(check, rest, within(env)).status;

		expect(checkHealth()).toBe(0);
		expect(JSON.parse((await ask(`${url}/healthz`)).text)).toMatchObject({ warnings: [] });
		const picture = await ask(`${url}/timeline.png?now=2026-10-08T12:00Z`);
		expect(picture.status).toBe(200);
		expect(picture.body.subarray(1, 4).toString()).toBe('PNG');
		expect((await ask(`${url}/?now=2026-10-08T12:00Z`)).status).toBe(200);

		const backup = spawnSync('npm', ['run', 'backup', '--', '--out', 'data/copy.db'], within());
		expect({ status: backup.status, error: backup.stderr.toString() }).toMatchObject({ status: 0 });
		expect(existsSync(join(image.folder, 'data/copy.db'))).toBe(true);

		child.kill('SIGTERM');
		expect(await once(child, 'exit')).toEqual([0, null]);
		expect(checkHealth()).toBe(1);
	});

	it('keeps its archive in a volume that its user owns', () => {
		expect(image.volumes).toEqual(['/app/data']);
		expect(existsSync(join(image.folder, 'data/berthline.db'))).toBe(true);
		if ('uid' in identity) expect(statSync(join(image.folder, 'data')).uid).toBe(nodeUser);
	});

	it('has no package that only development needs', () => {
		const has = (name: string) => existsSync(join(image.folder, 'node_modules', name));
		expect(['vite', 'typescript', 'eslint', '@playwright/test', 'node'].filter(has)).toEqual([]);
		expect(has('prom-client')).toBe(true);
	});
});

describe('the Dockerfile', () => {
	const stages = parseDockerfile(text);

	it('has two stages, on an image that npm start would take, and few steps', () => {
		expect(stages.map(({ from }) => from)).toEqual(['node:24-slim', 'node:24-slim']);
		const runs = stages.map(({ steps }) => steps.filter((step) => step.instruction === 'RUN'));
		expect(runs.map((list) => list.length)).toEqual([2, 0]);
	});

	it('copies what .dockerignore lets through, and all of it', () => {
		const copied = stages
			.flatMap(({ steps }) => steps)
			.filter(({ instruction, flags }) => instruction === 'COPY' && !flags.has('from'))
			.flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
		const lines = readFileSync(join(projectFolder, '.dockerignore'), 'utf8').split('\n');
		const [all, ...allowed] = lines.filter((line) => line && !line.startsWith('#'));
		expect(all).toBe('*');
		expect(allowed.map((line) => line.replace(/^!/, '')).sort()).toEqual(copied.sort());
	});
});

/** The address that a server tells; rejects when it ends first. */
function addressOf(lines: ReturnType<typeof createInterface>): Promise<string> {
	return new Promise((resolve, reject) => {
		lines.on('line', (line) => {
			const address = listeningAddress(line);
			if (address) resolve(address);
		});
		lines.on('close', () => reject(new Error('the server ended')));
	});
}
