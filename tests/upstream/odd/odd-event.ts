import { spacecraftFlight, type CraftPlan } from '../documents/craft.ts';
import { dockingEvent, type FullEvent } from '../documents/event.ts';
import { isoSecond } from '../documents/parts.ts';
import type { SpacecraftTypeId } from '../documents/spacecraft-types.ts';
import { stationPort, type PortId } from '../documents/stations.ts';

/** Documents of one odd kind, and what a tolerant reader does with them. */
export interface OddEvent {
	readonly documents: readonly unknown[];
	/** `either`: keeping and skipping are both right, as long as nothing breaks. */
	readonly expect: 'keep' | 'skip' | 'either';
}

/** A valid document of its own, to be made odd: `change` says what differs. */
export type MakeEvent = (change?: EventChange) => FullEvent;

/** What differs from a plain visit of 60 days at Poisk zenith. */
export interface EventChange extends Partial<FullEvent> {
	readonly portId?: PortId;
	readonly typeId?: SpacecraftTypeId;
	readonly craft?: Partial<CraftPlan>;
}

/** First id of odd documents: above generated ones, below those of the sample. */
export const firstOddId = 500_001;

const dayMs = 86_400_000;
const firstDockingMs = Date.UTC(2000, 0, 1, 10, 30);

/**
 * A maker whose documents count their ids from `firstOddId`; each is a copy of its own. Visits
 * follow each other every 90 days from 2000 on, so that only those overlap that are meant to.
 */
export function createEventMaker(): MakeEvent {
	let made = 0;
	return ({ portId = 3, typeId = 902, craft = {}, ...change } = {}) => {
		const givenMs = Date.parse(change.docking ?? '');
		const dockingMs = Number.isNaN(givenMs) ? firstDockingMs + made * 90 * dayMs : givenMs;
		const ownId = firstOddId + made;
		made += 1;
		const plan = { ...plainCraft(ownId, dockingMs), ...craft };
		return structuredClone(
			dockingEvent({
				id: ownId,
				docking: isoSecond(dockingMs),
				departure: isoSecond(dockingMs + 60 * dayMs),
				docking_location: stationPort(portId),
				flight_vehicle_chaser: spacecraftFlight(plan, typeId),
				...change
			})
		);
	};
}

/** The flight of a plain visit: launched two days before it docks, over a day after it departs. */
export function plainCraft(flightId: number, dockingMs = firstDockingMs): CraftPlan {
	return {
		flightId,
		vehicle: `Progress MS-${flightId}`,
		mission: `Progress MS-${flightId}`,
		missionType: 'Resupply',
		agency: 'roscosmos',
		destination: 'International Space Station',
		serial: String(flightId),
		launchMs: dockingMs - 2 * dayMs,
		missionEndMs: dockingMs + 61 * dayMs
	};
}

/** A document with other values in some places; a path's last step may be missing there. */
export function withValue(document: unknown, path: string, value: unknown): unknown {
	const steps = path.split('.');
	const last = steps.pop();
	let target: unknown = document;
	for (const step of steps) target = (target as Record<string, unknown>)[step];
	if (typeof target !== 'object' || target === null || last === undefined)
		throw new RangeError(`no such place: ${path}`);
	(target as Record<string, unknown>)[last] = value;
	return document;
}

/** A document without the field at a path. */
export function withoutValue(document: unknown, path: string): unknown {
	const changed = withValue(document, path, undefined);
	return JSON.parse(JSON.stringify(changed)) as unknown;
}

/** Documents that are all kept, but for doubled ids. */
export function keep(...documents: readonly unknown[]): OddEvent {
	return { documents, expect: 'keep' };
}

/** Documents that cannot be read. */
export function skip(...documents: readonly unknown[]): OddEvent {
	return { documents, expect: 'skip' };
}

/** Documents that may be kept or not. */
export function either(...documents: readonly unknown[]): OddEvent {
	return { documents, expect: 'either' };
}
