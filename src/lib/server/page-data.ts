import type { Catalogue } from '../docking/catalogue.ts';
import { dockedSteps, occupancyAt, occupancySteps } from '../docking/occupancy.ts';
import { lifeOf } from '../docking/lane.ts';
import { lanesOf, queryStays, stayTest, type StayFilter } from '../docking/query.ts';
import type { ViewClock } from '../docking/state.ts';
import { bareStay, type Agency } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { indexLane } from '../timeline/lane-index.ts';
import { indexSteps } from '../timeline/step-index.ts';
import { layoutOverview, type OverviewLayout } from '../timeline/overview.ts';
import { activeStations, buildScene, type Scene } from '../timeline/scene.ts';
import { tableRows, type TableRow } from '../view/table-rows.ts';
import { atAnyTime, elsewhereOf, type AtAnyTime, type Elsewhere } from '../view/elsewhere.ts';
import { filterText } from '../view/filter-words.ts';
import { titleOf, type TitleMoment } from '../view/title.ts';
import { placedFilter, viewSpan, wholeLife, wholeRange } from '../view/view-span.ts';
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
	/** What was chosen of the stays, in words; empty when nothing was. */
	readonly filterText: string;
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
	/** All data of the places shown, now and the span, with a margin: as far as a reader can go. */
	readonly range: Span;
	/** How many craft were docked at the places shown, over all of it. */
	readonly overview: OverviewLayout;
	/** Names of ports by the id of a stay there, for relocations that lead out of the view. */
	readonly movedPorts: Readonly<Record<number, string>>;
	/** Stays that match, at stations that are not shown. */
	readonly elsewhere: readonly Elsewhere[];
	/** Where nothing matches in the span: what does at another time, if anything. */
	readonly atAnyTime?: AtAnyTime;
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

/** The clock of a view: its own `now` where the address freezes it, else the server's. */
export function pageClock(view: View, snapshot: Snapshot): ViewClock {
	const now = view.now ?? snapshot.minute;
	const isOld = now - snapshot.updated > snapshot.staleAfterMs;
	return { now, knownUntil: isOld ? snapshot.updated : now };
}

/** The width that stays melt together at while the true one is unknown, in px. */
const assumedWidthPx = 1280;

/** The timeline of a view, and what it is called; what a picture needs of the data of `/`. */
export function timelineData({ catalogue }: Snapshot, view: View, clock: ViewClock) {
	const filter = placedFilter(catalogue, view.filter, clock.now);
	const span = viewSpan(catalogue, view, clock.now);
	return {
		span,
		scene: sceneOf(catalogue, view, filter, span, clock),
		title: titleOf(catalogue, filter, titleMoment(view, clock))
	};
}

/** The data of `/` for one view; pure but for what the arguments hold. */
export function pageData(snapshot: Snapshot, view: View, clock: ViewClock): PageData {
	const { catalogue } = snapshot;
	const { now } = clock;
	const filter = placedFilter(catalogue, view.filter, now);
	const span = viewSpan(catalogue, view, now);
	const lanes = lanesOf(catalogue, filter);
	const test = stayTest(catalogue, filter, now);
	const stays = queryStays(lanes, test, span, now);
	const lived = lifeOf(lanes, now);
	const life = lived && wholeLife(lived);
	const range = wholeRange(life ?? catalogue.extent, span, now);
	const otherTimes = stays.length ? undefined : atAnyTime(catalogue, view, test, now);
	const scene = view.mode === 'table' ? undefined : sceneOf(catalogue, view, filter, span, clock);
	return {
		view,
		now,
		isFrozen: view.now !== undefined,
		span,
		title: titleOf(catalogue, filter, titleMoment(view, clock)),
		filterText: filterText(catalogue, view.filter),
		stayCount: stays.length,
		shownCount: scene ? scene.stayCount : stays.length,
		...(scene ? { scene } : { rows: tableRows(catalogue, stays, view.sort, now) }),
		stations: stationChoices(catalogue, view, now),
		agencies: catalogue.agencies,
		...(life && { life }),
		movedPorts: scene ? movedPorts(catalogue, scene) : {},
		range,
		overview: layoutOverview({ steps: dockedSteps(lanes, range, now), range, now, zone: 'UTC' }),
		elsewhere: elsewhereOf(catalogue, {
			view,
			placed: filter,
			countIn: (lane) => queryStays([lane], test, span, now).length
		}),
		...(otherTimes && { atAnyTime: otherTimes })
	};
}

function titleMoment(view: View, { now, knownUntil }: ViewClock): TitleMoment {
	return { at: knownUntil, isNow: view.now === undefined && knownUntil === now };
}

function sceneOf(
	catalogue: Catalogue,
	view: View,
	filter: StayFilter,
	span: Span,
	clock: ViewClock
): Scene {
	const { ports, order, collapsed } = view;
	const query = { filter, span, clock, ports, order, collapsed, widthPx: assumedWidthPx };
	const test = stayTest(catalogue, filter, clock.now);
	const scene = buildScene(catalogue, query, {
		indexOf: (lane, now) => indexLane(lane.stays.filter(test), now),
		stepsIn(hostKey, within, now) {
			const steps = occupancySteps(catalogue.lanesByHost.get(hostKey) ?? [], within, now);
			return indexSteps(steps).stepsIn(within);
		}
	});
	return withBareStays(scene);
}

/** What the timeline needs of each stay, and no more: the rest is asked for when a reader does. */
function withBareStays(scene: Scene): Scene {
	const groups = scene.groups.map(({ lastArrival, lanes, ...group }) => ({
		...group,
		...(lastArrival && { lastArrival: bareStay(lastArrival) }),
		lanes: lanes.map((lane) => ({
			...lane,
			status: { ...lane.status, docked: lane.status.docked.map(bareStay) },
			items: lane.items.map((item) =>
				item.type === 'stay' ? { ...item, stay: bareStay(item.stay) } : item
			)
		}))
	}));
	return { ...scene, groups };
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

/** Names of ports that relocations of a scene's stays lead from or to, by the other stay's id. */
export function movedPorts(catalogue: Catalogue, { groups }: Scene): Record<number, string> {
	const names: Record<number, string> = {};
	const items = groups.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.items));
	for (const item of items) {
		if (item.type !== 'stay') continue;
		for (const id of [item.stay.movedFromId, item.stay.movedToId]) {
			const other = id === undefined ? undefined : catalogue.stayById.get(id);
			if (other) names[other.id] = catalogue.lanes.get(other.portId)?.port.name ?? '';
		}
	}
	return names;
}
