import { chromium, type Page } from '@playwright/test';
import { browserArguments } from '../../src/commands/browser/browser-arguments.ts';
import { findBrowser } from '../../src/commands/browser/browser.ts';
import { startBuild } from '../e2e/start-build.ts';
import { quantile } from './loader.ts';
import { formatTable } from './table.ts';

const size = { width: 1920, height: 1080 };
const views = ['', 'station=4', 'station=18&theme=dark', 'station=4&ports=all&from=1998-11-01'];
const warmUps = 24;
const seconds = 10;
const atOnce = 2;

/** Milliseconds that each of many pictures took, and all of them together. */
interface Timed {
	readonly eachMs: readonly number[];
	readonly wholeMs: number;
}

/**
 * `npm run bench pictures`: PNGs of 1920×1080 that nobody has asked for before, by the server and by
 * a headless browser that stays open and takes a screenshot of the same view, in one run.
 */
export async function benchPictures(): Promise<void> {
	const browser = await findBrowser();
	if (!browser) throw new Error('there is no browser to compare with');
	const app = await startBuild({ env: { PICTURES_PER_MINUTE: '1000000' } });
	const running = await chromium.launch({ ...browser, args: [...browserArguments()] });
	try {
		const pages = await Promise.all(
			Array.from({ length: atOnce }, () => running.newPage({ viewport: size }))
		);
		const server = await timed(async (address) => {
			const answer = await fetch(`${app.url}/timeline.png?${address}`);
			if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
			await answer.arrayBuffer();
		});
		const screenshots = await timed(async (address, worker) =>
			screenshot(pages[worker]!, `${app.url}/?${address}`)
		);
		const kept = await timedOn(async () => {
			await (await fetch(`${app.url}/timeline.png?now=2026-10-08`)).arrayBuffer();
		});
		report({ server, screenshots, kept });
	} finally {
		await running.close();
		await app.close();
	}
}

async function screenshot(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForSelector('[data-timeline][data-drawn]');
	await page.screenshot();
}

/** Each picture is another one: its moment is a minute later than the last one's. */
function timed(take: (address: string, worker: number) => Promise<void>): Promise<Timed> {
	let minute = Date.UTC(2026, 9, 1);
	return timedOn(async (count, worker) => {
		minute += 60_000;
		const now = `${new Date(minute).toISOString().slice(0, 16)}Z`;
		await take(`${views[count % views.length]}&now=${now}`, worker);
	});
}

async function timedOn(take: (count: number, worker: number) => Promise<void>): Promise<Timed> {
	for (let count = 0; count < warmUps; count++) await take(count, count % atOnce);
	const eachMs: number[] = [];
	const began = performance.now();
	let count = 0;
	await Promise.all(
		Array.from({ length: atOnce }, async (_, worker) => {
			while (performance.now() - began < seconds * 1000) {
				const start = performance.now();
				await take(count++, worker);
				eachMs.push(performance.now() - start);
			}
		})
	);
	return { eachMs: eachMs.sort((a, b) => a - b), wholeMs: performance.now() - began };
}

function report({ server, screenshots, kept }: Record<'server' | 'screenshots' | 'kept', Timed>) {
	const perSecond = ({ eachMs, wholeMs }: Timed) => (eachMs.length / wholeMs) * 1000;
	const row = (name: string, of: Timed) => [
		name,
		perSecond(of).toFixed(1),
		quantile(of.eachMs, 0.5).toFixed(0),
		quantile(of.eachMs, 0.95).toFixed(0),
		(perSecond(of) / perSecond(screenshots)).toFixed(1)
	];
	console.log(
		formatTable(
			['PNG 1920×1080', 'per second', 'p50 ms', 'p95 ms', 'ratio'],
			[
				row('drawn by the server', server),
				row('screenshot by a browser', screenshots),
				row('kept by the server', kept)
			]
		)
	);
}
