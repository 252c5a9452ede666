import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Allowance } from './allowance.ts';
import { PoolFull, type PictureJob, type PicturePool } from './pool.ts';
import { holdsTag } from '../compress.ts';

/** Who asks for a picture. */
export interface PictureAsker {
	readonly request: Request;
	/** Of the client, as the adapter tells it. */
	readonly address: string;
}

/** How a picture is known. */
export interface PictureNames {
	/** The same exactly when the picture is. */
	readonly key: string;
	/** Of its file, for who keeps it: ASCII without quotes. */
	readonly name: string;
}

/** Pictures, each drawn once and kept while there is room. */
export interface Pictures {
	/**
	 * The picture that `makeJob` describes. Answers 304 to who has it, 503 while too many others wait,
	 * 429 to a client who has had too many drawn anew.
	 */
	answer(asker: PictureAsker, known: PictureNames, makeJob: () => PictureJob): Promise<Response>;
	close(): Promise<void>;
}

/** Bytes of pictures that are kept. */
const mostBytes = 64 * 1024 * 1024;
const retrySeconds = 5;

const types = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** A client has had as many pictures drawn as it may for now. */
class TooMany extends Error {
	readonly waitMs: number;

	constructor(waitMs: number) {
		super('You have had too many new pictures drawn within a minute');
		this.name = 'TooMany';
		this.waitMs = waitMs;
	}
}

/** Pictures drawn by `pool`, for each client as many as its `allowance`. */
export function createPictures(
	pool: PicturePool,
	allowance: Allowance,
	most = mostBytes
): Pictures {
	const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({
		maxSize: most,
		sizeCalculation: (bytes, key) => bytes.length + 2 * key.length + 1000
	});
	/** Pictures being drawn: who asks for one meanwhile waits for it. */
	const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

	async function bytesOf(key: string, address: string, makeJob: () => PictureJob) {
		const known = kept.get(key) ?? drawing.get(key);
		if (known) return known;
		// What cannot be drawn now is not even looked up.
		pool.checkRoom();
		const waitMs = allowance.take(address);
		if (waitMs !== undefined) throw new TooMany(waitMs);
		const made = pool.draw(makeJob());
		drawing.set(key, made);
		try {
			const bytes = await made;
			kept.set(key, bytes);
			return bytes;
		} finally {
			drawing.delete(key);
		}
	}

	return {
		async answer({ request, address }, { key, name }, makeJob) {
			const format = key.startsWith('svg') ? 'svg' : 'png';
			const etag = `"${hash('sha256', key, 'base64url').slice(0, 27)}"`;
			const headers = {
				...common,
				etag,
				'content-type': types[format],
				'content-disposition': `inline; filename="${name}"`
			};
			if (holdsTag(request.headers.get('if-none-match'), etag))
				return new Response(null, { status: 304, headers });
			try {
				const bytes = await bytesOf(key, address, makeJob);
				return new Response(bytes, {
					headers: { ...headers, 'content-length': String(bytes.length) }
				});
			} catch (problem) {
				return refusal(problem);
			}
		},
		close: () => pool.close()
	};
}

/** Says when to come again; throws what is no reason to refuse a picture. */
function refusal(problem: unknown): Response {
	const isFull = problem instanceof PoolFull;
	if (!isFull && !(problem instanceof TooMany)) throw problem;
	const seconds = isFull ? retrySeconds : Math.max(1, Math.ceil(problem.waitMs / 1000));
	const when = isFull ? 'a few seconds' : seconds === 1 ? 'a second' : `${seconds} seconds`;
	return new Response(`${problem.message}. Try again in ${when}.\n`, {
		status: isFull ? 503 : 429,
		headers: { 'retry-after': String(seconds), 'content-type': 'text/plain' }
	});
}

/** A picture may be shown anywhere, and runs nothing. */
const common = {
	'cache-control': 'public, max-age=60',
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
	'x-content-type-options': 'nosniff'
} as const;
