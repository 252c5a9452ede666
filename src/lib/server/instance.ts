import { createBerthline, type Berthline } from './berthline.ts';
import { createColumnAnswers, type ColumnAnswers } from './columns.ts';
import { readConfig, type Environment } from './config.ts';
import { createKioskFeeds, type KioskFeeds } from './kiosk-feed.ts';
import { createLiveStreams, type LiveStreams } from './live.ts';
import { createApi, type Api } from './ll2-api/api.ts';
import { drawApiPage } from './ll2-api/draw-page.ts';
import { createLog, type Log } from './log.ts';
import { createAllowance } from './pictures/allowance.ts';
import { ignoreRanges } from './no-ranges.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createPicturePool } from './pictures/pool.ts';
import { pictureWorker } from './pictures/worker-file.ts';

interface Running {
	readonly log: Log;
	readonly berthline: Berthline;
	readonly api: Api;
	readonly live: LiveStreams;
	readonly columns: ColumnAnswers;
	readonly kiosk: KioskFeeds;
	readonly pictures: Pictures;
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

function running(): Promise<Running> {
	return holder[slot] ?? Promise.reject(new Error('Berthline has not been started'));
}

async function start(env: Environment): Promise<Running> {
	const config = readConfig(env);
	const log = createLog({ level: config.logLevel, secrets: [config.token] });
	const berthline = await createBerthline({ config, log });
	const live = createLiveStreams(berthline);
	const api = createApi({ source: berthline, env, drawPage: drawApiPage, log });
	const pictures = createPictures(
		createPicturePool(pictureWorker(), (problem) =>
			log.error({ problem: String(problem) }, 'a thread that draws pictures failed')
		),
		createAllowance(config.picturesPerMinute)
	);
	endWithProcess(berthline, live, pictures);
	ignoreRanges();
	berthline.start();
	const [columns, kiosk] = [createColumnAnswers(), createKioskFeeds()];
	return { berthline, api, live, log, columns, kiosk, pictures };
}

/** Streams end first: the Node adapter waits for open answers before it says that it has closed. */
function endWithProcess(berthline: Berthline, live: LiveStreams, pictures: Pictures): void {
	process.once('sveltekit:shutdown', () => {
		void berthline.stop();
		void pictures.close();
	});
	// The development server would not end any more if somebody else listened to signals.
	if (!import.meta.env?.PROD) return;
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => live.close());
}
