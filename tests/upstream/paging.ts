/** One page of a list and where it stands in it; faults that shift pages need to know. */
export interface Page {
	readonly offset: number;
	readonly limit: number;
	/** All that the query chose, as served. */
	readonly between: (from: number, to: number) => readonly unknown[];
}

/** The body of a list answer. */
export interface PageBody {
	readonly count: unknown;
	readonly next: unknown;
	readonly previous: unknown;
	readonly results: unknown;
}

const defaultLimit = 10;
const maxLimit = 100;

/** The page that `limit` and `offset` ask for; unreadable values are 10 and 0, the limit at most 100. */
export function pageOf(
	chosen: readonly unknown[],
	url: URL,
	serve: (document: unknown) => unknown
): { readonly body: PageBody; readonly page: Page } {
	const limit = Math.min(readCount(url.searchParams.get('limit')) || defaultLimit, maxLimit);
	const offset = readCount(url.searchParams.get('offset'));
	const between = (from: number, to: number) => chosen.slice(Math.max(0, from), to).map(serve);
	const body = {
		count: chosen.length,
		next: offset + limit < chosen.length ? link(url, limit, offset + limit) : null,
		previous: offset > 0 ? link(url, limit, offset - limit) : null,
		results: between(offset, offset + limit)
	};
	return { body, page: { offset, limit, between } };
}

function readCount(text: string | null): number {
	return text !== null && /^\s*\+?\d+\s*$/.test(text) ? Number(text) : 0;
}

/** As Django REST framework writes it: parameters sorted by name, no offset on the first page. */
function link(url: URL, limit: number, offset: number): string {
	const target = new URL(url);
	target.searchParams.set('limit', String(limit));
	if (offset > 0) target.searchParams.set('offset', String(offset));
	else target.searchParams.delete('offset');
	target.searchParams.sort();
	return target.href;
}
