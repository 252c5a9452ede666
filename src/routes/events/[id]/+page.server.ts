import { error } from '@sveltejs/kit';
import { berthline } from '$lib/server/instance.ts';
import { eventData } from '$lib/server/event-data.ts';
import { pageClock } from '$lib/server/page-data.ts';
import { cacheForAMoment, readView } from '$lib/server/requests.ts';
import { eventHeading, stayTimeText } from '$lib/view/event-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, setHeaders }) => {
	depends('berthline:catalogue');
	const view = readView(url.searchParams);
	const running = await berthline();
	const snapshot = running.snapshot();
	const id = /^-?\d{1,16}$/.test(params.id) ? Number(params.id) : undefined;
	if (id === undefined)
		error(400, `An event’s address ends in its number; “${params.id.slice(0, 60)}” is none.`);
	const clock = pageClock(view, snapshot);
	const data = eventData(snapshot.catalogue, id, running.document(id), clock.now);
	if (!data)
		error(404, `Berthline holds no docking event ${id}. It may be new, or deleted upstream.`);
	setHeaders(cacheForAMoment);
	const zone = view.zone === 'local' ? 'UTC' : view.zone;
	return {
		...data,
		heading: eventHeading(data.stay, data, clock),
		sameCraft: data.sameCraft.map((other) => ({
			...other,
			timeText: stayTimeText(other.stay, clock, zone)
		})),
		view,
		clock
	};
};
