import type { Berthline } from '../berthline.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts';
import { createEventIndex, type EventIndex } from './event-index.ts';
import { pageLinks } from './links.ts';
import { last, parseEventQuery, parsePage, type QueryErrors } from './parameters.ts';
import { createProjectors } from './project.ts';

/** What an endpoint answers, before it is JSON: a status and a body. */
export interface Answer {
	readonly status: number;
	readonly body: JsonValue;
}

/** The documents of one version, as the API tells them. */
export interface ApiData {
	readonly version: string;
	events(address: URL): Answer;
	/** One event, from here or just read upstream: detailed unless `mode=normal`. */
	event(document: JsonObject, address: URL): Answer;
	locations(address: URL): Answer;
	location(id: number): Answer | undefined;
}

/** Django REST framework's words for what is not there. */
export function notFound(what: string): Answer {
	return { status: 404, body: { detail: `No ${what} matches the given query.` } };
}

/** The API's view of what `source` shows now. */
export function createApiData(
	source: Pick<Berthline, 'document' | 'documents' | 'locations'>,
	version: string
): ApiData {
	const projectors = createProjectors();
	const forms = {
		normal: projectors('DockingEventEndpointNormal'),
		detailed: projectors('DockingEventEndpointDetailed')
	};
	const asLocation = projectors('DockingLocation');
	const { index, locations } = readSource(source);

	function told(document: JsonObject, mode: 'normal' | 'detailed', origin: string): JsonValue {
		const form = forms[mode](document) as JsonObject;
		return { ...form, url: `${origin}/2.3.0/docking_events/${String(document['id'])}/` };
	}

	return {
		version,
		events(address) {
			const query = parseEventQuery(address.searchParams);
			if (!query.ok) return { status: 400, body: query.errors satisfies QueryErrors };
			const { count, ids } = index.find(query.value);
			const results = ids.flatMap((id) => {
				const document = source.document(id);
				return document ? [told(document, query.value.mode, address.origin)] : [];
			});
			return { status: 200, body: { count, ...pageLinks(address, query.value, count), results } };
		},
		event(document, address) {
			const mode = last(address.searchParams, 'mode') === 'normal' ? 'normal' : 'detailed';
			return { status: 200, body: told(document, mode, address.origin) };
		},
		locations(address) {
			const page = parsePage(address.searchParams);
			const all = chooseLocations(locations, address.searchParams);
			const results = all.slice(page.offset, page.offset + page.limit).map(asLocation);
			const links = pageLinks(address, page, all.length);
			return { status: 200, body: { count: all.length, ...links, results } };
		},
		location(id) {
			const location = locations.find((one) => one['id'] === id);
			return location && { status: 200, body: asLocation(location) };
		}
	};
}

/** The index of all events, and the docking locations: upstream's list, and those only seen in events. */
function readSource(source: Pick<Berthline, 'documents' | 'locations'>): {
	index: EventIndex;
	locations: readonly JsonObject[];
} {
	const seen = new Map<number, JsonObject>();
	function* noting(): Iterable<JsonObject> {
		for (const document of source.documents()) {
			const location = document['docking_location'];
			if (isJsonObject(location)) noteLocation(seen, location);
			yield document;
		}
	}
	const index = createEventIndex(noting());
	for (const location of source.locations()) noteLocation(seen, location);
	const locations = [...seen].sort(([a], [b]) => a - b).map(([, location]) => location);
	return { index, locations };
}

function noteLocation(seen: Map<number, JsonObject>, location: JsonObject): void {
	const id = location['id'];
	if (typeof id === 'number' && Number.isInteger(id)) seen.set(id, location);
}

/** `search` looks in the name, every term; `ordering` takes id and name. */
function chooseLocations(locations: readonly JsonObject[], query: URLSearchParams): JsonObject[] {
	const terms = (last(query, 'search') ?? '')
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean);
	const nameOf = (location: JsonObject) => String(location['name'] ?? '');
	const found = locations.filter((location) =>
		terms.every((term) => nameOf(location).toLowerCase().includes(term))
	);
	const [, minus, field] = /^(-?)(id|name)$/.exec(last(query, 'ordering') ?? '') ?? [];
	if (field === 'name') found.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
	return minus ? found.reverse() : found;
}
