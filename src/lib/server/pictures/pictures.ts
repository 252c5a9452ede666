import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { PoolFull, type PictureJob, type PicturePool } from './pool.ts';
import { holdsTag } from '../compress.ts';

/** Pictures, each drawn once and kept while there is room. */
export interface Pictures {
	/**
	 * The picture that `makeJob` describes. `key` is the same exactly when the picture is. Answers 304
	 * to who has it, 503 while too many others wait.
	 */
	answer(request: Request, key: string, makeJob: () => PictureJob): Promise<Response>;
	close(): Promise<void>;
}

/** Bytes of pictures that are kept. */
const mostBytes = 64 * 1024 * 1024;
const retrySeconds = 5;

const types = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** Pictures drawn by `pool`. */
export function createPictures(pool: PicturePool, most = mostBytes): Pictures {
	const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({
		maxSize: most,
		sizeCalculation: (bytes, key) => bytes.length + 2 * key.length + 1000
	});
	/** Pictures being drawn: who asks for one meanwhile waits for it. */
	const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

	async function bytesOf(key: string, makeJob: () => PictureJob) {
		const known = kept.get(key) ?? drawing.get(key);
		if (known) return known;
		// What cannot be drawn now is not even looked up.
		pool.checkRoom();
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
		async answer(request, key, makeJob) {
			const format = key.startsWith('svg') ? 'svg' : 'png';
			const etag = `"${hash('sha256', key, 'base64url').slice(0, 27)}"`;
			const headers = { ...common, etag, 'content-type': types[format] };
			if (holdsTag(request.headers.get('if-none-match'), etag))
				return new Response(null, { status: 304, headers });
			try {
				const bytes = await bytesOf(key, makeJob);
				return new Response(bytes, {
					headers: { ...headers, 'content-length': String(bytes.length) }
				});
			} catch (problem) {
				if (!(problem instanceof PoolFull)) throw problem;
				return new Response(`${problem.message}. Try again in a few seconds.\n`, {
					status: 503,
					headers: { 'retry-after': String(retrySeconds), 'content-type': 'text/plain' }
				});
			}
		},
		close: () => pool.close()
	};
}

/** A picture may be shown anywhere, and runs nothing. */
const common = {
	'cache-control': 'public, max-age=60',
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
	'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
	'x-content-type-options': 'nosniff'
} as const;
