import { error } from '@sveltejs/kit';
import { parseView, problemIn } from '../view/parse-view.ts';
import { ViewError } from '../view/parameters.ts';
import type { View } from '../view/view.ts';
import { waysOfQuery } from './error-ways.ts';
import type { Snapshot } from './snapshot.ts';

/** The view of a query; answers 400 with one sentence when a value makes no sense. */
export function readView(query: URLSearchParams): View {
	return orBadRequest(() => parseView(query));
}

/** As `readView`, for a page: its answer leads on, too. */
export function readPageView(url: URL, snapshot: Snapshot): View {
	const problem = problemIn(url.searchParams);
	if (problem) error(400, { message: problem.message, ways: waysOfQuery(snapshot, url) });
	return parseView(url.searchParams);
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
