import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { withBuildLock } from './build-lock.ts';
import { fingerprint } from './fingerprint.ts';
import { createStamp } from './stamp.ts';

/** How a build came out. `current`: there was nothing to do. */
export type BuildOutcome = 'current' | 'built' | 'failed';

export interface BuildOptions {
	readonly projectFolder: string;
	/** Told once, when there is something to do. */
	readonly onBuild: () => void;
	/** Given what the build said, only when it failed. */
	readonly onFailure: (output: string) => void;
	/** Makes the build; Vite unless a test gives another. */
	readonly run?: (projectFolder: string) => Promise<BuildRun>;
}

/** What a run of the bundler left behind. */
export interface BuildRun {
	readonly isDone: boolean;
	readonly output: string;
}

/**
 * Makes the production build when there is no current one. Two processes that ask at once build
 * once; a build that was interrupted, or whose sources changed while it ran, is not current.
 */
export async function buildApp(options: BuildOptions): Promise<BuildOutcome> {
	const { projectFolder } = options;
	const stamp = createStamp(join(projectFolder, 'build'));
	if (stamp.isCurrent(fingerprint(projectFolder))) return 'current';
	return withBuildLock(join(projectFolder, '.svelte-kit/berthline-build.lock'), async () => {
		const madeOf = fingerprint(projectFolder);
		if (stamp.isCurrent(madeOf)) return 'current';
		options.onBuild();
		stamp.clear();
		const run = await (options.run ?? runVite)(projectFolder);
		if (!run.isDone) {
			options.onFailure(run.output);
			return 'failed';
		}
		stamp.write(madeOf);
		return 'built';
	});
}

/** Vite's production build, then the thread that draws pictures. */
async function runVite(projectFolder: string): Promise<BuildRun> {
	const vite = join(projectFolder, 'node_modules/vite/bin/vite.js');
	const app = await runScript(projectFolder, [vite, 'build']);
	if (!app.isDone) return app;
	const script = join(projectFolder, 'src/commands/app-build/build-worker.ts');
	const worker = await runScript(projectFolder, [script]);
	return { isDone: worker.isDone, output: app.output + worker.output };
}

/** A script in a process of its own; a signal to this one ends both. */
async function runScript(cwd: string, script: readonly string[]): Promise<BuildRun> {
	const child = spawn(process.execPath, script, {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
		// Also where tests ask for it, it is the build that is shipped.
		env: { ...process.env, NODE_ENV: 'production', VITEST: undefined }
	});
	const chunks: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
	let stoppedBy: NodeJS.Signals | undefined;
	const stop = (signal: NodeJS.Signals) => {
		stoppedBy = signal;
		child.kill(signal);
	};
	process.on('SIGTERM', stop).on('SIGINT', stop);
	const isDone = await new Promise<boolean>((resolve) => {
		child.on('error', (error) => {
			chunks.push(Buffer.from(`${error.message}\n`));
			resolve(false);
		});
		child.on('close', (code) => resolve(code === 0));
	});
	process.off('SIGTERM', stop).off('SIGINT', stop);
	if (stoppedBy) process.kill(process.pid, stoppedBy);
	return { isDone, output: Buffer.concat(chunks).toString() };
}
