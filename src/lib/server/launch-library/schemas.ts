import * as v from 'valibot';
import type { Ll2DockingEvent } from '../../docking/ll2.ts';
import {
	descriptionOrNull,
	id,
	isoInstant,
	isoInstantOrNull,
	name,
	nameOrNull,
	orNull,
	webAddressOrNull
} from './fields.ts';

/*
 * One set for both modes of Launch Library 2: normal leaves fields out, and what is absent, null
 * or of the wrong type becomes null, all the way down. An object that lacks what identifies it
 * (id, name) becomes null as a whole. Fields that are not named here are ignored.
 */

const named = orNull(v.object({ id, name }));

const image = orNull(
	v.object({
		image_url: webAddressOrNull,
		thumbnail_url: webAddressOrNull,
		credit: nameOrNull
	})
);

const spaceStation = orNull(v.object({ id, name, image }));

const agency = orNull(v.object({ id, name, abbrev: nameOrNull }));

const rocket = orNull(
	v.object({
		configuration: orNull(v.object({ full_name: nameOrNull, name: nameOrNull }))
	})
);

const mission = orNull(
	v.object({ name: nameOrNull, type: nameOrNull, description: descriptionOrNull })
);

const pad = orNull(
	v.object({ name: nameOrNull, location: orNull(v.object({ name: nameOrNull })) })
);

const launch = orNull(
	v.object({
		id: name,
		name: nameOrNull,
		net: isoInstantOrNull,
		net_precision: named,
		rocket,
		mission,
		pad
	})
);

const spacecraftConfig = orNull(v.object({ id, name, type: named, agency }));

const spacecraft = orNull(
	v.object({
		id,
		name,
		serial_number: nameOrNull,
		description: descriptionOrNull,
		spacecraft_config: spacecraftConfig
	})
);

const spacecraftFlight = orNull(
	v.object({
		id,
		mission_end: isoInstantOrNull,
		destination: nameOrNull,
		spacecraft,
		launch
	})
);

const payload = orNull(
	v.object({
		id,
		name,
		type: named,
		manufacturer: agency,
		operator: agency,
		description: descriptionOrNull
	})
);

const payloadFlight = orNull(v.object({ id, destination: nameOrNull, payload, launch }));

const locationEntries = { id, name, spacestation: spaceStation, spacecraft: named, payload: named };

const precision = v.picklist(['instant', 'day']);

const sampleNotes = orNull(
	v.object({
		docking_precision: precision,
		departure_precision: precision,
		docking_basis: nameOrNull,
		departure_basis: nameOrNull,
		source: name
	})
);

/** A docking event in either mode; only its id and its docking are indispensable. */
export const dockingEvent: v.GenericSchema<unknown, Ll2DockingEvent> = v.object({
	id,
	docking: isoInstant,
	departure: isoInstantOrNull,
	docking_location: orNull(v.object(locationEntries)),
	space_station_target: spaceStation,
	flight_vehicle_target: spacecraftFlight,
	payload_flight_target: payloadFlight,
	flight_vehicle_chaser: spacecraftFlight,
	space_station_chaser: spaceStation,
	payload_flight_chaser: payloadFlight,
	berthline_sample: sampleNotes
});

/** A docking location of `config/docking_locations/`; its id and name are indispensable. */
export const dockingLocation = v.object(locationEntries);

/** A page of any list; what is in it is looked at one by one. */
export const page = v.object({
	count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	next: v.nullish(v.string(), null),
	results: v.array(v.unknown())
});

const throttleEntries = v.object({
	your_request_limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
	limit_frequency_secs: v.pipe(v.number(), v.integer(), v.minValue(1)),
	current_use: orNull(v.pipe(v.number(), v.integer(), v.minValue(0))),
	next_use_secs: orNull(v.pipe(v.number(), v.minValue(0)))
});

/** What `api-throttle/` answers: one object, in an array or bare. */
export const apiThrottle = v.union([
	v.pipe(
		v.looseTuple([throttleEntries]),
		v.transform(([first]) => first)
	),
	throttleEntries
]);
