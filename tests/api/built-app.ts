import { afterAll, beforeAll } from 'vitest';
import { buildApp } from '../../src/commands/app-build/build-app.ts';
import { projectFolder } from '../../src/commands/project.ts';
import { startBuild } from '../e2e/start-build.ts';
import type { App, AppOptions } from '../e2e/start-build.ts';

const buildTimeoutMs = 180_000;

/** Makes the production build when there is no current one. */
export async function ensureBuild(): Promise<void> {
	let output = '';
	const outcome = await buildApp({
		projectFolder,
		onBuild: () => undefined,
		onFailure: (text) => (output = text)
	});
	if (outcome === 'failed') throw new Error(`the build failed:\n${output}`);
}

/** A production build that runs for all tests of a `describe` block or file; read `url` in tests. */
export function useApp(options?: () => AppOptions | Promise<AppOptions>): Omit<App, 'close'> {
	let app: App | undefined;
	const running = () => {
		if (!app) throw new Error('the app runs in tests only');
		return app;
	};
	beforeAll(async () => {
		await ensureBuild();
		app = await startBuild(await options?.());
	}, buildTimeoutMs);
	afterAll(() => app?.close());
	return {
		get url() {
			return running().url;
		},
		get log() {
			return running().log;
		},
		get processId() {
			return running().processId;
		}
	};
}
