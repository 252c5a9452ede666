import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { startBuild } from '../e2e/start-build.ts';
import { startWeeks, type Held } from '../e2e/kiosk-weeks.ts';
import { browserArguments } from '../../src/commands/browser/browser-arguments.ts';
import { findBrowser } from '../../src/commands/browser/browser.ts';

const early = 100;
/** Code that a browser compiles as it runs hot is its own: without it all of the heap is the page's. */
const withoutCompilers = '--no-opt --no-maglev --no-sparkplug';

/**
 * `npm run bench kiosk`: what a kiosk's page holds after 100 turns and refreshes, and after 10,000
 * (`--turns 500` for fewer): with one each 20 seconds and each half an hour that is weeks.
 */
export async function benchKiosk(options: readonly string[]): Promise<void> {
	const { values } = parseArgs({ args: [...options], options: { turns: { type: 'string' } } });
	const turns = Number(values.turns ?? 10_000);
	if (!(turns > early)) throw new Error(`--turns must be a number over ${early}`);
	const browser = await findBrowser();
	if (!browser) throw new Error('there is no browser to measure in');
	const app = await startBuild();
	const args = [...browserArguments(), `--js-flags=${withoutCompilers}`];
	const running = await chromium.launch({ ...browser, args });
	try {
		const page = await running.newPage({ reducedMotion: 'reduce' });
		const weeks = await startWeeks(page, app.url);
		await weeks.turn(early);
		const before = await weeks.held();
		for (let done = early; done < turns; done += 500) {
			await weeks.turn(Math.min(500, turns - done));
			console.log(`${Math.min(done + 500, turns)} turns …`);
		}
		report(turns, before, await weeks.held());
		await weeks.close();
	} finally {
		await running.close();
		await app.close();
	}
}

function report(turns: number, before: Held, after: Held): void {
	const row = (name: string, key: keyof Held) =>
		`| ${name} | ${before[key]} | ${after[key]} | ${(after[key] / before[key]).toFixed(3)} |`;
	console.log(`\n| held | after ${early} turns | after ${turns} | ratio |`);
	console.log('| --- | ---: | ---: | ---: |');
	console.log(row('heap: all, bytes', 'usedBytes'));
	console.log(row('heap: data, bytes', 'dataBytes'));
	console.log(row('heap: compiled code, bytes', 'codeBytes'));
	console.log(row('nodes', 'nodes'));
	console.log(row('listeners', 'listeners'));
	console.log(row('timers', 'timers'));
}
