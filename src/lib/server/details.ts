import { hash } from 'node:crypto';
import type { Catalogue } from '../docking/catalogue.ts';
import { detailsOf, type StayDetails } from '../docking/stay-details.ts';
import { idsParameter, ViewError } from '../view/parameters.ts';
import { cacheForAMoment, orBadRequest } from './requests.ts';

/** The ids that `id` lists, 1 to 200; answers 400 with a sentence that names it for anything else. */
export function readIds(query: URLSearchParams): number[] {
	return orBadRequest(() => {
		const ids = idsParameter(query, 'id', 'docking event');
		if (ids.length) return ids;
		throw new ViewError(
			'id',
			{ measured: 'none' },
			'1 to 200 docking event ids with commas between'
		);
	});
}

/** The details of those of `ids` that the catalogue has, by id. */
export function detailsById(
	catalogue: Pick<Catalogue, 'stayById'>,
	ids: readonly number[]
): Record<number, StayDetails> {
	const stays = ids.map((id) => catalogue.stayById.get(id)).filter((stay) => stay !== undefined);
	return Object.fromEntries(stays.map((stay) => [stay.id, detailsOf(stay)]));
}

/** The response with `details` as JSON; its tag is its content's. */
export function sendDetails(details: Readonly<Record<number, StayDetails>>): Response {
	const text = JSON.stringify(details);
	const etag = `W/"${hash('sha256', text, 'base64url').slice(0, 27)}"`;
	return new Response(text, {
		headers: { ...cacheForAMoment, 'content-type': 'application/json', etag }
	});
}
