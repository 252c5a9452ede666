import { instant, type Instant } from '../../time/instant.ts';
import type { Berthline } from '../berthline.ts';
import type { Log } from '../log.ts';
import { createAnswerCache, packAnswer } from './answer-cache.ts';
import { jsonAnswer, notFound, type Answer } from './api-data.ts';
import { createEditions, type Edition } from './editions.ts';
import { apiRoot, endpointOf, listed, type Endpoint } from './endpoints.ts';
import { chooseFormat } from './negotiate.ts';
import openApi from './openapi.json' with { type: 'json' };
import { ownOrigin, type OriginEnvironment } from './origin.ts';
import { empty, plain, respond } from './respond.ts';
import { throttleOf } from './throttle.ts';

/** Launch Library 2's read API, answered from what Berthline holds. */
export interface Api {
	/** Answers a request for `/2.3.0/` or a path under it; `drawPage` where a reader asks. */
	answer(request: Request, url: URL, drawPage: DrawPage): Promise<Response>;
}

export interface ApiOptions {
	readonly source: Pick<Berthline, 'snapshot' | 'held' | 'locations' | 'subscribe' | 'readEvent'>;
	readonly env: OriginEnvironment;
	readonly log: Log;
	readonly clock?: () => Instant;
}

/** Draws the readable page of an answer, as a whole HTML document; the same for the same facts. */
export type DrawPage = (page: PageFacts) => string;

/** What the readable page shows. */
export interface PageFacts {
	readonly endpoint: Endpoint;
	readonly address: URL;
	readonly answer: Answer;
}

/** An answer, and whether it is told only now: nobody keeps that. */
interface Found {
	readonly answer: Answer;
	readonly isFleeting?: boolean;
}

/** The API of `source`. */
export function createApi(options: ApiOptions): Api {
	const { source, env, log } = options;
	const clock = options.clock ?? (() => instant(Date.now()));
	const cache = createAnswerCache();
	const editions = createEditions({ source, clock, log });

	async function answerEndpoint(
		request: Request,
		{ endpoint, address, drawPage }: Omit<PageFacts, 'answer'> & { readonly drawPage: DrawPage }
	) {
		const format = formatOf(endpoint, request, address);
		if (format === 'unknown') return plain(404, 'Not found.');
		if (!format) return plain(406, 'Could not satisfy the request Accept header.');
		const edition = await editions.current();
		const freshness = freshnessOf(edition);
		const key = `${format} ${edition.version} ${address.href}`;
		const ready = cache.get(key);
		if (ready) return respond(request, ready, freshness);
		const { answer, isFleeting = answer.status !== 200 } = await find(endpoint, address, edition);
		const isPage = format === 'api';
		const text = isPage ? [drawPage({ endpoint, address, answer })] : answer.json;
		const packed = packAnswer({ status: answer.status, text, isPage, key });
		if (!isFleeting) cache.put(key, packed);
		return respond(request, packed, freshness, isFleeting);
	}

	/** How fresh the answers of an edition are: while the next one is made, as fresh as it was. */
	function freshnessOf({ version, isSample, updated, changed }: Edition) {
		const shown = source.snapshot();
		return {
			source: isSample ? 'sample' : shown.source === 'sample' ? 'live' : shown.source,
			updated: version.startsWith(`${shown.version}.`) ? shown.updated : updated,
			changed
		} as const;
	}

	async function find(endpoint: Endpoint, address: URL, { data }: Edition): Promise<Found> {
		switch (endpoint.kind) {
			case 'root':
				return { answer: rootOf(address) };
			case 'throttle':
				return { answer: throttleOf(), isFleeting: true };
			case 'openapi':
				return { answer: jsonAnswer(200, { ...openApi, servers: [{ url: address.origin }] }) };
			case 'events':
				return { answer: data.events(address) };
			case 'locations':
				return { answer: data.locations(address) };
			case 'location': {
				const id = readId(endpoint.id);
				if (id === undefined) return { answer: notFound() };
				return { answer: data.location(id) ?? notFound('DockingLocation') };
			}
			case 'event': {
				const id = readId(endpoint.id);
				if (id === undefined) return { answer: notFound() };
				const answer = data.event(id, address);
				if (answer) return { answer };
				const document = await source.readEvent(id);
				if (!document) return { answer: notFound('DockingEvent') };
				return { answer: data.otherEvent(id, document, address), isFleeting: true };
			}
		}
	}

	return {
		async answer(request, url, drawPage) {
			const { method, headers } = request;
			if (method === 'OPTIONS') return empty(204);
			const endpoint = endpointOf(url.pathname);
			if (!endpoint && !endpointOf(`${url.pathname}/`)) return plain(404, 'Not found.');
			if (method !== 'GET' && method !== 'HEAD')
				return plain(405, `Method "${method}" not allowed.`);
			if (!endpoint) return empty(301, { location: `${url.pathname}/${url.search}` });
			const origin = ownOrigin(url, headers.get('host'), env);
			if (!origin) return plain(400, 'The Host header names no host.');
			const address = new URL(url.pathname + url.search, origin);
			return answerEndpoint(request, { endpoint, address, drawPage });
		}
	};
}

/** The addresses of the lists that are served, by their names. */
function rootOf({ origin }: URL): Answer {
	const addresses = listed.map((name) => [name, `${origin}${apiRoot}${name}/`]);
	return jsonAnswer(200, Object.fromEntries(addresses));
}

/** The description is JSON whoever asks: its address says so. */
function formatOf(endpoint: Endpoint, request: Request, address: URL) {
	if (endpoint.kind === 'openapi') return 'json';
	return chooseFormat(address.searchParams, request.headers.get('accept'));
}

/** A whole number that JavaScript holds exactly. */
function readId(text: string): number | undefined {
	return /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}
