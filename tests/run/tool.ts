import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface ToolOptions {
	readonly env?: Readonly<Record<string, string>>;
	/** Ends the tool when it takes longer; no limit when left out. */
	readonly timeoutMs?: number;
}

/**
 * The exit code of a command of `node_modules/.bin` or of the system, run in the project with its
 * output shown and no stdin. A command that cannot be started gives 127.
 */
export function runTool(
	command: string,
	args: readonly string[],
	{ env = {}, timeoutMs }: ToolOptions = {}
): Promise<number> {
	const bin = join(projectFolder, 'node_modules/.bin');
	const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: projectFolder,
			env: { ...process.env, PATH: path, ...env },
			stdio: ['ignore', 'inherit', 'inherit'],
			...(timeoutMs !== undefined && { timeout: timeoutMs })
		});
		child.on('error', (error) => {
			console.error(error.message);
			resolve(127);
		});
		child.on('close', (code) => resolve(code ?? 1));
	});
}
