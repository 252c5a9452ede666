import { LRUCache } from 'lru-cache';
import { chooseEncoding, holdsTag, pack, worthwhileBytes, type Encoding } from './compress.ts';
import type { Snapshot } from './snapshot.ts';

/** Keeps pages ready to be sent, until what they show is other. */
export interface PageCache {
	/** The page at `request`'s address as `snapshot` has it; `draw`n where it is not at hand. */
	answer(
		request: Request,
		snapshot: Snapshot,
		draw: () => Response | Promise<Response>
	): Promise<Response>;
}

interface Page {
	readonly status: number;
	readonly headers: Headers;
	readonly plain: Buffer<ArrayBuffer>;
	/** Made when a client first takes them. */
	readonly packed: Map<Encoding, Promise<Buffer<ArrayBuffer>>>;
}

/** Bytes of pages that are kept. */
const mostBytes = 48 * 1024 * 1024;
/** What the codings of a page take beside it, as a share; what its headers and key take, in bytes. */
const packedShare = 0.3;
const besideBytes = 2000;

/** A cache for at most 48 MB of pages, those least asked for forgotten first. */
export function createPageCache(most = mostBytes): PageCache {
	const kept = new LRUCache<string, Page>({
		maxSize: most,
		sizeCalculation: ({ plain }) => Math.ceil(plain.length * (1 + packedShare)) + besideBytes
	});
	/** Pages being drawn: who asks for one meanwhile waits for it. */
	const drawing = new Map<string, Promise<Page>>();

	async function make(key: string, draw: () => Response | Promise<Response>): Promise<Page> {
		const response = await draw();
		const { status, headers } = response;
		headers.append('vary', 'Accept-Encoding');
		const page = {
			status,
			headers,
			plain: Buffer.from(await response.arrayBuffer()),
			packed: new Map()
		};
		if (status === 200) kept.set(key, page);
		return page;
	}

	return {
		async answer(request, snapshot, draw) {
			const key = keyOf(request, snapshot);
			const known = kept.get(key) ?? drawing.get(key);
			if (known) return respond(request, await known);
			// Drawn for a client that knows it already, an answer may be empty: nobody else's.
			if (request.headers.has('if-none-match')) return respond(request, await make(key, draw));
			const made = make(key, draw);
			drawing.set(key, made);
			try {
				return respond(request, await made);
			} finally {
				drawing.delete(key);
			}
		}
	};
}

/** All that a page is made of: its address, and everything that pages tell of the data. */
/** A page names the host that it was asked for at: as its header has it, not only its address. */
function keyOf({ url, headers }: Request, snapshot: Snapshot): string {
	const { version, minute, source, updated, nextRefresh, reason, warnings } = snapshot;
	const seen = [version, minute, source, updated, nextRefresh, reason, warnings];
	return JSON.stringify([url, headers.get('host'), ...seen]);
}

async function respond(request: Request, page: Page): Promise<Response> {
	const { status, plain } = page;
	const headers = new Headers(page.headers);
	const tag = headers.get('etag');
	if (status === 304 || (tag && holdsTag(request.headers.get('if-none-match'), tag)))
		return new Response(null, { status: 304, headers });
	const encoding = chooseEncoding(request.headers.get('accept-encoding'));
	if (!encoding || plain.length < worthwhileBytes) return new Response(plain, { status, headers });
	const body = await packed(page, encoding);
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(body.length));
	// The same page in another coding is equivalent, not identical: a weak tag says so.
	if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
	return new Response(body, { status, headers });
}

function packed(page: Page, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
	const known = page.packed.get(encoding);
	if (known) return known;
	const made = pack(page.plain, encoding);
	page.packed.set(encoding, made);
	return made;
}
