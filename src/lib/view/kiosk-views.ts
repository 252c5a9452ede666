import { least } from 'd3';
import type { Atlas, Lane } from '../docking/lane.ts';
import { occupancyAt, type Occupancy } from '../docking/occupancy.ts';
import { everyStay } from '../docking/query.ts';
import type { BareStay, Host } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import { chooseLanes } from '../timeline/choose-lanes.ts';
import { laneWords } from '../timeline/lane-words.ts';
import {
	activeStations,
	buildScene,
	type Scene,
	type SceneLane,
	type SceneSource
} from '../timeline/scene.ts';
import type { ViewClock } from '../docking/state.ts';
import { kioskSpan, type KioskOptions } from './kiosk-options.ts';
import { withinLimits } from './limits.ts';
import { lastMovements, type Movement } from './movements.ts';

/** What a kiosk's screen can show: a station, or all of them as they are now. */
export type KioskTurn = number | 'all';

/** The views that take turns at `now`: each station, and all of them when there are several. */
export function kioskTurns(atlas: Atlas, options: KioskOptions, now: Instant): KioskTurn[] {
	const known = options.stations.filter((id) => atlas.hosts.has(`station:${id}`));
	const stations = known.length ? known : byStays(atlas, activeStations(atlas, now));
	return stations.length > 1 ? [...stations, 'all'] : stations;
}

/** A craft and where it docked, or will. */
export interface PlacedStay {
	readonly stay: BareStay;
	readonly port: string;
}

/** One station on a kiosk, as plain data. */
export interface StationView {
	readonly type: 'station';
	readonly host: Host;
	/** As far as it is known. */
	readonly occupancy: Occupancy;
	/** Of this station alone, with as many lanes as there is room for. */
	readonly scene: Scene;
	/** Ports that would be shown if there were room. */
	readonly more: number;
	/** The last arrival that is known. */
	readonly last?: PlacedStay;
	/** The first docking that is planned. */
	readonly next?: PlacedStay;
	/** What came and went last, as far as it is known, the latest first; more than a screen has room for. */
	readonly movements: readonly Movement[];
}

/** The most movements that a screen is given. */
const mostMovements = 12;

/** All stations now, as plain data. */
export interface AllView {
	readonly type: 'all';
	/** Those with a port in use, if there are any; not more than a screen holds. */
	readonly stations: readonly StationNow[];
	/** Stations that would be shown if there were room. */
	readonly more: number;
}

/** The most stations that are shown at once. */
const mostStations = 4;

export interface StationNow {
	readonly host: Host;
	/** As far as it is known. */
	readonly occupancy: Occupancy;
	/** Its ports in use, as many as there is room for. */
	readonly ports: readonly PortNow[];
	readonly more: number;
}

export interface PortNow {
	readonly id: number;
	readonly name: string;
	/** Craft docked there: mostly one. */
	readonly docked: readonly BareStay[];
	/** `6 d 12 h`, `empty 74 d`. */
	readonly status: string;
}

export type KioskView = StationView | AllView;

/** What is known when a view is made. */
export interface KioskMoment {
	readonly atlas: Atlas;
	readonly source: SceneSource;
	readonly clock: ViewClock;
	/** How many ports there is room for. */
	readonly room: number;
	/** The plot's width in px at a 16 px root, for what melts together. */
	readonly widthPx: number;
}

/** The view of `turn`; a station without any stay is an empty one. */
export function kioskView(
	turn: KioskTurn,
	options: KioskOptions,
	moment: KioskMoment
): KioskView | undefined {
	if (turn === 'all') return allView(options, moment);
	const { atlas, source, clock, widthPx } = moment;
	const scene = buildScene(
		atlas,
		{
			filter: { ...everyStay, stations: [turn] },
			span: withinLimits(kioskSpan(options, clock.now)),
			clock,
			ports: 'used',
			order: 'front',
			collapsed: [],
			widthPx
		},
		source
	);
	const group = scene.groups[0];
	if (!group) return undefined;
	const { host, lastArrival } = group;
	const lanes = chooseLanes(group.lanes, moment.room);
	const all = atlas.lanesByHost.get(host.key) ?? [];
	const next = nextPlanned(all, clock.now);
	return {
		type: 'station',
		host,
		occupancy: occupancyAt(all, clock.knownUntil),
		scene: { ...scene, groups: [{ ...group, lanes }] },
		more: group.lanes.length - lanes.length,
		...(lastArrival && { last: placed(atlas, lastArrival) }),
		...(next && { next: placed(atlas, next) }),
		movements: lastMovements(all, scene.span, clock.knownUntil, mostMovements)
	};
}

function allView(options: KioskOptions, moment: KioskMoment): AllView {
	const { atlas, clock, room } = moment;
	const turns = kioskTurns(atlas, options, clock.now).filter((turn) => turn !== 'all');
	const stations = turns.flatMap((id): StationNow[] => {
		const host = atlas.hosts.get(`station:${id}`);
		if (!host) return [];
		const view = kioskView(id, options, { ...moment, room: Infinity });
		if (view?.type !== 'station') return [];
		const inUse = view.scene.groups[0]!.lanes.filter((lane) => lane.isInUse);
		const shown = chooseLanes(inUse, room);
		return [
			{
				host,
				occupancy: view.occupancy,
				ports: shown.map((lane) => portNow(lane, clock)),
				more: inUse.length - shown.length
			}
		];
	});
	const active = stations.filter(({ occupancy }) => occupancy.inUse > 0);
	const shown = active.length ? active : stations;
	const more = Math.max(0, shown.length - mostStations);
	return { type: 'all', stations: shown.slice(0, mostStations), more };
}

function portNow(lane: SceneLane, clock: ViewClock): PortNow {
	const { id, name } = lane.port;
	return { id, name, docked: lane.status.docked, status: laneWords(lane, clock).status };
}

function nextPlanned(lanes: readonly Lane[], now: Instant): BareStay | undefined {
	const planned = lanes.flatMap(({ stays }) => stays.find((stay) => stay.docking > now) ?? []);
	return least(planned, (stay) => stay.docking);
}

function placed(atlas: Atlas, stay: BareStay): PlacedStay {
	return { stay, port: atlas.lanes.get(stay.portId)?.port.name ?? '' };
}

function byStays(atlas: Atlas, stations: readonly number[]): number[] {
	const size = (id: number) =>
		(atlas.lanesByHost.get(`station:${id}`) ?? []).reduce(
			(sum, lane) => sum + lane.stays.length,
			0
		);
	return [...stations].sort((a, b) => size(b) - size(a));
}
