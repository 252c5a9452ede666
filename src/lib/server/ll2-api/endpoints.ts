/** What a path under `/2.3.0/` asks for. */
export type Endpoint =
	| { readonly kind: 'root' }
	| { readonly kind: 'events' }
	| { readonly kind: 'event'; readonly id: string }
	| { readonly kind: 'locations' }
	| { readonly kind: 'location'; readonly id: string }
	| { readonly kind: 'throttle' }
	| { readonly kind: 'openapi' };

/** Where the API lives; the version is Launch Library 2's. */
export const apiRoot = '/2.3.0/';

/** What the root names, as Django REST framework's does: each list by its own path. */
export const listed = ['docking_events', 'config/docking_locations', 'api-throttle'] as const;

/** The endpoint of a path, lists and documents with their trailing slash; undefined when there is none. */
export function endpointOf(path: string): Endpoint | undefined {
	const rest = path.startsWith(apiRoot) ? path.slice(apiRoot.length) : undefined;
	if (rest === '') return { kind: 'root' };
	if (rest === 'docking_events/') return { kind: 'events' };
	if (rest === 'config/docking_locations/') return { kind: 'locations' };
	if (rest === 'api-throttle/') return { kind: 'throttle' };
	if (rest === 'openapi.json') return { kind: 'openapi' };
	const [, collection, id] =
		/^(docking_events|config\/docking_locations)\/([^/]+)\/$/.exec(rest ?? '') ?? [];
	if (id === undefined) return undefined;
	return { kind: collection === 'docking_events' ? 'event' : 'location', id };
}
