import { error } from '@sveltejs/kit';
import { berthline } from '$lib/server/instance.ts';
import { pageClock } from '$lib/server/page-data.ts';
import { cacheForAMoment, readView } from '$lib/server/requests.ts';
import { stationData, stationsHeld } from '$lib/server/station-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, setHeaders }) => {
	depends('berthline:catalogue');
	const view = readView(url.searchParams);
	const snapshot = (await berthline()).snapshot();
	const id = /^\d{1,16}$/.test(params.id) ? Number(params.id) : undefined;
	if (id === undefined)
		error(400, `A station’s address ends in its number; “${params.id.slice(0, 60)}” is none.`);
	const clock = pageClock(view, snapshot);
	const data = stationData(snapshot, id, view, clock);
	if (!data) error(404, `Berthline holds no docking at a station ${id}. ${stationsHeld(snapshot)}`);
	setHeaders(cacheForAMoment);
	return { ...data, view, clock };
};
