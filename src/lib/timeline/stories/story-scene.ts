import { buildAtlas, buildLane } from '../../docking/lane.ts';
import { occupancySteps } from '../../docking/occupancy.ts';
import { everyStay } from '../../docking/query.ts';
import type { BareStay, Host, Kind, PortAlias } from '../../docking/stay.ts';
import { isBareDate, parseInstant, type Instant } from '../../time/instant.ts';
import { indexLane } from '../lane-index.ts';
import { buildScene, type Scene } from '../scene.ts';

/** A stay of a story; times as ISO 8601, a bare date where the hour is not known. */
export interface StoryStay {
	readonly craft: string;
	readonly kind?: Kind;
	readonly docking: string;
	readonly departure?: string;
	/** By then it had gone; without a departure. */
	readonly lostAt?: string;
	/** The craft goes on to, or came from, another port: the same word at both of its stays. */
	readonly moves?: string;
}

export interface StoryPort {
	readonly name: string;
	readonly aliases?: readonly PortAlias[];
	readonly stays: readonly StoryStay[];
}

/** What a story shows: one station from April to October 2026, seen on 1 August. */
export interface StoryScene {
	readonly ports: readonly StoryPort[];
	readonly from?: string;
	readonly to?: string;
	readonly now?: string;
	/** The date of the data, when it is older than `now`. */
	readonly knownUntil?: string;
	readonly host?: Host;
	readonly showsAllPorts?: boolean;
	readonly isCollapsed?: boolean;
}

const station: Host = {
	key: 'station:1',
	type: 'station',
	stationId: 1,
	name: 'Story Station',
	shortName: 'Story'
};

/** Asserts that `text` is an ISO 8601 date or instant. */
function at(text: string): Instant {
	const parsed = parseInstant(text);
	if (parsed === undefined) throw new Error(`a story has a time that is none: ${text}`);
	return parsed;
}

/** The scene of a story, for a plot about 1000 px wide. */
export function storyScene(story: StoryScene): Scene {
	const { from = '2026-04-01', to = '2026-10-01', now = '2026-08-01', knownUntil = now } = story;
	const host = story.host ?? station;
	const stays = linked(story.ports.flatMap((port, index) => staysOf(port, index + 1, host)));
	const lanes = story.ports.map(({ name, aliases = [] }, index) => {
		const id = index + 1;
		const own = stays.filter((stay) => stay.portId === id);
		return buildLane({ id, name, hostKey: host.key, aliases }, own);
	});
	const clock = { now: at(now), knownUntil: at(knownUntil) };
	return buildScene(
		buildAtlas(new Map([[host.key, host]]), lanes),
		{
			filter: everyStay,
			span: { from: at(from), to: at(to) },
			clock,
			ports: story.showsAllPorts ? 'all' : 'used',
			order: 'front',
			collapsed: story.isCollapsed && host.stationId !== undefined ? [host.stationId] : [],
			widthPx: 1000
		},
		{
			indexOf: (lane, instant) => indexLane(lane.stays, instant),
			stepsIn: (_, span, instant) => occupancySteps(lanes, span, instant)
		}
	);
}

interface Told {
	readonly stay: BareStay;
	readonly moves: string | undefined;
}

function staysOf(port: StoryPort, portId: number, host: Host): Told[] {
	return port.stays.map((told, index) => ({
		stay: {
			id: portId * 10_000 + index + 1,
			craft: told.craft,
			kind: told.kind ?? 'cargo',
			portId,
			hostKey: host.key,
			...(host.stationId !== undefined && { stationId: host.stationId }),
			docking: at(told.docking),
			dockingPrecision: isBareDate(told.docking) ? 'day' : 'instant',
			...(told.departure !== undefined && { departure: at(told.departure) }),
			departurePrecision: isBareDate(told.departure ?? '') ? 'day' : 'instant',
			...(told.lostAt !== undefined && { lostAt: at(told.lostAt) })
		},
		moves: told.moves
	}));
}

/** The stays by docking, those of one craft that moved linked to each other. */
function linked(told: readonly Told[]): BareStay[] {
	const inOrder = told.toSorted((a, b) => a.stay.docking - b.stay.docking || a.stay.id - b.stay.id);
	return inOrder.map(({ stay, moves }, index) => {
		const isSame = (one: Told) => moves !== undefined && one.moves === moves;
		const before = inOrder.slice(0, index).findLast(isSame);
		const after = inOrder.slice(index + 1).find(isSame);
		return {
			...stay,
			...(before && { movedFromId: before.stay.id }),
			...(after && { movedToId: after.stay.id })
		};
	});
}
