import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments } from './browser-arguments.ts';
import { runTool } from './tool.ts';

/** A browser that starts here; without a path it is Playwright's own. */
export interface FoundBrowser {
	readonly executablePath?: string;
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
	const found = (await startable({})) ?? (await systemBrowser());
	if (found) return found;
	console.error('No browser is here; trying "playwright install chromium".');
	await runTool('playwright', ['install', 'chromium'], { timeoutMs: installTimeoutMs });
	const own = await startable({});
	if (own) return own;
	if (isDebianRoot()) {
		console.error('That gave none; trying "apt-get install chromium".');
		const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: installTimeoutMs };
		await runTool('apt-get', ['update'], options);
		await runTool('apt-get', ['install', '-y', 'chromium'], options);
		const installed = await systemBrowser();
		if (installed) return installed;
	}
	console.error(
		'The browser tests need Chromium or Chrome: install it so that "chromium" is on the PATH, ' +
			'or run "npx playwright install --with-deps chromium", and start the tests again.'
	);
	return undefined;
}

async function systemBrowser(): Promise<FoundBrowser | undefined> {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	for (const executablePath of [...paths, ...places].filter((path) => existsSync(path))) {
		const found = await startable({ executablePath });
		if (found) return found;
	}
	return undefined;
}

/** `browser` when it really starts: one that lacks a library of the system does not. */
async function startable(browser: FoundBrowser): Promise<FoundBrowser | undefined> {
	if (!existsSync(browser.executablePath ?? chromium.executablePath())) return undefined;
	try {
		const started = await chromium.launch({ ...browser, args: [...browserArguments()] });
		await started.close();
		return browser;
	} catch (error) {
		const [reason] = String(error).split('\n');
		console.error(`${browser.executablePath ?? "Playwright's own browser"}: ${reason}`);
		return undefined;
	}
}

function isDebianRoot(): boolean {
	if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
	return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}
