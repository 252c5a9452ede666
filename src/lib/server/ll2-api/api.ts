import type { Instant } from '../../time/instant.ts';
import type { Berthline } from '../berthline.ts';
import { createAnswerCache, packAnswer } from './answer-cache.ts';
import { createApiData, notFound, type Answer, type ApiData } from './api-data.ts';
import { apiRoot, endpointOf, type Endpoint } from './endpoints.ts';
import { chooseFormat } from './negotiate.ts';
import openApi from './openapi.json' with { type: 'json' };
import { ownOrigin, type OriginEnvironment } from './origin.ts';
import { cors, methods, respond, type Freshness } from './respond.ts';
import { throttleOf } from './throttle.ts';

/** Launch Library 2's read API, answered from what Berthline holds. */
export interface Api {
	/** Answers a request for a path under `/2.3.0/`. */
	answer(request: Request, url: URL): Promise<Response>;
}

export interface ApiOptions {
	readonly source: Pick<
		Berthline,
		'snapshot' | 'document' | 'documents' | 'locations' | 'readEvent'
	>;
	readonly env: OriginEnvironment;
	/** Draws the readable page of an answer, as HTML. */
	readonly drawPage: (page: PageFacts) => string;
}

/** What the readable page shows. */
export interface PageFacts {
	readonly endpoint: Endpoint;
	readonly address: URL;
	readonly answer: Answer;
}

/** The documents of one version, and when they were first shown. */
interface Held {
	readonly data: ApiData;
	readonly changed: Instant;
}

/** The API of `source`. */
export function createApi({ source, env, drawPage }: ApiOptions): Api {
	const cache = createAnswerCache();
	let held: Held | undefined;

	function current(): Held {
		const { version, updated } = source.snapshot();
		if (held?.data.version !== version)
			held = { data: createApiData(source, version), changed: updated };
		return held;
	}

	async function answerEndpoint(request: Request, address: URL, endpoint: Endpoint) {
		const format = chooseFormat(address.searchParams, request.headers.get('accept'));
		if (format === 'unknown') return plain(404, 'Not found.');
		if (!format) return plain(406, 'Could not satisfy the request Accept header.');
		const { data, changed } = current();
		const { source: kind, updated } = source.snapshot();
		const freshness: Freshness = { source: kind, updated, changed };
		const key = `${format} ${data.version} ${address.href}`;
		const ready = cache.get(key);
		if (ready) return respond(request, ready, freshness);
		const answer = await find(endpoint, address, data);
		const isPage = format === 'api';
		const text = isPage ? drawPage({ endpoint, address, answer }) : JSON.stringify(answer.body);
		const packed = packAnswer(answer.status, text, isPage);
		if (endpoint.kind === 'throttle') return respond(request, packed, freshness, true);
		if (answer.status === 200) cache.put(key, packed, text.length);
		return respond(request, packed, freshness);
	}

	async function find(endpoint: Endpoint, address: URL, data: ApiData): Promise<Answer> {
		if (endpoint.kind === 'throttle') return throttleOf();
		if (endpoint.kind === 'events') return data.events(address);
		if (endpoint.kind === 'locations') return data.locations(address);
		const id = /^\d{1,15}$/.test(endpoint.id) ? Number(endpoint.id) : undefined;
		if (endpoint.kind === 'location')
			return (id !== undefined && data.location(id)) || notFound('DockingLocation');
		if (id === undefined) return notFound('DockingEvent');
		const document = source.document(id) ?? (await source.readEvent(id));
		return document ? data.event(document, address) : notFound('DockingEvent');
	}

	return {
		async answer(request, url) {
			const { method, headers } = request;
			if (method === 'OPTIONS') return empty(204, { allow: methods });
			if (method !== 'GET' && method !== 'HEAD')
				return plain(405, `Method "${method}" not allowed.`, { allow: methods });
			const origin = ownOrigin(url, headers.get('host'), env);
			if (!origin) return plain(400, 'The Host header names no host.');
			if (url.pathname === `${apiRoot}openapi.json`) {
				return Response.json({ ...openApi, servers: [{ url: origin }] }, { headers: cors });
			}
			const endpoint = endpointOf(url.pathname);
			if (endpoint)
				return answerEndpoint(request, new URL(url.pathname + url.search, origin), endpoint);
			if (!endpointOf(`${url.pathname}/`)) return plain(404, 'Not found.');
			return empty(301, { location: `${url.pathname}/${url.search}` });
		}
	};
}

function empty(status: number, more: Record<string, string>): Response {
	return new Response(null, { status, headers: { ...cors, ...more } });
}

/** An error in Django REST framework's shape. */
function plain(status: number, detail: string, more: Record<string, string> = {}): Response {
	return Response.json({ detail }, { status, headers: { ...cors, vary: 'Accept', ...more } });
}
