import type { RequestHandler } from './$types';

/** What browsers ask for by themselves beside data and pictures, which cannot name an icon. */
export const GET: RequestHandler = () =>
	new Response(null, { status: 308, headers: { location: '/icon-192.png' } });
