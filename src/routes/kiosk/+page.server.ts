import { version } from '$app/environment';
import { berthline, kioskFeeds } from '$lib/server/instance.ts';
import { kioskStatus } from '$lib/server/kiosk-feed.ts';
import { instant } from '$lib/time/instant.ts';
import { createLaneSource } from '$lib/timeline/lane-source.ts';
import { activeStations } from '$lib/timeline/scene.ts';
import { dataAge, isStale } from '$lib/view/kiosk-feed.ts';
import { kioskSpan, parseKiosk } from '$lib/view/kiosk-options.ts';
import { kioskProblemTexts } from '$lib/view/kiosk-problems.ts';
import { kioskTurns, kioskView } from '$lib/view/kiosk-views.ts';
import { stationsOf } from '$lib/view/station-guess.ts';
import type { PageServerLoad } from './$types';

/** Ports that a landscape screen has room for: until a script has measured, this holds. */
const usualRoom = 11;
const usualWidthPx = 640;

export const load: PageServerLoad = async ({ url, setHeaders }) => {
	const { options, problems } = parseKiosk(url.searchParams);
	const snapshot = (await berthline()).snapshot();
	const atlas = (await kioskFeeds()).atlas(snapshot);
	const now = options.now ?? instant(Date.now());
	const status = kioskStatus(snapshot);
	const { clock } = dataAge({ status, now, isOld: isStale(status) });
	const missing = options.stations.filter((id) => !atlas.hosts.has(`station:${id}`));
	const [turn] = kioskTurns(atlas, options, now);
	const source = createLaneSource(atlas, () => true, kioskSpan(options, now));
	const moment = { atlas, source, clock, room: usualRoom, widthPx: usualWidthPx };
	setHeaders({ 'cache-control': 'no-cache' });
	return {
		options,
		problems: kioskProblemTexts(problems, missing, {
			query: url.searchParams,
			stations: stationsOf(atlas.hosts.values()),
			active: new Set(activeStations(atlas, now))
		}),
		now,
		status,
		app: version,
		first: turn === undefined ? undefined : kioskView(turn, options, moment)
	};
};
