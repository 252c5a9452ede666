import { error } from '@sveltejs/kit';
import { berthline } from '$lib/server/instance.ts';
import { waysOn } from '$lib/server/error-ways.ts';
import { eventData } from '$lib/server/event-data.ts';
import { movedPorts, pageClock, timelineData } from '$lib/server/page-data.ts';
import { cacheForAMoment, readPageView } from '$lib/server/requests.ts';
import { eventView } from '$lib/view/event-view.ts';
import { eventHeading, stayTimeText } from '$lib/view/event-words.ts';
import { quoted } from '$lib/view/parameters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, setHeaders }) => {
	depends('berthline:catalogue');
	const running = await berthline();
	const snapshot = running.snapshot();
	const view = readPageView(url, snapshot);
	const id = /^-?\d{1,16}$/.test(params.id) ? Number(params.id) : undefined;
	const ways = () => waysOn(snapshot, url);
	if (id === undefined) {
		const message = `An event’s address ends in its number, such as /events/529, not in ${quoted(params.id)}.`;
		error(400, { message, ways: ways() });
	}
	const clock = pageClock(view, snapshot);
	const data = eventData(snapshot.catalogue, id, running.document(id), clock.now);
	if (!data) {
		const message = `Berthline holds no docking event ${id}: it may be too new, or Launch Library 2 has deleted it.`;
		error(404, { message, ways: ways() });
	}
	setHeaders(cacheForAMoment);
	const zone = view.zone === 'local' ? 'UTC' : view.zone;
	const around = eventView(snapshot.catalogue, data.stay, view, clock.now);
	const { scene, span } = timelineData(snapshot, around, clock);
	return {
		...data,
		heading: eventHeading(data.stay, data, clock),
		sameCraft: data.sameCraft.map((other) => ({
			...other,
			timeText: stayTimeText(other.stay, clock, zone)
		})),
		view,
		clock,
		around: { view: around, span, scene, movedPorts: movedPorts(snapshot.catalogue, scene) }
	};
};
