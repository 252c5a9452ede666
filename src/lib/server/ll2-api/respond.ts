import { formatIso, type Instant } from '../../time/instant.ts';
import { chooseEncoding, holdsTag } from '../compress.ts';
import type { Source } from '../snapshot.ts';
import type { PackedAnswer } from './answer-cache.ts';

/** Methods that the API answers. */
export const methods = 'GET, HEAD, OPTIONS';

/** Any page may read the API; browsers follow its redirects only with these. */
const cors = {
	'access-control-allow-origin': '*',
	'access-control-allow-methods': methods,
	'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-None-Match',
	'access-control-expose-headers':
		'ETag, Last-Modified, Retry-After, X-Berthline-Source, X-Berthline-Updated',
	'access-control-max-age': '86400'
} as const;

/** What the headers of an answer tell beside its body. */
export interface Freshness {
	readonly source: Source;
	/** The last successful refresh. */
	readonly updated: Instant;
	/** When these documents were first shown. */
	readonly changed: Instant;
}

/**
 * The response to `request` that `packed` answers: 304 when the client has it already, compressed
 * as the client accepts. Errors and what is told only now are kept by nobody.
 */
export async function respond(
	request: Request,
	packed: PackedAnswer,
	{ source, updated, changed }: Freshness,
	isFleeting = packed.status !== 200
): Promise<Response> {
	const headers = new Headers({
		...cors,
		allow: methods,
		vary: 'Accept, Accept-Encoding',
		'cache-control': isFleeting ? 'no-store' : 'public, max-age=60, stale-while-revalidate=60',
		'x-berthline-source': source,
		'x-berthline-updated': formatIso(updated)
	});
	if (!isFleeting) {
		headers.set('etag', packed.tag);
		headers.set('last-modified', new Date(changed).toUTCString());
		if (isUnchanged(request.headers, packed.tag, changed))
			return new Response(null, { status: 304, headers });
	}
	const { pieces, length, encoding } = await packed.body(
		chooseEncoding(request.headers.get('accept-encoding'))
	);
	if (encoding) headers.set('content-encoding', encoding);
	headers.set('content-type', packed.type);
	headers.set('content-length', String(length));
	const body = request.method === 'HEAD' ? null : streamOf(pieces);
	return new Response(body, { status: packed.status, headers });
}

/** Hands `pieces` on as they are; a Response that is given bytes copies them. */
function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			for (const piece of pieces) controller.enqueue(piece);
			controller.close();
		}
	});
}

/** An answer without a body. */
export function empty(status: number, more: Record<string, string> = {}): Response {
	return new Response(null, { status, headers: { ...cors, allow: methods, ...more } });
}

/** An error in Django REST framework's shape. */
export function plain(status: number, detail: string): Response {
	const headers = { ...cors, allow: methods, vary: 'Accept', 'cache-control': 'no-store' };
	return Response.json({ detail }, { status, headers });
}

/** RFC 9110, 13.1: an entity tag rules over a date. */
function isUnchanged(headers: Headers, tag: string, changed: Instant): boolean {
	const tags = headers.get('if-none-match');
	if (tags !== null) return holdsTag(tags, tag);
	const since = Date.parse(headers.get('if-modified-since') ?? '');
	return Number.isFinite(since) && Math.floor(changed / 1000) * 1000 <= since;
}
