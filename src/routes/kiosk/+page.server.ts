import { version } from '$app/environment';
import { berthline, kioskFeeds } from '$lib/server/instance.ts';
import { kioskStatus } from '$lib/server/kiosk-feed.ts';
import { instant } from '$lib/time/instant.ts';
import { createLaneSource } from '$lib/timeline/lane-source.ts';
import { activeStations } from '$lib/timeline/scene.ts';
import { shortened, textParameter } from '$lib/view/parameters.ts';
import { idsText, stationCalled, stationsOf } from '$lib/view/station-guess.ts';
import { dataAge, isStale } from '$lib/view/kiosk-feed.ts';
import { kioskSpan, parseKiosk } from '$lib/view/kiosk-options.ts';
import { kioskTurns, kioskView } from '$lib/view/kiosk-views.ts';
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
	const unknown = options.stations.filter((id) => !atlas.hosts.has(`station:${id}`));
	/** Of the stations that the address calls by their names, else of those in use. */
	const ids = () => {
		const stations = stationsOf(atlas.hosts.values());
		const asked = (textParameter(url.searchParams, 'station') ?? '').split(',');
		const called = [...new Set(asked.flatMap((part) => stationCalled(stations, part) ?? []))];
		const active = new Set(activeStations(atlas, now));
		return idsText(
			called.length ? called : stations.filter(({ stationId }) => active.has(stationId))
		);
	};
	const [turn] = kioskTurns(atlas, options, now);
	const source = createLaneSource(atlas, () => true, kioskSpan(options, now));
	const moment = { atlas, source, clock, room: usualRoom, widthPx: usualWidthPx };
	setHeaders({ 'cache-control': 'no-cache' });
	return {
		options,
		problems: [
			...problems.map(({ parameter, sentence, instead }) =>
				parameter === 'station' ? `${sentence} ${ids()} ${instead}` : `${sentence} ${instead}`
			),
			...(unknown.length
				? [`No docking at a station ${shortened(unknown.join(' or '))} is known here. ${ids()}`]
				: [])
		],
		now,
		status,
		app: version,
		first: turn === undefined ? undefined : kioskView(turn, options, moment)
	};
};
