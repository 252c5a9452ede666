import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDebianRoot } from '../../src/commands/browser/debian.ts';
import { runTool } from '../../src/commands/browser/tool.ts';

const names = ['redis-server', 'valkey-server'];
const installTimeoutMs = 5 * 60_000;

/** The path of a Redis or Valkey server on this system; undefined when there is none. */
export function redisPath(): string | undefined {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((path) => existsSync(path));
}

/** Installs one where none is and that can be done; says when its tests will be left out. */
export async function ensureRedis(): Promise<void> {
	if (redisPath()) return;
	if (isDebianRoot()) {
		const options = {
			timeoutMs: installTimeoutMs,
			output: 'stderr',
			env: { DEBIAN_FRONTEND: 'noninteractive' }
		} as const;
		await runTool('apt-get', ['update'], options);
		await runTool('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], options);
	}
	if (!redisPath()) console.warn('There is no redis-server: tests of replicas are left out.');
}
