import { error } from '@sveltejs/kit';
import { waysOfStation } from '$lib/server/error-ways.ts';
import { berthline } from '$lib/server/instance.ts';
import { pageClock } from '$lib/server/page-data.ts';
import { cacheForAMoment, readPageView } from '$lib/server/requests.ts';
import { stationData } from '$lib/server/station-data.ts';
import { quoted } from '$lib/view/parameters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, setHeaders }) => {
	depends('berthline:catalogue');
	const snapshot = (await berthline()).snapshot();
	const view = readPageView(url, snapshot);
	const id = /^\d{1,16}$/.test(params.id) ? Number(params.id) : undefined;
	const ways = () => waysOfStation(snapshot, url, params.id);
	if (id === undefined) {
		const message = `A station’s address ends in its number, such as /stations/4, not in ${quoted(params.id)}.`;
		error(400, { message, ways: ways() });
	}
	const clock = pageClock(view, snapshot);
	const data = stationData(snapshot, id, view, clock);
	if (!data) {
		const next = ways();
		const advice = next.lists.length ? 'Choose one below.' : 'It holds none yet.';
		error(404, { message: `Berthline holds no docking at a station ${id}. ${advice}`, ways: next });
	}
	setHeaders(cacheForAMoment);
	return { ...data, view, clock };
};
