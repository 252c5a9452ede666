import { element, escapeXml } from '../export/svg.ts';
import { waysOfQuery, type ErrorWays } from './error-ways.ts';
import type { Snapshot } from './snapshot.ts';

/** The only way on that `error.html` has. */
const homeLink = '<a href="/">';

/**
 * The page that says why a picture or data are refused, with ways to what was probably meant and to
 * the same without what makes no sense; where neither is known, to the query on the dashboard. Any
 * other response as it is.
 */
export async function leadingOn(
	response: Response,
	snapshot: Snapshot,
	url: URL
): Promise<Response> {
	const isPage = response.headers.get('content-type')?.startsWith('text/html');
	if (response.status !== 400 || !isPage || !url.search) return response;
	const page = await response.text();
	const { status, headers } = response;
	headers.delete('content-length');
	const links = linksOf(waysOfQuery(snapshot, url), url).join('</p><p>');
	return new Response(
		page.replace(homeLink, () => `${links}</p><p>${homeLink}`),
		{
			status,
			headers
		}
	);
}

function linksOf({ guess, without }: ErrorWays, { search }: URL): string[] {
	const link = (href: string, text: string) => element('a', { href }, escapeXml(text));
	if (!without) return [link(`/${search}`, 'Open this query on the dashboard')];
	return [
		...(guess ? [`Did you mean ${link(guess.href, guess.text)}?`] : []),
		link(without.href, `The same without ${without.names}`)
	];
}
