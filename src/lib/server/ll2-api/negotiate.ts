/** How an answer is told: as JSON, or as a readable page. */
export type Format = 'json' | 'api';

/**
 * The format that `format=` asks for, else the Accept header (RFC 9110, 12.5.1); undefined when
 * neither names one that is served. A format that does not exist is `unknown`.
 */
export function chooseFormat(
	query: URLSearchParams,
	accept: string | null
): Format | 'unknown' | undefined {
	const asked = query.getAll('format').at(-1);
	if (asked === 'json' || asked === 'api') return asked;
	if (asked) return 'unknown';
	if (!accept) return 'json';
	const html = weight(accept, 'text', 'html');
	const json = weight(accept, 'application', 'json');
	if (!html && !json) return undefined;
	// Whoever takes both alike gets JSON, unless HTML is the only one of them that is named.
	const namesHtmlAlone = /text\/html/i.test(accept) && !/application\/json/i.test(accept);
	return html > json || (html === json && namesHtmlAlone) ? 'api' : 'json';
}

/** The quality that the most exact matching range of `accept` gives a type. */
function weight(accept: string, type: string, subtype: string): number {
	let best = { exactness: -1, quality: 0 };
	for (const part of accept.toLowerCase().split(',')) {
		const [range = '', ...options] = part.split(';').map((text) => text.trim());
		const exactness = [`*/*`, `${type}/*`, `${type}/${subtype}`].indexOf(range);
		if (exactness <= best.exactness) continue;
		const quality = options.find((option) => option.startsWith('q='))?.slice(2);
		best = { exactness, quality: quality === undefined ? 1 : Number(quality) || 0 };
	}
	return best.quality;
}
