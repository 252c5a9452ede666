import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Makes every HTTP server of this process ignore the Range header, as RFC 9110, 14.2 allows: the
 * adapter's static files answer one that is not in order with a length below zero, and the last
 * bytes with the first ones. Nothing here is long enough to be fetched in parts.
 */
export function ignoreRanges(): void {
	subscribe('http.server.request.start', (message) => {
		const { request } = message as { readonly request: IncomingMessage };
		delete request.headers.range;
	});
}
