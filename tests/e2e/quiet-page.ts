/**
 * Browser tests take `test` from here: while one runs, its pages must keep quiet. No error and no
 * warning on the console, no exception, no request to any host but the app's own.
 */
import type { BrowserContext, Request } from '@playwright/test';
import { expect as baseExpect, test as base } from './server.ts';

export { frozen, frozenNow } from './server.ts';
export type { App } from './server.ts';

/** Waits longer than usual: a machine that does other things too is slow, not wrong. */
export const expect = baseExpect.configure({ timeout: 15_000 });

interface QuietFixtures {
	/** Lines on the console that a test provokes: a page that answers 400 is such a line. */
	readonly expectedNoise: readonly RegExp[];
	/** What the pages have complained about so far. */
	readonly complaints: readonly string[];
}

/** What Chromium writes when the page itself is an error page. */
export const errorPageNoise = /the server responded with a status of 4\d\d/;

export const test = base.extend<QuietFixtures>({
	expectedNoise: [[], { option: true }],
	complaints: [
		async ({ context, expectedNoise }, use) => {
			const complaints = watch(context, expectedNoise);
			await use(complaints);
			expect(complaints, 'pages keep quiet').toEqual([]);
		},
		{ auto: true }
	]
});

function watch(context: BrowserContext, expectedNoise: readonly RegExp[]): readonly string[] {
	const complaints: string[] = [];
	context.on('console', (message) => {
		const isNoise = ['error', 'warning', 'assert'].includes(message.type());
		const isExpected = expectedNoise.some((pattern) => pattern.test(message.text()));
		if (isNoise && !isExpected) complaints.push(`console ${message.type()}: ${message.text()}`);
	});
	context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`));
	context.on('dialog', (dialog) => {
		complaints.push(`dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	context.on('request', (request) => {
		if (!isOwn(request)) complaints.push(`request to another host: ${request.url()}`);
	});
	return complaints;
}

/** True for the page's own address, and for what goes to the same host and port as that. */
function isOwn(request: Request): boolean {
	const url = new URL(request.url());
	if (url.protocol === 'data:' || url.protocol === 'blob:') return true;
	const worker = request.serviceWorker();
	if (worker) return url.origin === new URL(worker.url()).origin;
	if (request.isNavigationRequest()) return url.hostname === '127.0.0.1';
	return url.origin === new URL(request.frame().url()).origin;
}
