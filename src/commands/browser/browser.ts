import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { browserArguments } from './browser-arguments.ts';
import { isDebianRoot } from './debian.ts';
import { runTool } from './tool.ts';

/** A browser that starts here; without a path it is Playwright's own. */
export interface FoundBrowser {
	readonly executablePath?: string;
}

/** A browser that has been found, and runs. */
export interface StartedBrowser {
	readonly found: FoundBrowser;
	readonly browser: Browser;
}

const names = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome',
	'microsoft-edge'
];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];
const installTimeoutMs = 10 * 60_000;

/**
 * A browser for the tests: Playwright's own, else the system's, else one that it installs;
 * undefined when all fails, after saying so.
 */
export async function findBrowser(): Promise<FoundBrowser | undefined> {
	const started = await startBrowser();
	await started?.browser.close();
	return started?.found;
}

export interface StartOptions {
	/** Beside those of every browser here. */
	readonly args?: readonly string[];
	/** Ends the search, which then gives undefined and says nothing more. */
	readonly signal?: AbortSignal;
}

/**
 * As `findBrowser`, and leaves it running: whoever asked closes it, signals do not. Says what it
 * does on stderr.
 */
export async function startBrowser({ args = [], signal }: StartOptions = {}): Promise<
	StartedBrowser | undefined
> {
	const started = (await tryToStart({}, args)) ?? (await startSystemBrowser(args));
	if (started || signal?.aborted) return started;
	const options = {
		timeoutMs: installTimeoutMs,
		output: 'stderr',
		...(signal && { signal })
	} as const;
	console.error('No browser is here; trying "playwright install chromium".');
	await runTool('playwright', ['install', 'chromium'], options);
	const own = await tryToStart({}, args);
	if (own || signal?.aborted) return own;
	if (isDebianRoot()) {
		console.error('That gave none; trying "apt-get install chromium".');
		const debian = { ...options, env: { DEBIAN_FRONTEND: 'noninteractive' } };
		await runTool('apt-get', ['update'], debian);
		await runTool('apt-get', ['install', '-y', 'chromium'], debian);
		const installed = await startSystemBrowser(args);
		if (installed || signal?.aborted) return installed;
	}
	console.error(
		'Chromium or Chrome is needed: install it so that "chromium" is on the PATH, ' +
			'or run "npx playwright install --with-deps chromium", and try again.'
	);
	return undefined;
}

async function startSystemBrowser(args: readonly string[]): Promise<StartedBrowser | undefined> {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	for (const executablePath of [...paths, ...places].filter((path) => existsSync(path))) {
		const started = await tryToStart({ executablePath }, args);
		if (started) return started;
	}
	return undefined;
}

/** `found` running, when it really starts: one that lacks a library of the system does not. */
async function tryToStart(
	found: FoundBrowser,
	args: readonly string[]
): Promise<StartedBrowser | undefined> {
	if (!existsSync(found.executablePath ?? chromium.executablePath())) return undefined;
	try {
		const browser = await chromium.launch({
			...found,
			args: [...browserArguments(), ...args],
			handleSIGINT: false,
			handleSIGTERM: false,
			handleSIGHUP: false
		});
		return { found, browser };
	} catch (error) {
		const [reason] = String(error).split('\n');
		console.error(`${found.executablePath ?? "Playwright's own browser"}: ${reason}`);
		return undefined;
	}
}
