import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { findBrowser, type FoundBrowser } from '../../src/commands/browser/browser.ts';
import { startBenchApp } from './timeline-app.ts';
import { measurePage, type Measured, type Target } from './timeline-measure.ts';
import { peerNames, servePeers, type PeerName, type PeerServer } from './timeline-peers.ts';
import { emptyName, goalTable, ownName, resultTable, type Result } from './timeline-report.ts';
import { generateStays, portCount, type BenchData } from './timeline-stays.ts';

const allSizes = [1_000, 10_000, 100_000];
const allNames = [emptyName, ownName, ...peerNames.filter((name) => name !== emptyName)] as const;
const limitMs = 90_000;
const hourMs = 3_600_000;

const peerTargets: Readonly<Record<PeerName, Omit<Target, 'url'>>> = {
	empty: { bars: 'none', wheelKey: 'none' },
	'vis-timeline': { bars: { selector: '.vis-item' }, wheelKey: 'none' },
	echarts: { bars: 'canvas', wheelKey: 'none' },
	'svelte-gantt': { bars: { selector: '.sg-task' }, wheelKey: 'ctrl' },
	'naive-d3': { bars: { selector: 'svg rect' }, wheelKey: 'none' }
};

const ownTarget: Omit<Target, 'url'> = {
	bars: { selector: '[data-event], [data-timeline] [data-count]' },
	ready: '[data-timeline][data-drawn]',
	wheelKey: 'try',
	focus: '[data-timeline] :is([tabindex="0"], a[href])'
};

/**
 * Prints how the timeline does beside its peers on the same stays, and beside an empty page, in one
 * run: `--sizes 1000,10000` and `--only berthline,empty` measure a part.
 */
export async function benchTimeline(options: readonly string[]): Promise<void> {
	const { sizes, names } = readOptions(options);
	endOnSignals();
	const browser = await findBrowser();
	if (!browser) throw new Error('there is no browser to measure in');
	const server = await servePeers(peerNames.filter((name) => names.includes(name)));
	const results: Result[] = [];
	try {
		for (const count of sizes) {
			const data = generateStays(count, Math.floor(Date.now() / hourMs) * hourMs);
			server.show(data);
			for (const name of names) {
				console.log(`${name}, ${count} stays …`);
				const measured = await measureOne(name, { browser, server, data });
				results.push({ name, count, measured });
			}
		}
	} finally {
		await server.close();
	}
	console.log(
		`\n${portCount} ports, all stays but one in view, 1600×900, at most ${limitMs / 1000} s a page; ` +
			`${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)} at the end.\n` +
			'"drawn" is of so many inputs, one a frame; "in part": most bars were missing meanwhile.\n'
	);
	console.log(resultTable(results));
	if (names.includes(ownName)) console.log(`\n${goalTable(results)}`);
}

interface Setting {
	readonly browser: FoundBrowser;
	readonly server: PeerServer;
	readonly data: BenchData;
}

async function measureOne(name: string, { browser, server, data }: Setting): Promise<Measured> {
	const peer = peerNames.find((one) => one === name);
	if (peer) {
		const page = server.page(peer);
		if ('missing' in page) return { problem: page.missing };
		return measurePage(browser, { ...peerTargets[peer], url: page.url }, limitMs);
	}
	const app = await startBenchApp(data);
	try {
		return await measurePage(browser, { ...ownTarget, url: app.url }, limitMs);
	} finally {
		await app.close();
	}
}

/** Throws what `parseArgs` throws, and an Error that names a size or page that cannot be. */
function readOptions(options: readonly string[]) {
	const { values } = parseArgs({
		args: [...options],
		options: { sizes: { type: 'string' }, only: { type: 'string' } }
	});
	const sizes = values.sizes?.split(',').map(Number) ?? allSizes;
	const wrong = sizes.find((size) => !Number.isInteger(size) || size < portCount);
	if (wrong !== undefined)
		throw new Error(`--sizes ${values.sizes}: whole numbers from ${portCount}`);
	const names: readonly string[] = values.only?.split(',') ?? allNames;
	const unknown = names.find((name) => !allNames.some((one) => one === name));
	if (unknown) throw new Error(`--only ${unknown}: there are ${allNames.join(', ')}`);
	return { sizes, names };
}

/** Browser, server and files are removed when the process exits, which a signal alone is not. */
function endOnSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}
