import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeerName } from './timeline-peers.ts';

/** The peers' packages; the naive chart is drawn with the project's own d3. */
const packages: Readonly<Partial<Record<PeerName, Readonly<Record<string, string>>>>> = {
	'vis-timeline': { 'vis-timeline': '8.5.4', 'vis-data': '8.0.6' },
	echarts: { echarts: '6.1.0' },
	'svelte-gantt': { 'svelte-gantt': '4.5.0' }
};

const installTimeoutMs = 180_000;

/**
 * Installs the packages of the peers into `folder`, outside the project's own, unless they are
 * there; their install scripts do not run. Resolves to why that failed, else to undefined.
 */
export async function installPeers(
	folder: string,
	names: readonly PeerName[]
): Promise<string | undefined> {
	if (!names.some((name) => packages[name])) return undefined;
	const manifest = JSON.stringify({
		private: true,
		type: 'module',
		dependencies: Object.assign({}, ...Object.values(packages))
	});
	const done = join(folder, 'installed.json');
	if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return undefined;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), manifest);
	console.log('Installing the peers …');
	const failure = await runNpm(folder);
	if (failure === undefined) writeFileSync(done, manifest);
	return failure;
}

function runNpm(folder: string): Promise<string | undefined> {
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
	const child = spawn('npm', ['install', '--prefix', folder, ...quiet], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'pipe'],
		timeout: installTimeoutMs
	});
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk));
	return new Promise((resolve) => {
		child.on('error', (error) => resolve(`not installed: ${error.message}`));
		child.on('close', (code) => {
			const [reason = 'npm did not end in time'] = errors.match(/npm error .*/) ?? [];
			resolve(code === 0 ? undefined : `not installed: ${reason}`);
		});
	});
}
