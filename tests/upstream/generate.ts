import { spacecraftFlight, type CraftPlan } from './documents/craft.ts';
import { dockingEvent, type FullEvent } from './documents/event.ts';
import { isoSecond } from './documents/parts.ts';
import { payloadFlight } from './documents/payloads.ts';
import { stationPort } from './documents/stations.ts';
import { createRandom, type Random } from './random.ts';
import { planVisits, type Visit } from './schedule.ts';

export type { FullEvent } from './documents/event.ts';

/** What to generate; the same options always give the same documents. */
export interface GenerateOptions {
	/** 650, about what Launch Library 2 holds. */
	readonly count?: number;
	readonly seed?: number;
	/** ISO 8601; the latest docking is before it, and who has not departed by then is docked. */
	readonly until?: string;
}

/** The instant up to which documents are generated when no other is given. */
export const defaultUntil = '2026-10-08T00:00:00Z';

const hourMs = 3_600_000;

/**
 * Detailed documents of visits to two stations, with ids from 1 by docking. They share parts and
 * are frozen: change a `structuredClone`.
 */
export function generateEvents(options: GenerateOptions = {}): FullEvent[] {
	const { count = 650, seed = 1, until = defaultUntil } = options;
	const random = createRandom(seed);
	const visits = planVisits(count, Date.parse(until), random);
	const crafts = planCrafts(visits, random);
	return visits.map((visit, index) => freeze(eventOf(index + 1, visit, crafts)));
}

/** What each flight is: numbered within its series by its first docking. */
function planCrafts(visits: readonly Visit[], random: Random): Map<symbol, CraftPlan> {
	const crafts = new Map<symbol, CraftPlan>();
	const numbers = new Map<string, number>();
	for (const [flight, parts] of Map.groupBy(visits, (visit) => visit.flight)) {
		const first = parts[0];
		if (!first) continue;
		const { series } = first;
		const number = (numbers.get(series.key) ?? 0) + 1;
		numbers.set(series.key, number);
		const departureMs = parts.at(-1)?.departureMs;
		crafts.set(flight, {
			flightId: crafts.size + 1,
			vehicle: series.vehicle(number),
			mission: series.mission(number),
			missionType: series.missionType,
			agency: series.agency,
			destination: stationPort(first.portId).spacestation?.name ?? 'Low Earth Orbit',
			serial: String(100 + number),
			launchMs: first.dockingMs - Math.round(random.between(3, 50) * 60) * 60_000,
			missionEndMs: departureMs === undefined ? undefined : departureMs + 20 * hourMs,
			...(departureMs !== undefined && { dockedMs: departureMs - first.dockingMs })
		});
	}
	return crafts;
}

function eventOf(id: number, visit: Visit, crafts: ReadonlyMap<symbol, CraftPlan>): FullEvent {
	const craft = crafts.get(visit.flight);
	if (!craft) throw new RangeError(`no craft for event ${id}`);
	const { typeId, agency } = visit.series;
	const payload = {
		id: 7000 + craft.flightId,
		name: craft.vehicle,
		type: 'module',
		agency
	} as const;
	return dockingEvent({
		id,
		docking: isoSecond(visit.dockingMs),
		departure: visit.departureMs === undefined ? null : isoSecond(visit.departureMs),
		docking_location: stationPort(listedPortId(id, visit)),
		flight_vehicle_chaser: typeId === undefined ? null : spacecraftFlight(craft, typeId),
		payload_flight_chaser: typeId === undefined ? payloadFlight(craft, payload) : null
	});
}

/** The forward port of Harmony is listed twice upstream: some of its events name the other id. */
function listedPortId(id: number, visit: Visit): Visit['portId'] {
	return visit.portId === 19 && id % 7 === 0 ? 12 : visit.portId;
}

function freeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	for (const part of Object.values(value)) freeze(part);
	return Object.freeze(value);
}
