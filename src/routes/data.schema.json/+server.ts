import { dataSchema } from '$lib/export/data-schema.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	new Response(`${JSON.stringify(dataSchema, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/schema+json',
			'cache-control': 'public, max-age=3600',
			'access-control-allow-origin': '*'
		}
	});
