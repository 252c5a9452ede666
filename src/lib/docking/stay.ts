import type { Instant, Precision } from '../time/instant.ts';

/** What a craft is for; from the table in `kinds.ts`, and the only thing that colour means. */
export type Kind = 'crew' | 'cargo' | 'module' | 'other';
export const kinds: readonly Kind[] = ['crew', 'cargo', 'module', 'other'];

/** Where a stay stands at an instant. */
export type StayState = 'planned' | 'docked' | 'departed';

/** What a timeline needs to know of a stay: who was where, from when to when. */
export interface BareStay {
	/** Launch Library 2's docking event id. */
	readonly id: number;
	/** `Crew-13 Dragon`, as the field says it (`craftName`). */
	readonly craft: string;
	readonly kind: Kind;
	/** After the alias table; not positive when the event names no docking location. */
	readonly portId: number;
	/** Undefined when the host is no station. */
	readonly stationId?: number;
	/** What has the port: `station:4`; `port:45` when it is no station. */
	readonly hostKey: string;
	readonly docking: Instant;
	readonly dockingPrecision: Precision;
	/** Undefined while docked, and sometimes for good (see `lostAt`). */
	readonly departure?: Instant;
	readonly departurePrecision: Precision;
	/**
	 * Only without a departure: by this instant the craft was gone, because its mission had ended
	 * or it docked again. From then on its departure counts as unknown.
	 */
	readonly lostAt?: Instant;
	/** The stay it came from, or went to, at another port of the same station (`relocations.ts`). */
	readonly movedFromId?: number;
	readonly movedToId?: number;
}

/** `stay` without what a timeline does not need. */
export function bareStay(stay: BareStay): BareStay {
	const { id, craft, kind, portId, stationId, hostKey, docking, dockingPrecision } = stay;
	const { departure, departurePrecision, lostAt, movedFromId, movedToId } = stay;
	return {
		...{ id, craft, kind, portId, hostKey, docking, dockingPrecision, departurePrecision },
		...(stationId !== undefined && { stationId }),
		...(departure !== undefined && { departure }),
		...(lostAt !== undefined && { lostAt }),
		...(movedFromId !== undefined && { movedFromId }),
		...(movedToId !== undefined && { movedToId })
	};
}

/** One docking event understood: a craft at a port from docking to departure. */
export interface Stay extends BareStay {
	/** The craft's identity across events: `flight:828`, `payload:12`, `station:4`, `event:7`. */
	readonly craftKey: string;
	/** The vehicle's own name as Launch Library 2 has it: `Crew Dragon Grace (C213)`. */
	readonly vehicle: string;
	readonly serial?: string;
	readonly agency?: Agency;
	/** As the event gives it; differs from `portId` only for ports listed twice. */
	readonly listedPortId: number;
	readonly launch?: Launch;
	/** Where the sample's times come from; absent in live data. */
	readonly sources?: SampleSources;
}

export interface Agency {
	readonly id: number;
	readonly name: string;
	readonly abbrev?: string;
}

export interface Launch {
	readonly name: string;
	readonly net?: Instant;
	readonly netPrecision: Precision;
	readonly rocket?: string;
	readonly pad?: string;
	readonly mission?: string;
}

export interface SampleSources {
	readonly docking?: string;
	readonly departure?: string;
	readonly row: string;
}

/** The station, spacecraft or payload that has ports. */
export interface Host {
	/** `station:4`; by its port, `port:45`, when it is no station. */
	readonly key: string;
	readonly type: 'station' | 'spacecraft' | 'payload';
	/** Launch Library 2's station id; undefined unless `type` is station. */
	readonly stationId?: number;
	/** `International Space Station`; Launch Library 2's "Tiangong space station" is `Tiangong`. */
	readonly name: string;
	/** `ISS`; the name where none is shorter. */
	readonly shortName: string;
}

/** A docking location of a host. */
export interface Port {
	/** Launch Library 2's docking location id, after the alias table. */
	readonly id: number;
	readonly name: string;
	readonly hostKey: string;
	/** Other ids and names of the same physical port. */
	readonly aliases: readonly PortAlias[];
}

export interface PortAlias {
	readonly id: number;
	readonly name: string;
}
