import { setTimeout as pause } from 'node:timers/promises';
import { startBuild } from '../e2e/start-build.ts';
import { generateEvents } from '../upstream/generate.ts';
import { startUpstream } from '../upstream/server.ts';
import { openLive, type News, type Stream } from './live-stream.ts';
import { residentBytes, tellsMemory } from './memory.ts';
import type { OddRequest } from './odd-requests.ts';
import { sendAll } from './send-odd.ts';

export interface LoadSize {
	readonly requests: number;
	readonly connections: number;
	/** Of `/live`, open all the while. */
	readonly streams: number;
}

/** What a load found. */
export interface LoadResult {
	/** Milliseconds of each answer, ascending. */
	readonly tookMs: readonly number[];
	readonly wholeMs: number;
	/** Answers by status. */
	readonly statuses: ReadonlyMap<number, number>;
	/** Versions that upstream's changes made, in their order, as the first stream heard them. */
	readonly versions: readonly string[];
	/** Streams that missed a version, heard one out of turn, or one piece of news twice. */
	readonly strays: number;
	/** Resident megabytes after a first load of the kind, at most in this one, and after it, if told. */
	readonly memory: { before: number; peak: number; after: number } | undefined;
}

const targets = [
	...['/', '/?view=table', '/?station=4&theme=dark', '/events/1', '/events/600', '/kiosk'],
	...['/2.3.0/docking_events/', '/2.3.0/docking_events/?limit=100&mode=detailed'],
	...['/2.3.0/docking_events/300/', '/2.3.0/config/docking_locations/', '/healthz'],
	...['/timeline.png?width=800&height=450&now=2026-10-08', '/timeline.svg?now=2026-10-08'],
	...['/kiosk.json', '/columns.json', '/details.json?id=5', '/data.csv', '/data.json?station=4']
];

const events = 650;
const changes = 3;
/** How long memory may take to come back; what is there then counts. */
const settleMs = 30_000;
/** Pages (48 MB) and pictures (64 MB) go on being kept as data change, and the rest is slack. */
export const allowedMb = 150;

/** Loads an app of its own with all kinds of requests while its streams hear of changes. */
export async function runLoad(size: LoadSize): Promise<LoadResult> {
	const documents = generateEvents({ count: events });
	const upstream = await startUpstream({ documents });
	// Nothing goes stale meanwhile, which would be told too: a refresh takes long beside such a load.
	const env = { REFRESH_SECONDS: '1', LL2_CALLS_PER_HOUR: '100000', LL2_TIMEOUT_MS: '120000' };
	const app = await startBuild({ upstream: upstream.url, env });
	const memoryMb = () => (tellsMemory ? residentBytes(app.processId) / 1024 ** 2 : 0);
	let made = 0;
	const change = () => upstream.put({ ...structuredClone(documents.at(-1)), id: 9000 + ++made });
	try {
		const first = await openLive(app.url);
		await until(first, ({ events: count }) => count === events);
		first.hangUp();
		// The first load of this kind fills what is kept, and takes memory that later ones use again.
		const early = await openAll(app.url, size.streams);
		await sendAll([app.url], requestsOf(size.requests), () => undefined, size.connections);
		for (const stream of early) stream.hangUp();
		const before = memoryMb();
		const streams = await openAll(app.url, size.streams);
		const heard = streams.map(listen);
		const sent = await sendWithChanges(app.url, size, change, memoryMb);
		await Promise.all(heard.map(({ hasHeard }) => hasHeard(events + changes)));
		for (const stream of streams) stream.hangUp();
		const news = await Promise.all(heard.map(({ all }) => all));
		const { peak, ...answers } = sent;
		const after = await settled(memoryMb, before + allowedMb);
		return {
			...answers,
			...compare(news, events + changes),
			memory: tellsMemory ? { before, peak, after } : undefined
		};
	} finally {
		await app.close();
		await upstream.close();
	}
}

/** Sends all requests; `change` is called a few times on the way, `memoryMb` again and again. */
async function sendWithChanges(
	url: string,
	{ requests, connections }: LoadSize,
	change: () => void,
	memoryMb: () => number
) {
	const statuses = new Map<number, number>();
	const tookMs: number[] = [];
	const every = Math.floor(requests / (changes + 1));
	let peak = memoryMb();
	const startedAt = performance.now();
	await sendAll(
		[url],
		requestsOf(requests),
		({ status, tookMs: took }) => {
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
			tookMs.push(took);
			if (tookMs.length % 100 === 0) peak = Math.max(peak, memoryMb());
			if (tookMs.length % every === 0 && tookMs.length / every <= changes) change();
		},
		connections
	);
	const wholeMs = performance.now() - startedAt;
	return { statuses, tookMs: tookMs.sort((a, b) => a - b), wholeMs, peak };
}

/** Memory once it is down to `most`, or what is there when it had time enough. */
async function settled(memoryMb: () => number, most: number): Promise<number> {
	const deadline = performance.now() + settleMs;
	while (memoryMb() > most && performance.now() < deadline) await pause(250);
	return memoryMb();
}

function requestsOf(count: number): OddRequest[] {
	return Array.from({ length: count }, (_, at) => {
		const target = targets[at % targets.length] ?? '/';
		return { route: target, target, method: 'GET', headers: {} };
	});
}

/** A hundred at a time: more at once would be a test of the system's queue. */
async function openAll(url: string, count: number): Promise<Stream[]> {
	const streams: Stream[] = [];
	while (streams.length < count) {
		const some = Math.min(100, count - streams.length);
		streams.push(...(await Promise.all(Array.from({ length: some }, () => openLive(url)))));
	}
	return streams;
}

/** Writes down what a stream says, to its end. */
function listen(stream: Stream) {
	const news: News[] = [];
	let waiting: { count: number; resolve: () => void } | undefined;
	const all = (async () => {
		try {
			for (let next = await stream.next(); next; next = await stream.next()) {
				news.push(next);
				if (waiting?.count === next.events) waiting.resolve();
			}
		} catch {
			// Hung up from this side.
		}
		return news;
	})();
	return {
		all,
		hasHeard: (count: number) =>
			new Promise<void>((resolve) => {
				waiting = { count, resolve };
				if (news.at(-1)?.events === count) resolve();
			})
	};
}

async function until(stream: Stream, isIt: (news: News) => boolean): Promise<void> {
	for (let next = await stream.next(); next; next = await stream.next()) if (isIt(next)) return;
	throw new Error('the stream ended before its time');
}

/** What the streams heard up to the first news of `last` events, each by each. */
function compare(all: readonly (readonly News[])[], last: number) {
	const turns = all.map((news) => [...new Set(news.map(({ version }) => version))]);
	const [versions = []] = turns;
	const isStray = (news: readonly News[], at: number) => {
		const runs = news.filter(({ version }, index) => version !== news[index - 1]?.version);
		const pieces = new Set(news.map(({ version, updated }) => `${version} ${updated}`));
		const hasAll = turns[at]?.join() === versions.join() && news.at(-1)?.events === last;
		return !hasAll || runs.length !== versions.length || pieces.size !== news.length;
	};
	return { versions, strays: all.filter(isStray).length };
}
