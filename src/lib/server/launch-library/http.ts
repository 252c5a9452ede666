import type { Instant } from '../../time/instant.ts';
import { failed, type Result } from './failure.ts';
import { retryAfterMs } from './retry-after.ts';

/** The platform's fetch, or a test's. */
export type Fetch = typeof globalThis.fetch;

/** One GET with bounds on time, size and where it may lead. */
export interface BoundedCall {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	/** For everything: connecting, redirects, headers and body. */
	readonly timeoutMs: number;
	/** Of the body after decompression. */
	readonly maxBytes: number;
	/** Redirects are followed below this address only; it ends without a slash. */
	readonly base: string;
	readonly fetch: Fetch;
	readonly clock: () => Instant;
	/** Ends the call early, when the server stops. */
	readonly stop: AbortSignal;
	/** Told of each redirect before it is followed, because that is a call too. */
	readonly onRedirect: () => Promise<void>;
}

const maxRedirects = 3;

/** The JSON value that a GET answers with status 200, or why there is none; never throws. */
export async function getJson(call: BoundedCall): Promise<Result<unknown>> {
	const timeout = AbortSignal.timeout(call.timeoutMs);
	const signal = AbortSignal.any([timeout, call.stop]);
	try {
		const answer = await follow(call, signal);
		if (!answer.ok) return answer;
		const body = await readBody(answer.value, call.maxBytes);
		return body.ok ? parse(body.value) : body;
	} catch (error) {
		if (call.stop.aborted) return failed('stopped', 'the server is stopping');
		if (timeout.aborted) return failed('timeout', `no full answer within ${call.timeoutMs} ms`);
		return failed('network', networkMessage(error));
	}
}

async function follow(call: BoundedCall, signal: AbortSignal): Promise<Result<Response>> {
	let url = call.url;
	for (let hops = 0; ; hops++) {
		const response = await call.fetch(url, { headers: call.headers, redirect: 'manual', signal });
		const { status } = response;
		if (status === 200) return { ok: true, value: response };
		await discard(response);
		const target = redirectTarget(response, url);
		if (target === undefined) return failedStatus(response, call.clock());
		if (target === null || !isBelow(target, call.base)) {
			const where = target?.host ?? 'no address';
			return failed('redirect', `redirected elsewhere, to ${where}`, { status });
		}
		if (hops === maxRedirects)
			return failed('redirect', `redirected more than ${maxRedirects} times`, { status });
		await call.onRedirect();
		url = target;
	}
}

/** Undefined when the answer is no redirect, null when it is one that leads nowhere. */
function redirectTarget(response: Response, from: URL): URL | null | undefined {
	if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
	const location = response.headers.get('location');
	return location === null ? null : URL.parse(location, from);
}

/** True for addresses of the same origin at or below `base`, without user or password. */
export function isBelow(url: URL, base: string): boolean {
	if (url.username || url.password) return false;
	const root = new URL(base);
	const path = root.pathname.replace(/\/+$/, '');
	return url.origin === root.origin && url.pathname.startsWith(`${path}/`);
}

function failedStatus(response: Response, now: Instant) {
	const { status } = response;
	const waitMs = retryAfterMs(response.headers.get('retry-after'), now);
	const more = waitMs === undefined ? { status } : { status, retryAfterMs: waitMs };
	if (status === 429) return failed('throttled', 'too many calls (HTTP 429)', more);
	if (status === 404) return failed('not-found', 'not there (HTTP 404)', more);
	return failed('status', `HTTP ${status}`, more);
}

/** Reads while it counts, so that a small answer that unpacks into a huge one is cut. */
async function readBody(response: Response, maxBytes: number): Promise<Result<Buffer>> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of response.body ?? []) {
		bytes += chunk.byteLength;
		// Leaving the loop cancels the stream, and with it the connection.
		if (bytes > maxBytes)
			return failed('too-large', `more than ${maxBytes} bytes`, { status: 200 });
		chunks.push(chunk);
	}
	return { ok: true, value: Buffer.concat(chunks) };
}

async function discard(response: Response): Promise<void> {
	await response.body?.cancel();
}

function parse(body: Buffer): Result<unknown> {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch (error) {
		const start = JSON.stringify(body.subarray(0, 60).toString('latin1'));
		const why = error instanceof SyntaxError ? 'no JSON' : 'no UTF-8';
		return failed('not-json', `${why}; it begins ${start}`, { status: 200 });
	}
}

function networkMessage(error: unknown): string {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
	const message = cause instanceof Error ? cause.message : String(cause);
	return message || code || 'no connection';
}
