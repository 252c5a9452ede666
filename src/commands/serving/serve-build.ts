import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { listeningAddress, localAddress } from './address.ts';
import { describeDataSource } from './data-source.ts';
import { listenFailure } from './listen-failure.ts';
import type { ListenAddress } from './listen-failure.ts';

export interface ServeOptions {
	/** The build's `index.js`. */
	readonly entry: string;
	readonly address: ListenAddress;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly writeOut: (text: string) => void;
	readonly writeError: (text: string) => void;
}

const endWithParent = fileURLToPath(new URL('./end-with-parent.ts', import.meta.url));
const healthTimeoutMs = 10_000;
/** How long open connections may hold up the end, when `SHUTDOWN_TIMEOUT` says nothing. */
const shutdownTimeoutS = 5;

/**
 * The exit code of the server, run until it ends or a signal ends it. Its first line on stdout is
 * the plain one with the address and the data's source, once the port answers; what the server
 * logged before follows it.
 */
export async function serveBuild(options: ServeOptions): Promise<number> {
	const env = { SHUTDOWN_TIMEOUT: String(shutdownTimeoutS), ...options.env };
	const child = spawn(process.execPath, ['--import', endWithParent, options.entry], {
		env,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	const output = relayOutput(child, options);
	const stopRelaying = relaySignals(child, Number(env.SHUTDOWN_TIMEOUT) || shutdownTimeoutS);
	const code = await exitCodeOf(child);
	stopRelaying();
	const failure = listenFailure(output.heldErrors(), options.address);
	if (failure) options.writeError(`${failure}\n`);
	else output.release();
	return failure ? 1 : code;
}

/** Holds what the server writes until it listens, then passes it on line by line. */
function relayOutput(child: ChildProcess, { writeOut, writeError }: ServeOptions) {
	const heldLines: string[] = [];
	let heldErrors = '';
	let isReleased = false;

	const release = () => {
		isReleased = true;
		for (const line of heldLines.splice(0)) writeOut(`${line}\n`);
		writeError(heldErrors);
		heldErrors = '';
	};
	const announce = async (address: string) => {
		const local = localAddress(address);
		const source = await describeDataSource(local, healthTimeoutMs);
		writeOut(`Berthline at ${local}${source ? `, ${source}` : ''}\n`);
		release();
	};
	if (child.stdout)
		createInterface({ input: child.stdout }).on('line', (line) => {
			const address = isReleased ? undefined : listeningAddress(line);
			if (address) void announce(address);
			else if (isReleased) writeOut(`${line}\n`);
			else heldLines.push(line);
		});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		if (isReleased) writeError(text);
		else heldErrors += text;
	});
	return {
		/** Passes on what was held; from here on nothing is. */
		release,
		/** What the server wrote to stderr before it listened. */
		heldErrors: () => heldErrors
	};
}

/** Passes signals on until the given function is called; a server that hangs is killed in the end. */
function relaySignals(child: ChildProcess, shutdownS: number): () => void {
	let deadline: NodeJS.Timeout | undefined;
	const pass = (signal: NodeJS.Signals) => {
		child.kill(signal);
		deadline ??= setTimeout(() => child.kill('SIGKILL'), (shutdownS + 5) * 1000);
	};
	process.on('SIGTERM', pass).on('SIGINT', pass).on('SIGHUP', pass);
	return () => {
		process.off('SIGTERM', pass).off('SIGINT', pass).off('SIGHUP', pass);
		clearTimeout(deadline);
	};
}

/** As a shell tells it: a signal's number plus 128 for a server that one ended. */
function exitCodeOf(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) =>
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
		);
	});
}
