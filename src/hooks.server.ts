import { building } from '$app/environment';
import { compressed } from '$lib/server/compress.ts';
import { ConfigError } from '$lib/server/config.ts';
import { waysOn } from '$lib/server/error-ways.ts';
import { berthline, serverLog, startBerthline } from '$lib/server/instance.ts';
import { apiRoot } from '$lib/server/ll2-api/endpoints.ts';
import { createPageCache } from '$lib/server/page-cache.ts';
import type { Snapshot } from '$lib/server/snapshot.ts';
import { leadingOn } from '$lib/server/refused-page.ts';
import { noteRoute, requestIdOf } from '$lib/server/traffic/request-note.ts';
import { quoted } from '$lib/view/parameters.ts';
import { themes } from '$lib/view/view.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';

export const init: ServerInit = async () => {
	if (building) return;
	try {
		await startBerthline(process.env);
	} catch (problem) {
		if (!(problem instanceof ConfigError)) throw problem;
		console.error(problem.message);
		process.exit(problem.exitCode);
	}
};

const pages = createPageCache();
/** Pages that are the same for everybody, for as long as the data and the minute are. */
const pageRoutes: ReadonlySet<string | null> = new Set([
	'/',
	'/about',
	'/events/[id]',
	'/stations/[id]'
]);

/** Pictures and data, which scripts of other sites may ask for. */
const openRoutes = /^\/(timeline|data)\./;

export const handle: Handle = async ({ event, resolve }) => {
	// What a page asks of another route, inside, is not what its reader asked for.
	if (!event.isSubRequest) noteRoute(event.platform?.req, event.route.id);
	// The API compresses its own answers, and keeps them ready.
	if (`${event.url.pathname}/`.startsWith(apiRoot)) return resolve(event);
	// Whoever looks for what is broken must not wait for it.
	if (event.route.id === '/metrics') return compressed(event.request, await resolve(event));
	const snapshot = (await berthline()).snapshot();
	const draw = () => drawn(event, resolve, snapshot);
	// A page is a whole; parts of it that a script asks for come from the same address.
	const isPage = pageRoutes.has(event.route.id) && !event.isDataRequest;
	if (isPage && event.request.method === 'GET') return pages.answer(event.request, snapshot, draw);
	return compressed(event.request, await draw());
};

async function drawn(
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve'],
	snapshot: Snapshot
): Promise<Response> {
	const asked = event.url.searchParams.get('theme')?.toLowerCase();
	const theme = themes.find((one) => one === asked) ?? 'auto';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%berthline.source%', snapshot.source).replace('%berthline.theme%', theme)
	});
	if (response.status >= 400) response.headers.set('cache-control', 'no-store');
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'same-origin');
	// Whoever may read the answer may read why there is none.
	if (!openRoutes.test(event.url.pathname)) return response;
	response.headers.set('access-control-allow-origin', '*');
	return leadingOn(response, snapshot, event.url);
}

/** What nobody expected goes into the log as one JSON line; the reader hears that it happened. */
export const handleError: HandleServerError = async ({ error, event, status, message }) => {
	const log = await serverLog();
	const requestId = requestIdOf(event.platform?.req);
	const facts = { requestId, status, method: event.request.method, path: event.url.pathname };
	if (status >= 500) log.error({ ...facts, err: error }, 'a request failed');
	else log.debug(facts, 'a request was refused');
	if (status === 404) {
		const { catalogue, minute } = (await berthline()).snapshot();
		const told = `Berthline has no page ${quoted(event.url.pathname)}.`;
		return { message: told, ways: waysOn({ catalogue, minute }, event.url) };
	}
	if (status < 500) return { message };
	const place = requestId === undefined ? '' : ` under ${requestId}`;
	return {
		message: `An error on this server kept it from answering. Try again in a minute; its log says more${place}.`
	};
};
