import { error } from '@sveltejs/kit';
import { parseView } from '../view/parse-view.ts';
import { ViewError } from '../view/parameters.ts';
import type { View } from '../view/view.ts';

/** The view of a query; answers 400 with one sentence when a value makes no sense. */
export function readView(query: URLSearchParams): View {
	return orBadRequest(() => parseView(query));
}

/** What `read` reads; answers 400 with its sentence when it throws a ViewError. */
export function orBadRequest<T>(read: () => T): T {
	try {
		return read();
	} catch (problem) {
		if (problem instanceof ViewError) error(400, problem.message);
		throw problem;
	}
}

/**
 * Browsers ask again each time, and mostly hear 304; a CDN in front may answer for half a minute
 * by itself.
 */
export const cacheForAMoment = {
	'cache-control': 'public, max-age=0, s-maxage=30'
};
