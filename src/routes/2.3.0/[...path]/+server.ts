import { ll2Api } from '$lib/server/instance.ts';
import { drawApiPage } from '../draw-page.ts';
import type { RequestHandler } from './$types';

// Django redirects to the trailing slash; the API does so itself, with the headers that it needs.
export const trailingSlash = 'ignore';

const answer: RequestHandler = async ({ request, url }) =>
	(await ll2Api()).answer(request, url, drawApiPage);

export const GET = answer;
export const HEAD = answer;
export const OPTIONS = answer;
export const fallback = answer;
