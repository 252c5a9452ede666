import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Under this many bytes a compressed answer saves no packet. */
export const worthwhileBytes = 1400;
const compressible =
	/^(text\/(?!event-stream)|application\/(json|javascript|xml|problem\+json)|image\/svg\+xml)/;

/** The encodings that this server makes, best first. */
export type Encoding = 'br' | 'gzip';

/**
 * The encoding to answer with, by an Accept-Encoding header (RFC 9110, 12.5.3); undefined when
 * the client takes neither.
 */
export function chooseEncoding(header: string | null): Encoding | undefined {
	const weights = new Map(
		(header ?? '').split(',').map((part) => {
			const [name = '', ...options] = part.split(';').map((text) => text.trim().toLowerCase());
			const quality = options.find((option) => option.startsWith('q='))?.slice(2);
			return [name, quality === undefined ? 1 : Number(quality) || 0] as const;
		})
	);
	const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
	const best = weightOf('br') >= weightOf('gzip') ? 'br' : 'gzip';
	return weightOf(best) > 0 ? best : undefined;
}

/** True when an If-None-Match header names `tag`, or all tags, weakly compared (RFC 9110, 13.1.2). */
export function holdsTag(header: string | null, tag: string): boolean {
	if (header?.trim() === '*') return true;
	const bare = (one: string) => one.trim().replace(/^W\//, '');
	return (header ?? '').split(',').some((one) => bare(one) === bare(tag));
}

/** `response` compressed as `request` accepts, unless it is small, a stream, or compressed already. */
export async function compressed(request: Request, response: Response): Promise<Response> {
	const { headers } = response;
	if (!compressible.test(headers.get('content-type') ?? '')) return response;
	headers.append('vary', 'Accept-Encoding');
	const tag = headers.get('etag');
	if (tag && holdsTag(request.headers.get('if-none-match'), tag))
		return new Response(null, { status: 304, headers });
	const encoding = chooseEncoding(request.headers.get('accept-encoding'));
	if (!encoding || !response.body || headers.has('content-encoding')) return response;
	const bytes = Buffer.from(await response.arrayBuffer());
	const init = { status: response.status, statusText: response.statusText, headers };
	if (bytes.length < worthwhileBytes) return new Response(bytes, init);
	const packed = await pack(bytes, encoding);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(packed.length));
	// The same page in another coding is equivalent, not identical: a weak tag says so.
	if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
	return new Response(new Uint8Array(packed), init);
}

/** `bytes` in `encoding`. */
export function pack(bytes: Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
	if (encoding === 'gzip') return zip(bytes, { level: 6 });
	return brotli(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 5,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	});
}
