import { detailsById, readIds, sendDetails } from '$lib/server/details.ts';
import { berthline } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const ids = readIds(url.searchParams);
	const { catalogue } = (await berthline()).snapshot();
	return sendDetails(detailsById(catalogue, ids));
};
