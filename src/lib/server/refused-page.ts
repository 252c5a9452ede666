/** The only way on that `error.html` has. */
const homeLink = '<a href="/">';

/**
 * The page that says why a picture or data are refused, with a way to the same query on the
 * dashboard: there a reader sees it, or what of it can stay. Any other response as it is.
 */
export async function leadingOn(response: Response, { search }: URL): Promise<Response> {
	const isPage = response.headers.get('content-type')?.startsWith('text/html');
	if (response.status !== 400 || !isPage || !search) return response;
	const href = `/${search}`.replaceAll('&', '&amp;');
	const page = await response.text();
	const { status, headers } = response;
	headers.delete('content-length');
	return new Response(
		page.replace(
			homeLink,
			`<a href="${href}">Open this query on the dashboard</a></p><p>${homeLink}`
		),
		{ status, headers }
	);
}
