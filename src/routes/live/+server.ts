import { error } from '@sveltejs/kit';
import { liveStreams } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => {
	const stream = (await liveStreams()).open(request.signal);
	if (!stream) error(429, 'Too many live streams are open here; ask again in a minute.');
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no'
		}
	});
};
