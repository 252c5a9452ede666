import type { JsonObject, JsonValue } from '../json.ts';
import { addressed, formsOf, type Entry, type FormProjectors } from './entry.ts';
import type { EventIndex } from './event-index.ts';
import { pageLinks } from './links.ts';
import { last, parseEventQuery, parsePage, type PageQuery } from './parameters.ts';
import type { Piece } from './pieces.ts';
import type { Projector } from './project.ts';
import { searchTerms } from './search-terms.ts';

/** What an endpoint answers. */
export interface Answer {
	readonly status: number;
	/** The body as JSON: a page of documents is not copied together until it is sent. */
	readonly json: readonly Piece[];
}

/** The documents of one version, as the API tells them. */
export interface ApiData {
	events(address: URL): Answer;
	/** One event, detailed unless `mode=normal`; undefined when this version has none with that id. */
	event(id: number, address: URL): Answer | undefined;
	/** As `event`, of a document that was just read upstream. */
	otherEvent(id: number, document: JsonObject, address: URL): Answer;
	locations(address: URL): Answer;
	location(id: number): Answer | undefined;
}

export interface ApiDataParts {
	readonly entries: ReadonlyMap<number, Entry>;
	readonly index: EventIndex;
	/** By id. */
	readonly locations: readonly JsonObject[];
	readonly projectEvent: FormProjectors;
	readonly projectLocation: Projector;
}

/** The answer that `body` is. */
export function jsonAnswer(status: number, body: JsonValue): Answer {
	return { status, json: [JSON.stringify(body)] };
}

/** Django REST framework's words for what is not there; without a name, for what nothing could be. */
export function notFound(what?: string): Answer {
	return jsonAnswer(404, { detail: what ? `No ${what} matches the given query.` : 'Not found.' });
}

/** The API's view of one version of the documents. */
export function createApiData(parts: ApiDataParts): ApiData {
	const { entries, index, locations, projectEvent, projectLocation } = parts;
	return {
		events(address) {
			const query = parseEventQuery(address.searchParams);
			if (!query.ok) return jsonAnswer(400, query.errors);
			const { mode } = query.value;
			const { count, entries } = index.find(query.value);
			const results = entries.map(({ id, forms }) => [addressed(id, address.origin), forms[mode]]);
			return pageAnswer(address, query.value, count, results);
		},
		event(id, address) {
			const entry = entries.get(id);
			return entry && eventAnswer(id, entry.forms, address);
		},
		otherEvent: (id, document, address) =>
			eventAnswer(id, formsOf(document, projectEvent), address),
		locations(address) {
			const page = parsePage(address.searchParams);
			const all = chooseLocations(locations, address.searchParams);
			const shown = all.slice(page.offset, page.offset + page.limit);
			const results = shown.map((location) => [JSON.stringify(projectLocation(location))]);
			return pageAnswer(address, page, all.length, results);
		},
		location(id) {
			const location = locations.find((one) => one['id'] === id);
			return location && jsonAnswer(200, projectLocation(location));
		}
	};
}

function eventAnswer(id: number, forms: Entry['forms'], address: URL): Answer {
	const mode = last(address.searchParams, 'mode') === 'normal' ? 'normal' : 'detailed';
	return { status: 200, json: [addressed(id, address.origin), forms[mode]] };
}

/** A page of a list; each of `results` is JSON in pieces. */
function pageAnswer(
	address: URL,
	page: PageQuery,
	count: number,
	results: readonly (readonly Piece[])[]
): Answer {
	const head = JSON.stringify({ count, ...pageLinks(address, page, count) });
	const pieces = results.flatMap((result, at) => (at ? [',', ...result] : result));
	return { status: 200, json: [`${head.slice(0, -1)},"results":[`, ...pieces, ']}'] };
}

/** `search` looks in the name, as in events; `ordering` takes id and name. */
function chooseLocations(locations: readonly JsonObject[], query: URLSearchParams): JsonObject[] {
	const terms = searchTerms(last(query, 'search') ?? '');
	const nameOf = (location: JsonObject) => String(location['name'] ?? '');
	const found = locations.filter((location) =>
		terms.every((term) => nameOf(location).toUpperCase().includes(term))
	);
	const keys = (last(query, 'ordering') ?? '').split(',').map((key) => key.trim());
	const [, minus, field] = keys.map((key) => /^(-?)(id|name)$/.exec(key)).find(Boolean) ?? [];
	const sign = minus ? -1 : 1;
	if (field === 'name')
		return found.sort((a, b) => sign * nameOf(a).localeCompare(nameOf(b), 'en'));
	return minus ? found.reverse() : found;
}
