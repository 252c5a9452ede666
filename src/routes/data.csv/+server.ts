import { version } from '$app/environment';
import { berthline, serverLog } from '$lib/server/instance.ts';
import { readView } from '$lib/server/requests.ts';
import { sendData } from '$lib/server/send-data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, url }) => {
	const view = readView(url.searchParams);
	const snapshot = (await berthline()).snapshot();
	const log = await serverLog();
	return sendData(request, 'csv', { view, snapshot, version, env: process.env, log });
};
