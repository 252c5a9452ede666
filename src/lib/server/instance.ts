import '../time/other-zones.ts';
import type { Registry } from 'prom-client';
import { createBerthline, type Berthline } from './berthline.ts';
import { createColumnAnswers, type ColumnAnswers } from './columns.ts';
import { readConfig, type Config, type Environment } from './config.ts';
import { createKioskFeeds, type KioskFeeds } from './kiosk-feed.ts';
import { createLiveStreams, type LiveStreams } from './live.ts';
import { createApi, type Api } from './ll2-api/api.ts';
import { createLogOutput, endSoon } from './log-output.ts';
import { createLog, type Log } from './log.ts';
import { countedFetch } from './metrics/counted-calls.ts';
import { countedPool } from './metrics/counted-pictures.ts';
import { countedRefreshes } from './metrics/counted-refreshes.ts';
import { createRegistry } from './metrics/registry.ts';
import { addStateGauges } from './metrics/state-gauges.ts';
import { createAllowance } from './pictures/allowance.ts';
import { ignoreRanges } from './no-ranges.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createPicturePool } from './pictures/pool.ts';
import { pictureWorker } from './pictures/worker-file.ts';
import { watchRequests } from './traffic/watch-requests.ts';
import { keepYoungSpaceSmall } from './young-space.ts';

interface Running {
	readonly log: Log;
	readonly berthline: Berthline;
	readonly api: Api;
	readonly live: LiveStreams;
	readonly columns: ColumnAnswers;
	readonly kiosk: KioskFeeds;
	readonly pictures: Pictures;
	readonly registry: Registry;
}

/**
 * The one running Berthline, for SvelteKit's hook and routes. It lives on the global object, because
 * the development server loads this module anew after an edit, and must not refresh twice.
 */
const slot = Symbol.for('berthline.running');

const holder = globalThis as { [slot]?: Promise<Running> };

/**
 * Starts Berthline as `env` says, unless it runs already. Rejects with a ConfigError when a value
 * cannot be used.
 */
export async function startBerthline(env: Environment): Promise<void> {
	keepYoungSpaceSmall();
	holder[slot] ??= start(env);
	await holder[slot];
}

/** The running Berthline; rejects when it has not been started. */
export async function berthline(): Promise<Berthline> {
	return (await running()).berthline;
}

/** Launch Library 2's API of the running Berthline; rejects when it has not been started. */
export async function ll2Api(): Promise<Api> {
	return (await running()).api;
}

/** The log of the running Berthline; rejects when it has not been started. */
export async function serverLog(): Promise<Log> {
	return (await running()).log;
}

/** The streams of `/live` of the running Berthline; rejects when it has not been started. */
export async function liveStreams(): Promise<LiveStreams> {
	return (await running()).live;
}

/** The stays as columns, of the running Berthline; rejects when it has not been started. */
export async function columnAnswers(): Promise<ColumnAnswers> {
	return (await running()).columns;
}

/** What kiosks of the running Berthline are told; rejects when it has not been started. */
export async function kioskFeeds(): Promise<KioskFeeds> {
	return (await running()).kiosk;
}

/** The pictures of the running Berthline; rejects when it has not been started. */
export async function serverPictures(): Promise<Pictures> {
	return (await running()).pictures;
}

/** The metrics of the running Berthline; rejects when it has not been started. */
export async function metricsRegistry(): Promise<Registry> {
	return (await running()).registry;
}

function running(): Promise<Running> {
	return holder[slot] ?? Promise.reject(new Error('Berthline has not been started'));
}

async function start(env: Environment): Promise<Running> {
	const config = readConfig(env);
	const output = createLogOutput(process.stdout);
	const log = createLog({
		level: config.logLevel,
		secrets: secretsOf(config),
		destination: output
	});
	const registry = createRegistry();
	const berthline = await createBerthline({
		config,
		log,
		fetch: countedFetch(fetch, registry),
		onRefreshEnd: countedRefreshes(registry)
	});
	const live = createLiveStreams(berthline);
	const api = createApi({ source: berthline, env, log });
	const pool = countedPool(
		createPicturePool(pictureWorker(), (problem) =>
			log.error({ problem: String(problem) }, 'a thread that draws pictures failed')
		),
		registry
	);
	const pictures = createPictures(pool, createAllowance(config.picturesPerMinute));
	addStateGauges(registry, {
		snapshot: () => berthline.snapshot(),
		clock: Date.now,
		openStreams: () => live.count(),
		waitingPictures: () => pool.waiting(),
		droppedLines: () => output.dropped()
	});
	// While developing, most requests are for modules of the sources.
	if (import.meta.env?.PROD) watchRequests(registry, log);
	endWithProcess(berthline, live, pictures);
	ignoreRanges();
	berthline.start();
	const [columns, kiosk] = [createColumnAnswers(), createKioskFeeds()];
	return { berthline, api, live, log, columns, kiosk, pictures, registry };
}

/** What no line of the log may hold. */
function secretsOf({ token, archive }: Config): (string | undefined)[] {
	if (archive.kind === 'file') return [token];
	const { password } = new URL(archive.url);
	return [token, ...(password ? [password, decodeURIComponent(password)] : [])];
}

/** Streams end first: the Node adapter waits for open answers before it says that it has closed. */
function endWithProcess(berthline: Berthline, live: LiveStreams, pictures: Pictures): void {
	process.once('sveltekit:shutdown', () => {
		void Promise.allSettled([berthline.stop(), pictures.close()]).then(endSoon);
	});
	// The development server would not end any more if somebody else listened to signals.
	if (!import.meta.env?.PROD) return;
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => live.close());
}
