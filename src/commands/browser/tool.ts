import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectFolder } from '../project.ts';

export interface ToolOptions {
	readonly env?: Readonly<Record<string, string>>;
	/** Ends the tool when it takes longer; no limit when left out. */
	readonly timeoutMs?: number;
	/** Where its stdout goes: to this process's own, or to stderr where that is for something else. */
	readonly output?: 'stdout' | 'stderr';
	/** Ends the tool. */
	readonly signal?: AbortSignal;
}

const stderrFd = 2;

/**
 * The exit code of a command of `node_modules/.bin` or of the system, run in the project with its
 * output shown and no stdin. A command that cannot be started gives 127.
 */
export function runTool(
	command: string,
	args: readonly string[],
	{ env = {}, timeoutMs, output = 'stdout', signal }: ToolOptions = {}
): Promise<number> {
	const bin = join(projectFolder, 'node_modules/.bin');
	const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: projectFolder,
			env: { ...process.env, PATH: path, ...env },
			stdio: ['ignore', output === 'stdout' ? 'inherit' : stderrFd, 'inherit'],
			...(timeoutMs !== undefined && { timeout: timeoutMs }),
			...(signal && { signal })
		});
		child.on('error', (error) => {
			console.error(error.message);
			resolve(127);
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}
