import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { listeningAddress } from '../../src/commands/serving/address.ts';

export interface AppOptions {
	/** Variables of INTERFACE.md; they go before this file's own. */
	readonly env?: Readonly<Record<string, string>>;
	/** Launch Library 2's stand-in, by its address; off when left out. */
	readonly upstream?: string;
}

/** A running production build. */
export interface App {
	/** Its address without a slash at the end: `http://127.0.0.1:40123`. */
	readonly url: string;
	/** What it has written so far, stdout and stderr, line by line. */
	readonly log: readonly string[];
	readonly processId: number;
	/** Ends it and removes its archive; a second call does nothing more. */
	close(): Promise<void>;
}

const entry = fileURLToPath(new URL('../../build/index.js', import.meta.url));
const startTimeoutMs = 30_000;
const closeTimeoutMs = 10_000;

/**
 * Starts `build/index.js` on a free port of 127.0.0.1 with an archive of its own. Rejects with what
 * it wrote when it ends, or does not listen within 30 seconds.
 */
export async function startBuild({ env, upstream = 'off' }: AppOptions = {}): Promise<App> {
	const folder = mkdtempSync(join(tmpdir(), 'berthline-e2e-'));
	const child = spawn(process.execPath, [entry], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env['PATH'],
			HOST: '127.0.0.1',
			PORT: '0',
			SHUTDOWN_TIMEOUT: '1',
			ARCHIVE_URL: `file:${join(folder, 'berthline.db')}`,
			LL2_BASE_URL: upstream,
			...env
		}
	});
	const log: string[] = [];
	const ended = new Promise<void>((resolve) => {
		child.on('close', () => resolve());
		child.on('error', (error) => {
			log.push(error.message);
			resolve();
		});
	});
	const listening = new Promise<string>((resolve) => {
		for (const input of [child.stdout, child.stderr])
			createInterface({ input }).on('line', (line) => {
				log.push(line);
				const address = listeningAddress(line);
				if (address) resolve(address);
			});
	});
	const close = async () => {
		const kill = setTimeout(() => child.kill('SIGKILL'), closeTimeoutMs);
		child.kill('SIGTERM');
		await ended;
		clearTimeout(kill);
		rmSync(folder, { recursive: true, force: true });
	};
	const url = await Promise.race([
		listening,
		ended.then(() => undefined),
		new Promise<undefined>((resolve) =>
			setTimeout(() => resolve(undefined), startTimeoutMs).unref()
		)
	]);
	if (url && child.pid !== undefined) return { url, log, processId: child.pid, close };
	await close();
	throw new Error(`the build did not start:\n${log.join('\n')}`);
}
