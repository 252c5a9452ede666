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

/** Splits visits in two until there are `count`: the craft docks elsewhere first, then moves. */
function addRelocations(visits: Visit[], count: number, random: Random): void {
	const byPort = Map.groupBy(visits, (visit) => visit.portId);
	for (const visit of random.shuffle(visits)) {
		if (visits.length >= count) return;
		const first = firstPart(visit, byPort, random);
		if (!first) continue;
		visits.push(first);
		byPort.get(first.portId)?.push(first);
		const moved = { ...visit, dockingMs: (first.departureMs ?? 0) + 40 * minuteMs };
		visits[visits.indexOf(visit)] = moved;
		const lane = byPort.get(visit.portId) ?? [];
		lane[lane.indexOf(visit)] = moved;
	}
}

/** The part of a visit that another port of its station has room for, at its beginning. */
function firstPart(
	visit: Visit,
	byPort: ReadonlyMap<PortId, readonly Visit[]>,
	random: Random
): Visit | undefined {
	const neighbours = stations.find((ports) => ports.includes(visit.portId)) ?? [];
	const leastMs = Math.min(3 * dayMs, 200 * minuteMs);
	for (const portId of random.shuffle(neighbours)) {
		if (portId === visit.portId || visit.departureMs === undefined) continue;
		const lane = byPort.get(portId) ?? [];
		const isTaken = lane.some(
			(other) =>
				other.dockingMs <= visit.dockingMs && (other.departureMs ?? Infinity) >= visit.dockingMs
		);
		if (isTaken) continue;
		const nextMs = Math.min(
			...lane.map((other) => other.dockingMs).filter((at) => at > visit.dockingMs),
			visit.departureMs
		);
		const roomMs = nextMs - visit.dockingMs;
		if (roomMs < leastMs) continue;
		const stayMs = Math.round((roomMs * random.between(0.3, 0.6)) / minuteMs) * minuteMs;
		return { ...visit, portId, departureMs: visit.dockingMs + stayMs };
	}
	return undefined;
}
