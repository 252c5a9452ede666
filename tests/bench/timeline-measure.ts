import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { median } from 'd3';
import {
	chromium,
	type Browser,
	type CDPSession,
	type Page,
	type Response
} from '@playwright/test';
import type { FoundBrowser } from '../../src/commands/browser/browser.ts';
import { browserArguments } from '../../src/commands/browser/browser-arguments.ts';
import { coverageAtRest, measureFrames, type Frames } from './timeline-frames.ts';
import { drag, pointAtMiddle, turnWheel, wheel, type WheelKey } from './timeline-gestures.ts';
import { installProbe, type Bars, type ProbedWindow } from './timeline-probe.ts';

/** A page to measure. */
export interface Target {
	readonly url: string;
	readonly bars: Bars;
	/** Seen when the page listens to input; bars alone when left out. */
	readonly ready?: string;
	/** What its wheel needs; `try` finds out, after giving the focus to something in `focus`. */
	readonly wheelKey: WheelKey | 'try';
	readonly focus?: string;
}

/** What is known of a page; what is missing was not reached in time. */
export interface Measured {
	firstBarsMs?: number;
	pan?: Frames;
	zoom?: Frames;
	/** The most elements in the document at any rest between gestures. */
	elements?: number;
	/** JavaScript's own, after the gestures and a collection. */
	heapBytes?: number;
	script?: { readonly gzipBytes: number; readonly brotliBytes: number };
	/** Why it ended early. */
	problem?: string;
}

const window900 = { width: 1600, height: 900 };
const closeTimeoutMs = 10_000;
const mostLoads = 5;
/** No load begins after so long. */
const loadsMs = 10_000;

/**
 * Measures a page in a browser of its own, for `limitMs` at most. Rejects only when the browser does
 * not start; any other trouble is told in `problem`.
 */
export async function measurePage(
	browser: FoundBrowser,
	target: Target,
	limitMs: number
): Promise<Measured> {
	const measured: Measured = {};
	const running = await chromium.launch({ ...browser, args: [...browserArguments()] });
	const limit = new AbortController();
	const timeIsUp = delay(limitMs, 'unfinished' as const, { signal: limit.signal });
	const work = (async () => {
		const firstBarsMs = await medianFirstBars(running, target);
		if (firstBarsMs !== undefined) measured.firstBarsMs = firstBarsMs;
		const page = await running.newPage({ viewport: window900 });
		await measure(page, target, measured, limitMs);
	})();
	// Its end comes after the time is up, when the browser under it has gone.
	const outcome = work.then(
		() => undefined,
		(error: unknown) => String(error).split('\n')[0]
	);
	const problem = await Promise.race([outcome, timeIsUp]);
	if (problem) measured.problem = problem;
	limit.abort();
	timeIsUp.catch(() => undefined);
	await Promise.race([running.close(), delay(closeTimeoutMs, undefined, { ref: false })]);
	return measured;
}

async function measure(page: Page, target: Target, measured: Measured, limitMs: number) {
	page.setDefaultTimeout(limitMs);
	const session = await page.context().newCDPSession(page);
	const scripts = gatherScripts(page);
	await page.addInitScript(installProbe, target.bars);
	await page.goto(target.url, { waitUntil: 'commit' });
	if (target.bars !== 'none') await firstBarsOf(page);
	if (target.ready) await page.waitForSelector(target.ready);
	const rest = () => countAtRest(page, measured);
	await page.waitForLoadState('load');
	await rest();
	measured.script = compress(await scripts());
	await pointAtMiddle(session);
	await rest();
	const coverage = await coverageAtRest(page);
	measured.pan = await measureFrames(page, session, drag(session), coverage);
	await rest();
	if (target.focus) await page.locator(target.focus).first().focus();
	const key = target.wheelKey === 'try' ? await findKey(page, session) : target.wheelKey;
	await rest();
	measured.zoom = await measureFrames(page, session, turnWheel(session, key), coverage);
	await rest();
	measured.script = compress(await scripts());
	await session.send('HeapProfiler.enable');
	await session.send('HeapProfiler.collectGarbage');
	measured.heapBytes = (await session.send('Runtime.getHeapUsage')).usedSize;
}

/**
 * When bars were first seen: the median of some loads, each without anything cached, in a browser
 * that has run for a while, as a reader's has. Fewer loads where one takes long; undefined where
 * there are no bars.
 */
async function medianFirstBars(running: Browser, { url, bars }: Target) {
	if (bars === 'none') return undefined;
	const first = await running.newPage();
	await first.addInitScript(installProbe, 'none' as const);
	await first.goto('data:text/html,');
	await settled(first);
	const times: number[] = [];
	const began = performance.now();
	while (times.length < mostLoads && performance.now() - began < loadsMs) {
		const context = await running.newContext({ viewport: window900 });
		const load = await context.newPage();
		load.setDefaultTimeout(0);
		await load.addInitScript(installProbe, bars);
		await load.goto(url, { waitUntil: 'commit' });
		times.push(await firstBarsOf(load));
		await load.waitForLoadState('load');
		await settled(load);
		await context.close();
	}
	return median(times);
}

async function firstBarsOf(page: Page): Promise<number> {
	const firstBars = await page.waitForFunction(() =>
		(window as unknown as ProbedWindow).timelineProbe.firstBarsMs()
	);
	return (await firstBars.jsonValue()) ?? NaN;
}

function settled(page: Page): Promise<void> {
	return page.evaluate(() => (window as unknown as ProbedWindow).timelineProbe.settled());
}

/** Waits until the page is idle, and counts its elements. */
async function countAtRest(page: Page, measured: Measured): Promise<void> {
	await settled(page);
	const count = await page.evaluate(() => document.getElementsByTagName('*').length);
	measured.elements = Math.max(count, measured.elements ?? 0);
}

/** The key that the wheel needs: none when it moves the bars by itself, else ctrl. */
async function findKey(page: Page, session: CDPSession): Promise<WheelKey> {
	const view = () =>
		page.evaluate(async () => {
			const { timelineProbe } = window as unknown as ProbedWindow;
			await timelineProbe.settled();
			return timelineProbe.view();
		});
	const before = await view();
	await wheel(session, 'none', -50);
	const isMoved = (await view()) !== before;
	await wheel(session, 'none', 50);
	return isMoved ? 'none' : 'ctrl';
}

/** Notes each script that the page loads; the result gives the text of all so far. */
function gatherScripts(page: Page): () => Promise<readonly Buffer[]> {
	const responses = new Map<string, Response>();
	page.on('response', (response) => {
		const isScript =
			response.request().resourceType() === 'script' ||
			/javascript/.test(response.headers()['content-type'] ?? '');
		if (isScript) responses.set(response.url(), response);
	});
	return () => Promise.all([...responses.values()].map((response) => response.body()));
}

function compress(scripts: readonly Buffer[]) {
	const sum = (pack: (text: Buffer) => Buffer) =>
		scripts.reduce((bytes, script) => bytes + pack(script).length, 0);
	return {
		gzipBytes: sum((script) => gzipSync(script, { level: 9 })),
		brotliBytes: sum((script) => brotliCompressSync(script))
	};
}
