import * as v from 'valibot';
import packageFacts from '../../../../package.json' with { type: 'json' };
import type { Instant } from '../../time/instant.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { failed, type Result } from './failure.ts';
import { getJson, isBelow, type Fetch } from './http.ts';
import { apiThrottle, page } from './schemas.ts';

/** A page of a list as received: nothing in `documents` has been looked at. */
export interface Page {
	readonly documents: readonly unknown[];
	/** How many there are on all pages, as upstream says with this one. */
	readonly count: number;
	/** Where the next page begins; undefined on the last. */
	readonly nextOffset: number | undefined;
}

/** What to ask of `docking_events/`. */
export interface EventQuery {
	readonly mode: 'normal' | 'detailed';
	readonly ordering: 'docking' | '-docking' | 'departure' | '-departure';
	readonly offset?: number;
}

/** The calls that Berthline makes; each is one request, apart from redirects on the same host. */
export interface Client {
	listEvents(query: EventQuery): Promise<Result<Page>>;
	readEvent(id: number): Promise<Result<JsonObject>>;
	listLocations(offset?: number): Promise<Result<Page>>;
	/** Calls that upstream allows in an hour; this call is free. */
	readLimit(): Promise<Result<number>>;
}

export interface ClientOptions {
	/** Without a slash at the end. */
	readonly base: string;
	readonly token: string | undefined;
	readonly timeoutMs: number;
	readonly clock: () => Instant;
	readonly fetch: Fetch;
	readonly stop: AbortSignal;
	/** Told of each redirect that is followed. */
	readonly onRedirect: () => Promise<void>;
	readonly maxBytes?: number;
}

/** Upstream's largest page. */
export const pageSize = 100;

const maxPageBytes = 16 * 1024 * 1024;

/** A client of the Launch Library 2 at `base`. */
export function createClient(options: ClientOptions): Client {
	const { base, maxBytes = maxPageBytes } = options;
	const headers = requestHeaders(options.token);
	const get = (path: string, query: Record<string, string | number> = {}) => {
		const url = new URL(`${base}/${path}`);
		for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
		return getJson({ ...options, url, headers, maxBytes });
	};
	const list = async (path: string, query: Record<string, string | number>, offset: number) => {
		const answer = await get(path, { limit: pageSize, ...query, ...(offset > 0 && { offset }) });
		return answer.ok ? readPage(answer.value, `${base}/${path}`, offset) : answer;
	};
	return {
		listEvents: ({ mode, ordering, offset = 0 }) =>
			list('docking_events/', { mode, ordering }, offset),
		async readEvent(id) {
			const answer = await get(`docking_events/${id}/`);
			if (!answer.ok) return answer;
			return isJsonObject(answer.value)
				? { ok: true, value: answer.value }
				: failed('shape', `docking event ${id} is no JSON object`);
		},
		listLocations: (offset = 0) => list('config/docking_locations/', {}, offset),
		async readLimit() {
			const answer = await get('api-throttle/');
			return answer.ok ? readThrottle(answer.value) : answer;
		}
	};
}

function requestHeaders(token: string | undefined): Record<string, string> {
	return {
		accept: 'application/json',
		'user-agent': `Berthline/${packageFacts.version} (docking timeline)`,
		...(token !== undefined && { authorization: `Token ${token}` })
	};
}

function readPage(value: unknown, address: string, offset: number): Result<Page> {
	const read = v.safeParse(page, value);
	if (!read.success) return failed('shape', `no page: ${v.summarize(read.issues)}`);
	const { count, next, results } = read.output;
	if (next === null)
		return { ok: true, value: { documents: results, count, nextOffset: undefined } };
	const nextOffset = offsetOf(next, address);
	if (nextOffset === undefined)
		return failed('foreign-next', `next leads elsewhere: ${next.slice(0, 200)}`);
	if (nextOffset <= offset || results.length === 0)
		return failed('shape', `next does not go on from ${offset}: ${next.slice(0, 200)}`);
	return { ok: true, value: { documents: results, count, nextOffset } };
}

/** The offset that `next` names, provided that it stays at the same list of the same host. */
function offsetOf(next: string, address: string): number | undefined {
	const url = URL.parse(next);
	const list = new URL(address);
	if (!url || !isBelow(url, list.href) || url.pathname !== list.pathname) return undefined;
	const offset = url.searchParams.get('offset') ?? '';
	return /^\d{1,9}$/.test(offset) ? Number(offset) : undefined;
}

function readThrottle(value: unknown): Result<number> {
	const read = v.safeParse(apiThrottle, value);
	if (!read.success) return failed('shape', 'api-throttle/ has another shape');
	const { your_request_limit: limit, limit_frequency_secs: seconds } = read.output;
	return { ok: true, value: Math.max(1, Math.floor((limit * 3600) / seconds)) };
}
