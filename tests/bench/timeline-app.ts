import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { listeningAddress } from '../../src/commands/serving/address.ts';
import { openSqliteArchive } from '../../src/lib/server/archive/sqlite.ts';
import { createLog } from '../../src/lib/server/log.ts';
import { instant } from '../../src/lib/time/instant.ts';
import { copyBuild } from './static-servers.ts';
import { documentOf } from './timeline-documents.ts';
import type { BenchData } from './timeline-stays.ts';

/** A copy of the production build that shows a benchmark's stays as live data. */
export interface BenchApp {
	/** The page with all stays in view. */
	readonly url: string;
	/** Ends it and removes its files; a second call does nothing more. */
	close(): Promise<void>;
}

const startTimeoutMs = 120_000;
const warmUpRounds = 10;

/** Rejects when it does not listen within two minutes or shows other data than it should. */
export async function startBenchApp(data: BenchData): Promise<BenchApp> {
	const folder = mkdtempSync(join(tmpdir(), 'berthline-timeline-'));
	const build = copyBuild({});
	const removeFiles = () => {
		build.remove();
		rmSync(folder, { recursive: true, force: true });
	};
	process.once('exit', removeFiles);
	try {
		const path = join(folder, 'berthline.db');
		await fillArchive(path, data);
		const server = await startServer(build.entry, path);
		const close = async () => {
			await server.close();
			process.off('exit', removeFiles);
			removeFiles();
		};
		try {
			await expectLive(server.origin, data.stays.length);
			const url = `${server.origin}/?from=${iso(data.fromMs)}&to=${iso(data.toMs)}`;
			await warmUp(url);
			return { url, close };
		} catch (error) {
			await close();
			throw error;
		}
	} catch (error) {
		process.off('exit', removeFiles);
		removeFiles();
		throw error;
	}
}

/** Writes the stays of `data` as an archive at `path`, as if just read from upstream. */
export async function fillArchive(path: string, { stays }: BenchData): Promise<void> {
	const now = instant(Date.now());
	const archive = openSqliteArchive({ path, log: createLog({ level: 'error' }), clock: () => now });
	await archive.apply({
		put: stays.map((stay, index) => ({
			id: index + 1,
			text: JSON.stringify(documentOf(index + 1, stay)),
			receivedAt: now
		})),
		facts: { lastRefresh: now, fullSync: { at: now, sure: true } }
	});
	const warnings = archive.warnings();
	await archive.close();
	if (warnings.length) throw new Error(`the archive: ${warnings.join(' ')}`);
}

async function startServer(entry: string, archivePath: string) {
	const child = spawn(process.execPath, ['--max-old-space-size=4096', entry], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			PATH: process.env['PATH'],
			HOST: '127.0.0.1',
			PORT: '0',
			SHUTDOWN_TIMEOUT: '1',
			LOG_LEVEL: 'error',
			ARCHIVE_URL: `file:${archivePath}`,
			LL2_BASE_URL: 'off',
			// The data must not grow stale while the benchmark runs.
			REFRESH_SECONDS: '86400'
		}
	});
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);
	const ended = once(child, 'close');
	const close = async () => {
		const late = setTimeout(kill, 10_000);
		child.kill('SIGTERM');
		if (child.exitCode === null && child.signalCode === null) await ended;
		clearTimeout(late);
		process.off('exit', kill);
	};
	const origin = await new Promise<string | undefined>((resolve) => {
		createInterface({ input: child.stdout }).on('line', (line) => {
			const address = listeningAddress(line);
			if (address) resolve(address);
		});
		void ended.then(() => resolve(undefined));
		setTimeout(() => resolve(undefined), startTimeoutMs).unref();
	});
	if (origin) return { origin, close };
	await close();
	throw new Error('the build did not start');
}

async function expectLive(origin: string, count: number): Promise<void> {
	const answer = await fetch(`${origin}/healthz`);
	const { source, events } = (await answer.json()) as { source: string; events: number };
	if (source !== 'live' || events !== count)
		throw new Error(`the build shows ${events} ${source} events, not ${count} live ones`);
}

/** Asks as often as it takes for the server's code to be compiled, as that of a running server is. */
async function warmUp(url: string): Promise<void> {
	for (let round = 0; round < warmUpRounds; round++) await (await fetch(url)).arrayBuffer();
}

function iso(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}
