import { error } from '@sveltejs/kit';
import { liveStreams } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

const headers = {
	'content-type': 'text/event-stream',
	'cache-control': 'no-store',
	'x-accel-buffering': 'no'
};

export const GET: RequestHandler = async ({ request, platform, setHeaders }) => {
	const hangUp = () => void platform?.req.destroy();
	const stream = (await liveStreams()).open(request.signal, hangUp);
	if (stream) return new Response(stream, { headers });
	setHeaders({ 'retry-after': '60' });
	error(429, 'Too many live streams are open here; ask again in a minute.');
};

/** Without this, HEAD would open a stream that nobody reads. */
export const HEAD: RequestHandler = () => new Response(null, { headers });
