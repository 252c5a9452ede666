import { instant, type Instant } from '../time/instant.ts';
import type { Archive } from './archive/archive.ts';
import { readSample as readBundledSample } from './archive/sample.ts';
import { openArchive } from './archive/open.ts';
import type { Config } from './config.ts';
import type { HeldDocument } from './holdings.ts';
import type { JsonObject } from './json.ts';
import type { Fetch } from './launch-library/http.ts';
import type { Log } from './log.ts';
import { createEventReader } from './read-event.ts';
import { reasonFor } from './reason.ts';
import type { RefreshResult } from './refresh/refresh-log.ts';
import type { SetTimer } from './refresh/refresher.ts';
import { createShelf, type SampleData, type Shelf } from './shelf.ts';
import { staleAfterMs, type Snapshot, type Source } from './snapshot.ts';
import { connectUpstream, type Upstream } from './upstream.ts';

export type { Snapshot, Source } from './snapshot.ts';

/** The running data side of the application; nobody who reads from it ever waits for upstream. */
export interface Berthline {
	snapshot(): Snapshot;
	/** A docking event as received; undefined when there is none with that id. */
	document(id: number): JsonObject | undefined;
	/**
	 * As `document`, but one that is not held is asked for upstream, once, if the budget allows. It
	 * is archived, and shown only beside live data.
	 */
	readEvent(id: number): Promise<JsonObject | undefined>;
	/** All docking events as received, by id. */
	documents(): Iterable<JsonObject>;
	/** What is shown, by id; a document that a refresh does not change stays the same object. */
	held(): ReadonlyMap<number, HeldDocument>;
	/** Docking locations as received, by id. */
	locations(): readonly JsonObject[];
	/**
	 * Calls `listener` after every refresh that succeeded, also when nothing changed; what it
	 * returns ends that.
	 */
	subscribe(listener: (snapshot: Snapshot) => void): () => void;
	/** Begins to refresh, and goes on until `stop`. */
	start(): void;
	stop(): Promise<void>;
}

export interface BerthlineOptions {
	readonly config: Config;
	readonly log: Log;
	readonly clock?: () => Instant;
	/** In [0, 1). */
	readonly random?: () => number;
	readonly setTimer?: SetTimer;
	readonly fetch?: Fetch;
	readonly readSample?: () => SampleData;
	/** Another archive than the one that the configuration names. */
	readonly archive?: Archive;
	/** Told how every attempt to refresh ended. */
	readonly onRefreshEnd?: (result: RefreshResult) => void;
}

/** Berthline with its archive open and its data ready to be shown; `start` makes it refresh. */
export async function createBerthline(options: BerthlineOptions): Promise<Berthline> {
	const { config, log, clock = systemClock, readSample = readBundledSample } = options;
	const archive = options.archive ?? (await openArchive(config.archive, { log, clock }));
	const shelf = await createShelf(await archive.read(), readSample, log);
	const listeners = createListeners(log);
	let renewing = Promise.resolve();
	const snapshot = () => takeSnapshot({ config, clock, archive, shelf, upstream });
	const upstream =
		config.upstream === undefined
			? undefined
			: await connectUpstream({
					base: config.upstream,
					config,
					archive,
					log,
					clock,
					random: options.random ?? Math.random,
					setTimer: options.setTimer ?? systemTimer,
					fetch: options.fetch ?? globalThis.fetch,
					onRefreshEnd: options.onRefreshEnd,
					onRefreshed(difference, contents) {
						shelf.change(difference, contents);
						listeners.tell(snapshot());
					}
				});
	archive.sharing?.onChange((contents) => {
		const renew = async () => {
			if (!(await shelf.renew(contents))) return;
			await upstream?.refresher.replan();
			listeners.tell(snapshot());
		};
		renewing = renewing
			.then(renew)
			.catch((error: unknown) =>
				log.error({ err: error }, 'news of another replica are not shown')
			);
	});
	const reader =
		upstream &&
		createEventReader({
			...upstream,
			archive,
			clock,
			log,
			async onRead(document) {
				const contents = await archive.read();
				const unreadable = contents.facts.unreadable ?? { ids: [], unnamed: 0 };
				shelf.change({ put: [document], remove: [], unreadable }, contents);
				listeners.tell(snapshot());
			}
		});
	const document = (id: number) => parsed(shelf.shown().holdings.documents.get(id)?.text);
	return {
		snapshot,
		document,
		readEvent: async (id) => document(id) ?? reader?.read(id),
		*documents() {
			const { documents } = shelf.shown().holdings;
			for (const id of [...documents.keys()].sort((a, b) => a - b)) {
				const document = parsed(documents.get(id)?.text);
				if (document) yield document;
			}
		},
		held: () => shelf.shown().holdings.documents,
		locations: () =>
			[...shelf.shown().locations].sort(([a], [b]) => a - b).map(([, text]) => parsed(text)),
		subscribe: listeners.add,
		start: () => upstream?.start(),
		async stop() {
			await upstream?.stop();
			await archive.close();
		}
	};
}

interface SnapshotParts {
	readonly config: Config;
	readonly clock: () => Instant;
	readonly archive: Archive;
	readonly shelf: Shelf;
	readonly upstream: Upstream | undefined;
}

function takeSnapshot({ config, clock, archive, shelf, upstream }: SnapshotParts): Snapshot {
	const now = clock();
	const { isSample, holdings, catalogue, updated, lastRefresh, unreadable } = shelf.shown();
	const limitMs = staleAfterMs(config);
	const isStale = now - updated > limitMs;
	const source: Source = isSample ? 'sample' : isStale ? 'stale' : 'live';
	const hindrance = upstream?.refresher.hindrance();
	return {
		catalogue,
		source,
		minute: instant(Math.floor(now / 60_000) * 60_000),
		updated,
		staleAfterMs: limitMs,
		version: holdings.version,
		events: holdings.documents.size,
		lastRefresh,
		nextRefresh: upstream?.refresher.nextRefresh(),
		callsLeft: upstream?.budget.callsLeft() ?? 0,
		reason: source === 'live' ? undefined : reasonFor(hindrance, !upstream, now),
		warnings: archive.warnings(),
		unreadable
	};
}

function createListeners(log: Log) {
	const listeners = new Set<(snapshot: Snapshot) => void>();
	return {
		add(listener: (snapshot: Snapshot) => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		tell(snapshot: Snapshot) {
			for (const listener of [...listeners]) {
				try {
					listener(snapshot);
				} catch (error) {
					log.error({ err: error }, 'somebody who was told of a refresh failed');
				}
			}
		}
	};
}

function parsed(text: string): JsonObject;
function parsed(text: string | undefined): JsonObject | undefined;
function parsed(text: string | undefined): JsonObject | undefined {
	return text === undefined ? undefined : (JSON.parse(text) as JsonObject);
}

function systemClock(): Instant {
	return instant(Date.now());
}

/** Does not keep the process alive by itself. */
const systemTimer: SetTimer = (work, delayMs) => {
	const timer = setTimeout(work, delayMs);
	timer.unref();
	return () => clearTimeout(timer);
};
