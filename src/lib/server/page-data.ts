import type { Catalogue } from '../docking/catalogue.ts';
import { occupancyAt } from '../docking/occupancy.ts';
import { lanesOf, queryStays, stayTest, type StayFilter } from '../docking/query.ts';
import type { Agency, Stay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { activeStations, buildScene, type Scene } from '../timeline/scene.ts';
import type { ViewClock } from '../timeline/segments.ts';
import { tableRows, type TableRow } from '../view/table-rows.ts';
import { titleOf } from '../view/title.ts';
import { lifeOf, placedFilter, viewSpan } from '../view/view-span.ts';
import type { View } from '../view/view.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that `/` shows, as plain data. */
export interface PageData {
	readonly view: View;
	/** The instant the view stands at; `isFrozen` when the address says so. */
	readonly now: Instant;
	readonly isFrozen: boolean;
	readonly span: Span;
	readonly title: string;
	/** Stays that match in the span, and how many of them stand on lanes or rows. */
	readonly stayCount: number;
	readonly shownCount: number;
	/** Undefined in the table's view, as `rows` is in the timeline's. */
	readonly scene?: Scene;
	readonly rows?: readonly TableRow[];
	readonly stations: readonly StationChoice[];
	readonly agencies: readonly Agency[];
	/** From the first docking to the last departure at the places shown. */
	readonly life?: Span;
	/** Names of ports by the id of a stay there, for relocations that lead out of the view. */
	readonly movedPorts: Readonly<Record<number, string>>;
	/** Stays that match, at stations that are not shown. */
	readonly elsewhere: readonly {
		readonly id: number | 'other';
		readonly name: string;
		readonly stays: number;
	}[];
}

/** A station that can be chosen. */
export interface StationChoice {
	readonly id: number;
	readonly name: string;
	readonly shortName: string;
	readonly isActive: boolean;
	readonly isChosen: boolean;
	/** `5/8`; empty for a station that is gone. */
	readonly badge: string;
}

/** When the view's clock stands, and until when the data are known then. */
export interface PageClock {
	readonly now: Instant;
	/** The data's own date when they are too old to speak for `now`, else `now`. */
	readonly knownUntil: Instant;
}

/** The clock of a view: its own `now` where the address freezes it, else the server's. */
export function pageClock(view: View, snapshot: Snapshot): PageClock {
	const now = view.now ?? snapshot.minute;
	const isOld = now - snapshot.updated > snapshot.staleAfterMs;
	return { now, knownUntil: isOld ? snapshot.updated : now };
}

/** The data of `/` for one view; pure but for what the arguments hold. */
export function pageData(snapshot: Snapshot, view: View, clock: PageClock): PageData {
	const { catalogue } = snapshot;
	const { now } = clock;
	const filter = placedFilter(catalogue, view.filter, now);
	const span = viewSpan(catalogue, view, now);
	const lanes = lanesOf(catalogue, filter);
	const test = stayTest(catalogue, filter, now);
	const stays = queryStays(lanes, test, span, now);
	const life = lifeOf(lanes, now);
	const scene = view.mode === 'table' ? undefined : sceneOf(catalogue, view, filter, span, clock);
	const moment = {
		at: clock.knownUntil,
		isNow: view.now === undefined && clock.knownUntil === now
	};
	return {
		view,
		now,
		isFrozen: view.now !== undefined,
		span,
		title: titleOf(catalogue, filter, moment),
		stayCount: stays.length,
		shownCount: scene ? scene.stayCount : stays.length,
		...(scene ? { scene } : { rows: tableRows(catalogue, stays, view.sort, now) }),
		stations: stationChoices(catalogue, view, now),
		agencies: catalogue.agencies,
		...(life && { life }),
		movedPorts: movedPorts(catalogue, stays),
		elsewhere: elsewhere(catalogue, view, filter, span, now)
	};
}

function sceneOf(
	catalogue: Catalogue,
	view: View,
	filter: StayFilter,
	span: Span,
	clock: ViewClock
): Scene {
	const { ports, order, collapsed } = view;
	const query = { filter, span, clock, ports, order, collapsed };
	return buildScene(catalogue, query, stayTest(catalogue, filter, clock.now));
}

function stationChoices(catalogue: Catalogue, view: View, now: Instant): StationChoice[] {
	const active = new Set(activeStations(catalogue, now));
	const size = (key: string) =>
		(catalogue.lanesByHost.get(key) ?? []).reduce((sum, lane) => sum + lane.stays.length, 0);
	return [...catalogue.hosts.values()]
		.filter((host) => host.stationId !== undefined)
		.sort((a, b) => size(b.key) - size(a.key))
		.map((host) => {
			const id = host.stationId!;
			const { occupied, inUse } = occupancyAt(catalogue.lanesByHost.get(host.key) ?? [], now);
			return {
				id,
				name: host.name,
				shortName: host.shortName,
				isActive: active.has(id),
				isChosen: view.filter.stations.includes(id),
				badge: active.has(id) ? `${occupied}/${inUse}` : ''
			};
		});
}

function movedPorts(catalogue: Catalogue, stays: readonly Stay[]): Record<number, string> {
	const names: Record<number, string> = {};
	for (const stay of stays) {
		for (const id of [stay.movedFromId, stay.movedToId]) {
			const other = id === undefined ? undefined : catalogue.stayById.get(id);
			if (other) names[other.id] = catalogue.lanes.get(other.portId)?.port.name ?? '';
		}
	}
	return names;
}

/** Only where a reader asked for something: a search, a kind, an agency or a span. */
function elsewhere(
	catalogue: Catalogue,
	view: View,
	placed: StayFilter,
	span: Span,
	now: Instant
): PageData['elsewhere'] {
	const asked = view.filter;
	const hasAskedSpan = view.from !== undefined || view.to !== undefined;
	const hasAsked = asked.text || asked.kinds.length || asked.agencies.length || hasAskedSpan;
	if (!hasAsked || asked.stations.length || asked.ports.length) return [];
	const counts = new Map<number | 'other', number>();
	const test = stayTest(catalogue, asked, now);
	for (const stay of queryStays(lanesOf(catalogue, asked), test, span, now)) {
		const id = stay.stationId ?? 'other';
		if (placed.stations.includes(id)) continue;
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return [...counts]
		.map(([id, stays]) => ({
			id,
			name:
				id === 'other'
					? 'craft that are no station'
					: (catalogue.hosts.get(`station:${id}`)?.name ?? ''),
			stays
		}))
		.sort((a, b) => b.stays - a.stays);
}
