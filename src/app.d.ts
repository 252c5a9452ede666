// Its types tell what a request's platform is.
import '@sveltejs/adapter-node';
import type { ErrorWays } from '$lib/server/error-ways.ts';
import type { Span } from '$lib/time/span.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Where a page that says so leads on to. */
			ways?: ErrorWays;
		}
		interface PageState {
			/** What a reader has moved to since the page was loaded. */
			span?: Span;
		}
	}
}

export {};
