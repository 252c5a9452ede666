import { metricsRegistry } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
	const registry = await metricsRegistry();
	return new Response(await registry.metrics(), {
		headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' }
	});
};
