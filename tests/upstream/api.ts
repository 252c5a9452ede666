import type { Collection } from './collection.ts';
import { chooseEvents } from './listing.ts';
import { toNormalMode } from './normal-mode.ts';
import { pageOf, type Page, type PageBody } from './paging.ts';
import type { Throttle } from './throttle.ts';

/** An answer before it is delivered; `body` is JSON unless it is `text`. */
export interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	readonly text?: string;
	/** Only on a page of a list. */
	readonly page?: Page;
}

/** Who calls and what the caller may spend. */
export interface Caller {
	readonly name: string;
	readonly callsPerHour: number;
}

/** What the API answers from. */
export interface ApiState {
	readonly events: Collection;
	readonly locations: Collection;
	readonly throttle: Throttle;
}

/** A list answer's body, for faults that change it. */
export type ListAnswer = Answer & { readonly page: Page; readonly body: PageBody };

/** Where the API begins. */
export const basePath = '/2.3.0';

/** What Launch Library 2 answers to a GET. Counts the call unless it is free. */
export function createApi(state: ApiState): (url: URL, caller: Caller) => Answer {
	const choose = memoizeByVersion(state.events);
	return (url, caller) => {
		const path = url.pathname.slice(basePath.length);
		if (!url.pathname.startsWith(`${basePath}/`)) return notFoundPage();
		const [, collection, id] =
			/^\/(docking_events|config\/docking_locations|api-throttle)(?:\/([^/.]+))?(?=\/?$)/.exec(
				path
			) ?? [];
		if (!collection || (collection === 'api-throttle' && id !== undefined)) return notFoundPage();
		if (!path.endsWith('/')) return slashRedirect(url);
		if (collection === 'api-throttle') return throttleState(state.throttle, caller);
		const { waitSeconds } = state.throttle.spend(caller.name, caller.callsPerHour);
		if (waitSeconds > 0) return throttled(waitSeconds);
		if (collection === 'docking_events')
			return id === undefined ? eventList(choose, url) : one(state.events, 'DockingEvent', id);
		if (id !== undefined) return one(state.locations, 'DockingLocation', id);
		return { status: 200, ...pageOf(state.locations.documents, url, (location) => location) };
	};
}

/** The answer to a caller who must wait. */
export function throttled(waitSeconds: number): Answer {
	const unit = waitSeconds === 1 ? 'second' : 'seconds';
	return {
		status: 429,
		headers: { 'Retry-After': String(waitSeconds) },
		body: {
			detail: `Request was throttled. Expected available in ${waitSeconds} ${unit}.`
		}
	};
}

type Choose = (query: URLSearchParams) => ReturnType<typeof chooseEvents>;

function eventList(choose: Choose, url: URL): Answer {
	const result = choose(url.searchParams);
	if ('errors' in result) return { status: 400, body: result.errors };
	const isDetailed = url.searchParams.get('mode') === 'detailed';
	const serve = isDetailed ? (document: unknown) => document : toNormalMode;
	return { status: 200, ...pageOf(result.chosen, url, serve) };
}

/** Paging asks the same question again and again: answers are kept until a document changes. */
function memoizeByVersion(events: Collection): Choose {
	const kept = new Map<string, ReturnType<typeof chooseEvents>>();
	let version = events.version;
	return (query) => {
		if (version !== events.version) kept.clear();
		version = events.version;
		const question = new URLSearchParams(query);
		for (const name of ['limit', 'offset', 'mode', 'format']) question.delete(name);
		const key = question.toString();
		const result = kept.get(key) ?? chooseEvents(events.documents, question);
		kept.set(key, result);
		return result;
	};
}

function one(collection: Collection, model: string, id: string): Answer {
	if (!/^\d+$/.test(id)) return { status: 404, body: { detail: 'Not found.' } };
	const body = collection.find(Number(id));
	if (body !== undefined) return { status: 200, body };
	return { status: 404, body: { detail: `No ${model} matches the given query.` } };
}

function throttleState(throttle: Throttle, caller: Caller): Answer {
	const { used, waitSeconds } = throttle.state(caller.name, caller.callsPerHour);
	const row = {
		your_request_limit: caller.callsPerHour,
		limit_frequency_secs: 3600,
		current_use: used,
		next_use_secs: waitSeconds,
		ident: caller.name
	};
	return { status: 200, body: [row] };
}

function slashRedirect(url: URL): Answer {
	return { status: 301, headers: { Location: `${url.pathname}/${url.search}` }, text: '' };
}

function notFoundPage(): Answer {
	return { status: 404, text: '<!doctype html>\n<title>Not Found</title>\n<h1>Not Found</h1>\n' };
}
