import type { PageQuery } from './parameters.ts';

/** Addresses of the neighbouring pages; null at the ends. */
export interface PageLinks {
	readonly next: string | null;
	readonly previous: string | null;
}

/**
 * The links of a page of `count` results, on our own host, as Django REST framework writes them:
 * names in alphabetical order, no offset on the first page.
 */
export function pageLinks(address: URL, { limit, offset }: PageQuery, count: number): PageLinks {
	const at = (place: number) => {
		const query = new URLSearchParams(address.searchParams);
		query.set('limit', String(limit));
		if (place > 0) query.set('offset', String(place));
		else query.delete('offset');
		query.sort();
		return `${address.origin}${address.pathname}?${query}`;
	};
	return {
		next: offset + limit < count ? at(offset + limit) : null,
		previous: offset > 0 ? at(offset - limit) : null
	};
}

/** The query of `address` with another `format`, with its question mark. */
export function withFormat(address: URL, format: 'json' | 'api'): string {
	const query = new URLSearchParams(address.searchParams);
	query.set('format', format);
	return `?${query}`;
}
