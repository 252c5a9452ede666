import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { OddRequest } from './odd-requests.ts';

/** How an odd request was answered, body read to its end. */
export interface Sent {
	readonly request: OddRequest;
	readonly status: number;
	readonly retryAfter: string | undefined;
	readonly tookMs: number;
}

/**
 * Sends `requests` to the apps at `origins` by turns, over `connections` kept-alive ones to each, and
 * tells `onAnswer` of every answer. Rejects, with the request, when one is not answered.
 */
export async function sendAll(
	origins: readonly string[],
	requests: readonly OddRequest[],
	onAnswer: (sent: Sent) => void,
	connections = 6
): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const waiting = requests.entries();
	const work = async () => {
		for (const [at, one] of waiting)
			onAnswer(await send(origins[at % origins.length] ?? '', one, agent));
	};
	try {
		await Promise.all(Array.from({ length: connections * origins.length }, work));
	} finally {
		agent.destroy();
	}
}

function send(origin: string, odd: OddRequest, agent: Agent): Promise<Sent> {
	const { hostname, port } = new URL(origin);
	const { method, target, headers } = odd;
	const startedAt = performance.now();
	return new Promise((resolve, reject) => {
		let isAnswered = false;
		const fail = (error: Error) => {
			// The server may close a connection that it has answered on at any moment (RFC 9112, 9.3.1).
			const isClosed = 'code' in error && error.code === 'ECONNRESET';
			if (asking.reusedSocket && isClosed && !isAnswered) return resolve(send(origin, odd, agent));
			reject(new Error(`${error.message}: ${described(odd)}`));
		};
		const asking = request(
			{ hostname, port, path: target, method, headers, agent, setHost: !('host' in headers) },
			(response) => {
				isAnswered = true;
				response.on('error', fail).resume();
				response.on('end', () =>
					resolve({
						request: odd,
						status: response.statusCode ?? 0,
						retryAfter: response.headers['retry-after'],
						tookMs: performance.now() - startedAt
					})
				);
			}
		);
		asking.on('error', fail).end();
	});
}

/** An odd request in one line, to be sent again. */
export function described({ method, target, headers }: OddRequest): string {
	return JSON.stringify({ method, target, headers });
}

/**
 * The status that bytes sent on a connection of their own are answered with; 0 when the server hangs
 * up without a word.
 */
export function sendBytes(origin: string, bytes: string): Promise<number> {
	const { hostname, port } = new URL(origin);
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect(Number(port), hostname, () => socket.end(bytes, 'latin1'));
		socket.setEncoding('latin1').on('data', (text: string) => (answer += text.slice(0, 20)));
		// A reset is an answer too: to somebody who makes no sense.
		socket.on('error', () => undefined);
		socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
	});
}
