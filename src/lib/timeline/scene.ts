import { sum } from 'd3';
import { plusMonths } from '../time/calendar.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import { lifeOf, type Atlas, type Lane } from '../docking/lane.ts';
import { portRank } from '../docking/known-places.ts';
import {
	inUseMonths,
	isPortInUse,
	occupancyAt,
	occupiedShare,
	portStatus,
	type Occupancy,
	type OccupancyStep,
	type PortStatus
} from '../docking/occupancy.ts';
import { lanesOf, lastStayBefore, someStayIn, type StayFilter } from '../docking/query.ts';
import { isVisiting } from '../docking/state.ts';
import type { BareStay, Host, Port } from '../docking/stay.ts';
import { shortestShownMs } from './detail.ts';
import { foldPorts, type FoldedPorts } from './folded.ts';
import type { LaneIndex } from './lane-index.ts';
import type { LaneItem } from './lane-items.ts';
import type { ViewClock } from '../docking/state.ts';

/** How the ports of a station are ordered; `front`: as people list them, from front to back. */
export type LaneOrder = 'front' | 'name' | 'first-use' | 'occupancy';

/** What a timeline is asked to show. */
export interface SceneQuery {
	readonly filter: StayFilter;
	readonly span: Span;
	readonly clock: ViewClock;
	/** `used` folds ports without a visiting craft in the view or the 24 months before it. */
	readonly ports: 'used' | 'all';
	readonly order: LaneOrder;
	/** Station ids of which only the header is wanted. */
	readonly collapsed: readonly number[];
	/** The plot's width as far as it is known, for what melts together. */
	readonly widthPx: number;
}

/** What a scene is made of, besides the atlas. */
export interface SceneSource<S extends BareStay = BareStay> {
	/** The index of the stays of a lane that are asked for, as they stand at `now`. */
	indexOf(lane: Lane<S>, now: Instant): LaneIndex;
	/** How many ports of a host were occupied over `span`, as known at `now`. */
	stepsIn(hostKey: string, span: Span, now: Instant): readonly OccupancyStep[];
}

/** All that a timeline draws, chosen from the catalogue and not yet laid out; plain data. */
export interface Scene {
	readonly span: Span;
	readonly clock: ViewClock;
	/**
	 * Active stations first, then by the number of their stays; a host that is no station only while
	 * it has a lane to show.
	 */
	readonly groups: readonly SceneGroup[];
	/** Stays on the lanes shown. */
	readonly stayCount: number;
}

/** A station, or another host, with its lanes. */
export interface SceneGroup {
	readonly host: Host;
	/** At the clock's `now`; whatever the filters. */
	readonly occupancy: Occupancy;
	readonly steps: readonly OccupancyStep[];
	readonly lastArrival?: BareStay;
	/** From its first docking to the last end known; whatever the filters. */
	readonly life?: Span & { readonly isOver: boolean };
	/** Empty when collapsed. */
	readonly lanes: readonly SceneLane[];
	readonly folded: FoldedPorts;
	readonly isCollapsed: boolean;
}

/** One port with the stays that the query shows there. */
export interface SceneLane {
	readonly port: Port;
	readonly isInUse: boolean;
	readonly status: PortStatus;
	/** Share of the span up to now in which a visiting craft was there. */
	readonly share?: number;
	readonly stayCount: number;
	readonly items: readonly LaneItem[];
}

/** What is drawn at a scene's places while it is moved about; each lane's is made when asked for. */
export interface ItemsInView {
	itemsOf(lane: SceneLane): readonly LaneItem[];
	stepsOf(group: SceneGroup): readonly OccupancyStep[];
}

interface ChosenLane {
	readonly lane: Lane;
	readonly index: LaneIndex;
	readonly stayCount: number;
	readonly isFolded: boolean;
}

/** The scene of `query`. Filters choose bars and places; a lane's status and n of m tell all. */
export function buildScene<S extends BareStay>(
	atlas: Atlas<S>,
	query: SceneQuery,
	source: SceneSource<S>
): Scene {
	const { filter, clock, span } = query;
	const rows = lanesOf(atlas, filter).map((lane): ChosenLane => {
		const index = source.indexOf(lane, clock.now);
		const stayCount = index.countStays(span, clock.now);
		return { lane, index, stayCount, isFolded: isFolded(lane, stayCount, query) };
	});
	const shortMs = shortestShownMs(
		rows.filter((row) => !row.isFolded).map((row) => row.index),
		span,
		query.widthPx
	);
	const groups = [...Map.groupBy(rows, (row) => row.lane.port.hostKey)]
		.map(([key, own]) => ({
			...buildGroup(atlas, atlas.hosts.get(key)!, own, query, shortMs),
			steps: source.stepsIn(key, span, clock.now)
		}))
		.filter(({ host, lanes }) => host.type === 'station' || lanes.length > 0)
		.sort((a, b) => compareGroups(atlas, a, b));
	const stayCount = sum(
		groups.flatMap(({ lanes }) => lanes),
		(lane) => lane.stayCount
	);
	return { span, clock, groups, stayCount };
}

