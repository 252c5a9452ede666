/**
 * Launch Library 2 wire types, version 2.3.0, docking part: only what Berthline reads, in the
 * shape that validation at the edge hands on. Validation makes every absent, null or wrongly typed
 * optional value `null`, so code here checks for null alone.
 */

/** One docking event; `mode=detailed` and `mode=normal` differ only in how full the chaser is. */
export interface Ll2DockingEvent {
	readonly id: number;
	/** ISO 8601 with zone. */
	readonly docking: string;
	/** ISO 8601 with zone; null while docked, and sometimes for good. */
	readonly departure: string | null;
	readonly docking_location: Ll2DockingLocation | null;
	readonly space_station_target: Ll2SpaceStation | null;
	readonly flight_vehicle_target: Ll2SpacecraftFlight | null;
	readonly payload_flight_target: Ll2PayloadFlight | null;
	readonly flight_vehicle_chaser: Ll2SpacecraftFlight | null;
	readonly space_station_chaser: Ll2SpaceStation | null;
	readonly payload_flight_chaser: Ll2PayloadFlight | null;
	/** Only in the bundled sample: what Launch Library 2's shape has no field for. */
	readonly berthline_sample: SampleNotes | null;
}

/** What the bundled sample knows beyond Launch Library 2's shape; null fields are unknown. */
export interface SampleNotes {
	readonly docking_precision: 'instant' | 'day';
	readonly departure_precision: 'instant' | 'day';
	/** Where the time comes from, in words: `GCAT, undocking`. */
	readonly docking_basis: string | null;
	readonly departure_basis: string | null;
	/** Names of the sources of this row: `GCAT`, `LL2`, `CMSA and GCAT`. */
	readonly source: string;
}

export interface Ll2DockingLocation {
	readonly id: number;
	readonly name: string;
	readonly spacestation: Ll2SpaceStation | null;
	/** A spacecraft configuration, when the port belongs to a type of spacecraft. */
	readonly spacecraft: Ll2Named | null;
	readonly payload: Ll2Named | null;
}

/** Anything of which only id and name are read. */
export interface Ll2Named {
	readonly id: number;
	readonly name: string;
}

export interface Ll2SpaceStation extends Ll2Named {
	readonly image: Ll2Image | null;
}

export interface Ll2Image {
	readonly image_url: string | null;
	readonly thumbnail_url: string | null;
	readonly credit: string | null;
}

export interface Ll2Agency extends Ll2Named {
	readonly abbrev: string | null;
}

export interface Ll2SpacecraftFlight {
	readonly id: number;
	/** ISO 8601 with zone: landing or loss; null while it flies. */
	readonly mission_end: string | null;
	readonly destination: string | null;
	readonly spacecraft: Ll2Spacecraft | null;
	readonly launch: Ll2Launch | null;
}

export interface Ll2Spacecraft extends Ll2Named {
	readonly serial_number: string | null;
	readonly description: string | null;
	readonly spacecraft_config: Ll2SpacecraftConfig | null;
}

export interface Ll2SpacecraftConfig extends Ll2Named {
	readonly type: Ll2Named | null;
	readonly agency: Ll2Agency | null;
}

export interface Ll2PayloadFlight {
	readonly id: number;
	readonly destination: string | null;
	readonly payload: Ll2Payload | null;
	readonly launch: Ll2Launch | null;
}

export interface Ll2Payload extends Ll2Named {
	readonly type: Ll2Named | null;
	readonly manufacturer: Ll2Agency | null;
	readonly operator: Ll2Agency | null;
	readonly description: string | null;
}

/** `mode=normal` has only `id` and `name` here; the rest is null then. */
export interface Ll2Launch {
	readonly id: string;
	/** `Long March 7 | Tianzhou-7`: rocket, bar, mission. */
	readonly name: string | null;
	/** ISO 8601 with zone. */
	readonly net: string | null;
	readonly net_precision: Ll2Named | null;
	readonly rocket: {
		readonly configuration: {
			readonly full_name: string | null;
			readonly name: string | null;
		} | null;
	} | null;
	readonly mission: Ll2Mission | null;
	readonly pad: {
		readonly name: string | null;
		readonly location: { readonly name: string | null } | null;
	} | null;
}

export interface Ll2Mission {
	readonly name: string | null;
	readonly type: string | null;
	readonly description: string | null;
}
