import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../src/commands/project.ts';
import { listeningAddress } from '../../src/commands/serving/address.ts';
import { ask } from './ask.ts';
import { ensureBuild } from './built-app.ts';

const installed = '/opt/berthline';
/** The unit as it would be with the project's folder in place of `/opt/berthline`. */
const unit = readFileSync(join(projectFolder, 'src/deploy/berthline.service'), 'utf8').replaceAll(
	installed,
	projectFolder
);
const valuesOf = (name: string) =>
	[...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

/** Systemd's own judge of units, where it is installed; 0 where it is not. */
const analyzer = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
const analyzerVersion = Number(/\d+/.exec(analyzer.stdout ?? '') ?? 0);

function analyze(...args: readonly string[]) {
	const folder = mkdtempSync(join(tmpdir(), 'berthline-unit-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const path = join(folder, 'berthline.service');
	writeFileSync(path, unit);
	const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, path]);
	return { status, said: `${stdout}${stderr}` };
}

beforeAll(ensureBuild, 180_000);

describe('the systemd unit', () => {
	it('starts again whatever happens, except after a value that cannot be used', () => {
		expect(valuesOf('Restart')).toEqual(['always']);
		expect(valuesOf('RestartPreventExitStatus')).toEqual(['78']);
	});

	it('runs node itself, which serves, keeps its archive and ends by SIGTERM', async () => {
		const [command = '', ...args] = valuesOf('ExecStart')[0]?.split(' ') ?? [];
		expect(command).toMatch(/\/node$/);
		const state = mkdtempSync(join(tmpdir(), 'berthline-state-'));
		onTestFinished(() => rmSync(state, { recursive: true }));
		const words = valuesOf('Environment').join(' ').replaceAll('/var/lib/berthline', state);
		const env = Object.fromEntries(words.split(' ').map((word) => word.split('=', 2)));
		const child = spawn(command, args, {
			cwd: valuesOf('WorkingDirectory')[0],
			// As lines of /etc/berthline.env would.
			env: { ...env, PORT: '0', LL2_BASE_URL: 'off' },
			stdio: ['ignore', 'pipe', 'inherit']
		});
		onTestFinished(() => void child.kill('SIGKILL'));
		const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
		const url = listeningAddress(line) ?? '';
		expect(JSON.parse((await ask(`${url}/healthz`)).text)).toMatchObject({ warnings: [] });
		expect(readFileSync(join(state, 'berthline.db')).subarray(0, 6).toString()).toBe('SQLite');
		child.kill('SIGTERM');
		expect(await once(child, 'exit')).toEqual([0, null]);
	});

	it.skipIf(analyzerVersion === 0)('has nothing that systemd would complain about', () => {
		expect(analyze('verify', '--man=no')).toEqual({ status: 0, said: '' });
	});

	// Earlier ones look only at units that are installed.
	it.skipIf(analyzerVersion < 250)('lets the server do little else', () => {
		const { status, said } = analyze('security', '--offline=true', '--no-pager', '--threshold=20');
		expect({ status, said }).toMatchObject({ status: 0 });
	});
});