/** Ids of the stations that have a port in use at `now`. */
export function activeStations(atlas: Atlas, now: Instant): number[] {
	return [...atlas.hosts.values()].flatMap((host) => {
		const lanes = atlas.lanesByHost.get(host.key) ?? [];
		const isActive = host.stationId !== undefined && lanes.some((lane) => isPortInUse(lane, now));
		return isActive ? [host.stationId!] : [];
	});
}

/** Whether `lane`, of which `stayCount` stays are found in the span, is folded away with others. */
export function isFolded(
	lane: Lane,
	stayCount: number,
	query: Pick<SceneQuery, 'ports' | 'filter' | 'span' | 'clock'>
): boolean {
	const { filter, span, clock } = query;
	if (query.ports === 'all' || filter.ports.includes(lane.port.id)) return false;
	if (filter.kinds.includes('module') && stayCount) return false;
	const wide = { from: plusMonths(span.from, -inUseMonths), to: span.to };
	return !someStayIn(lane, wide, clock.now, isVisiting);
}

function buildGroup(
	atlas: Atlas,
	host: Host,
	rows: readonly ChosenLane[],
	query: SceneQuery,
	shortMs: number
): Omit<SceneGroup, 'steps'> {
	const { clock, span } = query;
	const all = atlas.lanesByHost.get(host.key) ?? [];
	const isCollapsed = host.stationId !== undefined && query.collapsed.includes(host.stationId);
	const shown = rows.filter((row) => !row.isFolded);
	const folded = rows.filter((row) => row.isFolded);
	const lastArrival = latestArrival(all, clock.knownUntil);
	const life = lifeOf(all, clock.now);
	return {
		host,
		occupancy: occupancyAt(all, clock.now),
		...(lastArrival && { lastArrival }),
		...(life && { life: { ...life, isOver: life.to < clock.now } }),
		lanes: isCollapsed ? [] : orderRows(shown, query).map((row) => sceneLane(row, query, shortMs)),
		folded: foldPorts(
			folded.map((row) => row.lane),
			sum(folded, (row) => row.stayCount),
			span,
			clock.now
		),
		isCollapsed
	};
}

function sceneLane(
	{ lane, index, stayCount }: ChosenLane,
	{ span, clock }: SceneQuery,
	shortMs: number
): SceneLane {
	const status = portStatus(lane, clock.now);
	const share = occupiedShare(lane, span, clock.now);
	// Where a module is, nothing can dock: no share of that is told.
	const isTold = share !== undefined && !(status.holdsModule && !share);
	return {
		port: lane.port,
		isInUse: isPortInUse(lane, clock.now),
		status,
		...(isTold && { share }),
		stayCount,
		items: index.itemsIn(span, clock.now, shortMs)
	};
}

function orderRows(rows: readonly ChosenLane[], query: SceneQuery): ChosenLane[] {
	const firstUse = (row: ChosenLane) => row.lane.stays[0]?.docking ?? Infinity;
	const share = (row: ChosenLane) => occupiedShare(row.lane, query.span, query.clock.now) ?? 0;
	const byName = (a: ChosenLane, b: ChosenLane) =>
		a.lane.port.name.localeCompare(b.lane.port.name, 'en');
	const compare: Record<LaneOrder, (a: ChosenLane, b: ChosenLane) => number> = {
		name: byName,
		'first-use': (a, b) => firstUse(a) - firstUse(b) || byName(a, b),
		occupancy: (a, b) => share(b) - share(a) || byName(a, b),
		front: (a, b) => {
			const ranks = [portRank(a.lane.port.id), portRank(b.lane.port.id)] as const;
			return ranks[0] === ranks[1]
				? firstUse(a) - firstUse(b) || byName(a, b)
				: ranks[0] - ranks[1];
		}
	};
	return [...rows].sort(compare[query.order]);
}

function latestArrival(lanes: readonly Lane[], now: Instant): BareStay | undefined {
	let latest: BareStay | undefined;
	for (const lane of lanes) {
		const stay = lastStayBefore(
			lane,
			now,
			(one) => isVisiting(one) && one.movedFromId === undefined
		);
		if (stay && (!latest || stay.docking > latest.docking)) latest = stay;
	}
	return latest;
}

function compareGroups(atlas: Atlas, a: SceneGroup, b: SceneGroup): number {
	const size = (group: SceneGroup) =>
		(atlas.lanesByHost.get(group.host.key) ?? []).reduce((sum, lane) => sum + lane.stays.length, 0);
	const active = ({ host, occupancy }: SceneGroup) =>
		Number(host.type === 'station' && occupancy.inUse > 0);
	return active(b) - active(a) || size(b) - size(a) || a.host.name.localeCompare(b.host.name, 'en');
}
