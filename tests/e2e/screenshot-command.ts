import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { projectFolder } from '../../src/commands/project.ts';

/** How the command came out. */
export interface Ended {
	readonly code: number | null;
	readonly out: Buffer;
	readonly error: string;
}

/** `npm run screenshot`, running. */
export interface Running {
	/** Resolves when stderr holds the words; rejects when it ends without them. */
	says(words: string): Promise<void>;
	kill(signal: NodeJS.Signals): void;
	readonly ended: Promise<Ended>;
	/** How many processes are there that it started, itself included; Linux tells. */
	processes(): number;
}

/** Starts the command with these arguments, in an environment of its own. */
export function startScreenshot(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {}
): Running {
	const mark = `BERTHLINE_TEST_MARK=${randomUUID()}`;
	const [name = '', value = ''] = mark.split('=');
	const child = spawn(process.execPath, ['src/commands/screenshot.ts', ...args], {
		cwd: projectFolder,
		env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env, [name]: value },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const out: Buffer[] = [];
	let error = '';
	child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
	const ended = new Promise<Ended>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, out: Buffer.concat(out), error }));
	});
	return {
		ended,
		kill: (signal) => void child.kill(signal),
		processes: () => markedProcesses(mark),
		says: (words) =>
			new Promise((resolve, reject) => {
				const look = () => error.includes(words) && resolve();
				child.stderr.on('data', look);
				look();
				void ended.then(() => reject(new Error(`it ended: ${error}`)));
			})
	};
}

/** What the command comes to with these arguments. */
export function screenshot(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {}
): Promise<Ended> {
	return startScreenshot(args, env).ended;
}

function markedProcesses(mark: string): number {
	if (!existsSync('/proc/self/environ')) return 0;
	return readdirSync('/proc').filter((id) => {
		try {
			return /^\d+$/.test(id) && readFileSync(`/proc/${id}/environ`, 'latin1').includes(mark);
		} catch {
			// It has ended since, or is another user's.
			return false;
		}
	}).length;
}
