import { createClient } from 'redis';
import type { Log } from '../log.ts';
import { keys } from './redis-scripts.ts';

/** A connection to Redis or Valkey that mends itself. */
export interface RedisConnection {
	/** Runs a script in one step. Rejects when there is no answer within seconds. */
	run(script: string, keys: readonly string[], values: readonly string[]): Promise<unknown>;
	/** Calls `listener` at every change, and whenever the connection is there again. */
	onNews(listener: () => void): void;
	/** False while Redis does not answer. */
	isUp(): boolean;
	close(): Promise<void>;
}

export interface RedisConnectionOptions {
	/** `redis://` or, over TLS, `rediss://`. */
	readonly url: string;
	readonly log: Log;
}

/** A server that is this slow is as good as gone: pages do not wait for it, but calls do. */
const answerMs = 3000;
const longestPauseMs = 2000;

/**
 * Connects, and resolves when that worked or has failed once: what is down is tried again for good,
 * a little later each time.
 */
export async function connectRedis(options: RedisConnectionOptions): Promise<RedisConnection> {
	const { url, log } = options;
	const listeners = new Set<() => void>();
	const onNews = () => listeners.forEach((listener) => listener());
	let isUp = true;
	let isClosed = false;

	function note(isThere: boolean, problem?: unknown): void {
		if (isThere === isUp || isClosed) return;
		isUp = isThere;
		if (isUp) log.info('Redis answers again');
		else
			log.error(
				{ err: problem },
				'Redis does not answer; what is held is shown, and upstream is not called until it does'
			);
	}

	const client = createClient({
		url,
		disableOfflineQueue: true,
		socket: {
			connectTimeout: answerMs,
			reconnectStrategy: (retries) => Math.min(longestPauseMs, 100 * 2 ** Math.min(retries, 10))
		}
	});
	const subscriber = client.duplicate();
	client.on('error', (problem: unknown) => note(false, problem));
	client.on('ready', () => {
		note(true);
		onNews();
	});
	// The client's own errors say it already.
	subscriber.on('error', () => undefined);
	subscriber.on('ready', onNews);

	async function answered<T>(asking: Promise<T>): Promise<T> {
		try {
			const answer = await within(asking, answerMs);
			note(true);
			return answer;
		} catch (problem) {
			// A script that Redis refuses has been answered; everything else is no connection.
			note(client.isReady && isRefusal(problem), problem);
			throw problem;
		}
	}

	const connecting = Promise.all([
		client.connect(),
		subscriber.connect().then(() => subscriber.subscribe(keys.channel, onNews))
	]);
	await within(connecting, answerMs).catch((problem: unknown) => note(false, problem));

	return {
		run: (script, names, values) =>
			answered(client.eval(script, { keys: [...names], arguments: [...values] })),
		onNews: (listener) => void listeners.add(listener),
		isUp: () => isUp,
		async close() {
			isClosed = true;
			connecting.catch(() => undefined);
			for (const one of [client, subscriber]) one.destroy();
			return Promise.resolve();
		}
	};
}

function isRefusal(problem: unknown): boolean {
	return (
		problem instanceof Error &&
		/^(ERR|WRONGTYPE|NOSCRIPT|OOM|READONLY|MISCONF)\b/.test(problem.message)
	);
}

/** Rejects after `ms` when nothing has come till then; what comes later is let go. */
async function within<T>(coming: Promise<T>, ms: number): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
	});
	try {
		return await Promise.race([coming, late]);
	} finally {
		clearTimeout(timer);
		coming.catch(() => undefined);
	}
}
