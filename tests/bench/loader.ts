import { connect } from 'node:net';

export interface LoadOptions {
	/** `http://127.0.0.1:…`, without a path. */
	readonly origin: string;
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly requests: number;
	readonly connections: number;
	/** The answer may be another one after a refresh, of another length. */
	readonly mayChange?: boolean;
}

/** What a load found; every answer had status 200. */
export interface Load {
	readonly perSecond: number;
	readonly p50Ms: number;
	readonly p99Ms: number;
	/** Of the first answer; all have the same length unless they may change. */
	readonly bodyBytes: number;
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * Sends `requests` requests over kept-alive connections, on each one after the other. It counts
 * bytes and looks at nothing else, so that what is measured is the server. Rejects when an answer
 * is no 200, tells no length, or has another one than the first.
 */
export async function load(options: LoadOptions): Promise<Load> {
	const latencies: number[] = [];
	const lengths = new Set<number>();
	let left = options.requests;
	const startedAt = performance.now();
	const line = () => {
		if (left <= 0) return undefined;
		left -= 1;
		return performance.now();
	};
	const onAnswer = (sentAt: number, bodyBytes: number) => {
		latencies.push(performance.now() - sentAt);
		lengths.add(bodyBytes);
	};
	await Promise.all(
		Array.from({ length: options.connections }, () => runConnection(options, line, onAnswer))
	);
	const seconds = (performance.now() - startedAt) / 1000;
	if (lengths.size !== 1 && !options.mayChange)
		throw new Error(`answers of different lengths: ${[...lengths].join()}`);
	latencies.sort((a, b) => a - b);
	return {
		perSecond: latencies.length / seconds,
		p50Ms: quantile(latencies, 0.5),
		p99Ms: quantile(latencies, 0.99),
		bodyBytes: [...lengths][0] ?? 0
	};
}

/** The value below which a share of the ascending `sorted` lies; NaN of none. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function runConnection(
	{ origin, path, headers = {} }: LoadOptions,
	next: () => number | undefined,
	onAnswer: (sentAt: number, bodyBytes: number) => void
): Promise<void> {
	const { hostname, port, host } = new URL(origin);
	const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
	const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
	return new Promise((resolve, reject) => {
		const socket = connect({ host: hostname, port: Number(port), noDelay: true });
		let sentAt: number | undefined;
		let awaited = -1;
		let bodyBytes = 0;
		const fail = (reason: string) => {
			socket.destroy();
			reject(new Error(`${origin}${path}: ${reason}`));
		};
		const send = () => {
			sentAt = next();
			awaited = -1;
			if (sentAt === undefined) {
				socket.end();
				resolve();
			} else socket.write(request);
		};
		socket.on('connect', send);
		socket.on('error', (error) => fail(error.message));
		socket.on('close', () => sentAt !== undefined && fail('the connection was closed'));
		socket.on('data', (chunk) => {
			let got = chunk.length;
			if (awaited < 0) {
				const end = chunk.indexOf(headEnd);
				const head = chunk.toString('latin1', 0, end);
				const length = /^content-length: (\d+)/im.exec(head)?.[1];
				if (end < 0 || length === undefined || !head.startsWith('HTTP/1.1 200'))
					return fail(`unexpected answer: ${head.slice(0, 300)}`);
				awaited = bodyBytes = Number(length);
				got -= end + headEnd.length;
			}
			awaited -= got;
			if (awaited > 0) return;
			if (sentAt !== undefined) onAnswer(sentAt, bodyBytes);
			send();
		});
	});
}
