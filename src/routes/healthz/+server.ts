import { json } from '@sveltejs/kit';
import { healthOf } from '$lib/server/health.ts';
import { berthline } from '$lib/server/instance.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(healthOf((await berthline()).snapshot()), { headers: { 'cache-control': 'no-store' } });
