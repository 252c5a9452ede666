import { version } from '$app/environment';
import { sendColumns } from '$lib/server/columns.ts';
import { berthline, kioskFeeds } from '$lib/server/instance.ts';
import { formatIso, instant } from '$lib/time/instant.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => {
	const snapshot = (await berthline()).snapshot();
	const packed = (await kioskFeeds()).answer(snapshot, version);
	// A kiosk has no other clock that it can trust.
	const now = formatIso(instant(Date.now()));
	return sendColumns(request, packed, { 'cache-control': 'no-cache', 'berthline-now': now });
};
