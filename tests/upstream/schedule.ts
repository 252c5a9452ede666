import { bisector } from 'd3';
import type { PortId } from './documents/stations.ts';
import { series, visitors, type Series } from './fleet.ts';
import type { Random } from './random.ts';

/** One visit as the generator plans it: whole minutes, no two at once at one physical port. */
export interface Visit {
	readonly portId: PortId;
	readonly series: Series;
	readonly dockingMs: number;
	/** Undefined while docked. */
	readonly departureMs?: number;
	/** Visits of one flight share this; a relocation makes two. */
	readonly flight: symbol;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const stations: readonly (readonly PortId[])[] = [
	[1, 2, 3, 13, 19, 21, 30, 42],
	[32, 33, 41]
];

/** What eleven ports hold in 27 years at the pace of real flights; more visits are shorter ones. */
const visitsAtRealPace = 650;
const shareOfRelocations = 0.04;
const shareOfEmptyPorts = 0.3;
const moveMs = 40 * minuteMs;
/** Room for the first part of a relocation, the move, and something after it. */
const leastRoomMs = 5 * moveMs;

/**
 * `count` visits up to `untilMs`, by docking; about a third of the ports of each station are empty
 * at the end, and about one visit in 25 goes on at another port.
 */
export function planVisits(count: number, untilMs: number, random: Random): Visit[] {
	const pace = Math.min(1, visitsAtRealPace / Math.max(count, 1));
	const ports = stations.flatMap((portIds) => {
		const emptyCount = Math.round(portIds.length * shareOfEmptyPorts);
		return random
			.shuffle(portIds)
			.map((portId, index) =>
				portPlan(portId, untilMs, { isEmpty: index < emptyCount, pace, random })
			);
	});
	const visits: Visit[] = [];
	const baseCount = count - Math.floor(count * shareOfRelocations);
	while (visits.length < baseCount) visits.push(latestNext(ports).take());
	addRelocations(visits, count, random);
	while (visits.length < count) visits.push(latestNext(ports).take());
	return visits.sort((a, b) => a.dockingMs - b.dockingMs || a.portId - b.portId);
}

interface PortPlan {
	/** When the visit that `take` gives next begins. */
	readonly nextDockingMs: () => number;
	readonly take: () => Visit;
}

/** One port's visits, the latest first. */
function portPlan(
	portId: PortId,
	untilMs: number,
	{ isEmpty, pace, random }: { isEmpty: boolean; pace: number; random: Random }
): PortPlan {
	const comers = visitors.get(portId) ?? [series.progress];
	const days = (least: number, most: number) =>
		Math.max(2, Math.round((random.between(least, most) * pace * dayMs) / minuteMs)) * minuteMs;
	const nextVisit = (endMs: number, isOpen: boolean): Visit => {
		const comer = random.pick(comers);
		const stayMs = isOpen ? days(5, 120) : days(...comer.stayDays);
		const departure = isOpen ? {} : { departureMs: endMs };
		return { portId, series: comer, dockingMs: endMs - stayMs, ...departure, flight: Symbol() };
	};
	let next = nextVisit(isEmpty ? untilMs - days(2, 40) : untilMs, !isEmpty);
	return {
		nextDockingMs: () => next.dockingMs,
		take: () => {
			const taken = next;
			next = nextVisit(taken.dockingMs - days(3, 45), false);
			return taken;
		}
	};
}

function latestNext(ports: readonly PortPlan[]): PortPlan {
	return ports.reduce((best, port) => (port.nextDockingMs() > best.nextDockingMs() ? port : best));
}

const byDocking = bisector((visit: Visit) => visit.dockingMs);

/** Splits visits in two until there are `count`: the craft docks elsewhere first, then moves. */
function addRelocations(visits: Visit[], count: number, random: Random): void {
	const lanes = Map.groupBy(
		visits.toSorted((a, b) => a.dockingMs - b.dockingMs),
		(visit) => visit.portId
	);
	for (const index of random.shuffle([...visits.keys()])) {
		const visit = visits[index];
		if (visits.length >= count || !visit) return;
		const first = firstPart(visit, lanes, random);
		const [from, to] = [lanes.get(first?.portId ?? visit.portId), lanes.get(visit.portId)];
		if (!first || !from || !to) continue;
		const moved = { ...visit, dockingMs: (first.departureMs ?? 0) + moveMs };
		to[byDocking.left(to, visit.dockingMs)] = moved;
		from.splice(byDocking.left(from, first.dockingMs), 0, first);
		visits[index] = moved;
		visits.push(first);
	}
}

/** The part of a visit that another port of its station has room for, at its beginning. */
function firstPart(
	visit: Visit,
	lanes: ReadonlyMap<PortId, readonly Visit[]>,
	random: Random
): Visit | undefined {
	const { portId: ownPort, dockingMs, departureMs } = visit;
	if (departureMs === undefined) return undefined;
	const neighbours = stations.find((ports) => ports.includes(ownPort)) ?? [];
	for (const portId of random.shuffle(neighbours.filter((id) => id !== ownPort))) {
		const roomMs = Math.min(freeUntil(lanes.get(portId) ?? [], dockingMs), departureMs) - dockingMs;
		if (roomMs < leastRoomMs) continue;
		const stayMs = Math.round((roomMs * random.between(0.3, 0.6)) / minuteMs) * minuteMs;
		return { ...visit, portId, departureMs: dockingMs + stayMs };
	}
	return undefined;
}

/** When the next visit of a lane begins; `atMs` itself when one is there then. */
function freeUntil(lane: readonly Visit[], atMs: number): number {
	const index = byDocking.right(lane, atMs);
	const { departureMs = Infinity } = lane[index - 1] ?? { departureMs: -Infinity };
	return departureMs >= atMs ? atMs : (lane[index]?.dockingMs ?? Infinity);
}
