import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { archivePlace } from '../../lib/server/config-archive.ts';
import { ConfigError, given } from '../../lib/server/config-values.ts';
import type { Environment } from '../../lib/server/config-values.ts';
import { projectFolder } from '../project.ts';
import { exitCodes, ScreenshotFailure } from './failure.ts';

/** A server of the command's own. */
export interface OwnServer {
	/** `http://127.0.0.1:40123` */
	readonly origin: string;
	/** What it shows, in words: `showing sample data (641 stays, …)`; empty when it did not say. */
	readonly source: string;
	/** Resolves when no process of it is left. */
	close(): Promise<void>;
}

export interface OwnServerOptions {
	readonly env: Environment;
	/** Ends it, also while it starts. */
	readonly signal: AbortSignal;
}

const startScript = fileURLToPath(new URL('../start.ts', import.meta.url));
/** A build on a slow machine takes minutes. */
const startTimeoutMs = 10 * 60_000;
const closeTimeoutMs = 15_000;
/** They tell how a server is reached from elsewhere. */
const unwanted = ['ORIGIN', 'SOCKET_PATH', 'PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER'];
const configExitCode = 78;

/**
 * `npm start` on a free port of 127.0.0.1, which builds when there is no current build. What it
 * complains of goes to stderr. Rejects with a ScreenshotFailure when it does not start.
 */
export async function startOwnServer({ env, signal }: OwnServerOptions): Promise<OwnServer> {
	const spare = mkdtempSync(join(tmpdir(), 'berthline-screenshot-'));
	const child = spawn(process.execPath, [startScript], {
		cwd: projectFolder,
		env: serverEnvironment(env, spare),
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<number | undefined>((resolve) => {
		child.on('error', () => resolve(undefined));
		child.on('close', (code) => resolve(code ?? undefined));
	});
	const close = async () => {
		await end(child, ended);
		rmSync(spare, { recursive: true, force: true });
	};
	const onAbort = () => void child.kill('SIGTERM');
	signal.addEventListener('abort', onAbort, { once: true });
	if (signal.aborted) onAbort();
	const line = await firstLine(child, ended);
	const [, origin, source = ''] = /^Berthline at (\S+?)(?:, (.*))?$/.exec(line ?? '') ?? [];
	if (origin !== undefined && !signal.aborted) return { origin, source, close };
	await close();
	const code = await ended;
	throw new ScreenshotFailure(
		code === configExitCode ? configExitCode : exitCodes.unavailable,
		'Berthline did not start, so there are no pictures of it.'
	);
}

/**
 * What the server gets: upstream is off unless the environment names one, since a picture is
 * worth no call; an archive that is not there yet is made in `spareFolder`, not where the app's
 * would be.
 */
export function serverEnvironment(
	env: Environment,
	spareFolder: string
): Record<string, string | undefined> {
	return {
		...Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted.includes(name))),
		HOST: '127.0.0.1',
		PORT: '0',
		SHUTDOWN_TIMEOUT: '1',
		LL2_BASE_URL: given(env, 'LL2_BASE_URL') ?? 'off',
		ARCHIVE_URL: archiveUrl(env, spareFolder),
		// With it the server also ends when this process is killed.
		npm_lifecycle_event: 'screenshot'
	};
}

function archiveUrl(env: Environment, spareFolder: string): string {
	const asked = given(env, 'ARCHIVE_URL');
	try {
		const byDefault = pathToFileURL(join(projectFolder, 'data/berthline.db')).href;
		const place = archivePlace(asked ?? byDefault);
		if (place.kind === 'redis') return place.url;
		const { path } = place;
		return pathToFileURL(existsSync(path) ? path : join(spareFolder, 'berthline.db')).href;
	} catch (error) {
		// The server has the words for what is wrong with it.
		if (error instanceof ConfigError) return asked ?? '';
		throw error;
	}
}

/** The line with the address; undefined when it ends before, or says nothing for too long. */
async function firstLine(
	child: ChildProcess,
	ended: Promise<unknown>
): Promise<string | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const line = new Promise<string>((resolve) => {
		if (child.stdout)
			createInterface({ input: child.stdout }).on('line', (text) => {
				if (text.startsWith('Berthline at ')) resolve(text);
			});
	});
	const tooLate = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), startTimeoutMs);
	});
	const first = await Promise.race([line, ended.then(() => undefined), tooLate]);
	clearTimeout(timer);
	return first;
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
	const kill = setTimeout(() => child.kill('SIGKILL'), closeTimeoutMs);
	child.kill('SIGTERM');
	await ended;
	clearTimeout(kill);
}
