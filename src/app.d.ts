import type {} from '@sveltejs/adapter-node';
import type { Span } from '$lib/time/span.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
		}
		interface PageState {
			/** What a reader has moved to since the page was loaded. */
			span?: Span;
		}
	}
}

export {};
