import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What is known of a request beside what its client sent; it lies on Node's request itself. */
interface RequestNote {
	readonly id: string;
	/** The SvelteKit route that answers; none where a file does, or nothing. */
	route: string | undefined;
}

const slot = Symbol('berthline.request');
type NotedRequest = IncomingMessage & { [slot]?: RequestNote };

/** Up to 128 letters, digits and `.`, `_`, `-`: safe in a header, a log and a shell. */
const givenId = /^[\w.-]{1,128}$/;

/** Gives `request` its id: the valid one that its `x-request-id` has, else a new one. */
export function noteRequest(request: NotedRequest): RequestNote {
	const given = request.headers['x-request-id'];
	const id = typeof given === 'string' && givenId.test(given) ? given : randomUUID();
	return (request[slot] = { id, route: undefined });
}

/** Notes which route answers `request`; nothing where nobody watches requests. */
export function noteRoute(request: NotedRequest | undefined, route: string | null): void {
	const note = request?.[slot];
	if (note) note.route = route ?? undefined;
}

/** The id of `request`; undefined where nobody watches requests. */
export function requestIdOf(request: NotedRequest | undefined): string | undefined {
	return request?.[slot]?.id;
}
