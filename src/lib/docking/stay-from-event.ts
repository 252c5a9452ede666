import { instant, parseInstant, type Instant, type Precision } from '../time/instant.ts';
import { craftName, vehicleName } from './craft-name.ts';
import { kindOf } from './kinds.ts';
import { shownPortId, stationName } from './known-places.ts';
import type { Ll2Agency, Ll2DockingEvent, Ll2Launch } from './ll2.ts';
import type { Agency, Host, Launch, SampleSources, Stay } from './stay.ts';

/**
 * One docking event understood by itself: what needs other events (relocations, craft that docked
 * again) is added by `buildCatalogue`. Throws a RangeError when `docking` cannot be read.
 */
export function stayFromEvent(event: Ll2DockingEvent): Stay {
	const docking = parseInstant(event.docking);
	if (docking === undefined) throw new RangeError(`event ${event.id}: docking "${event.docking}"`);
	const departure = readInstant(event.departure);
	const lostAt = departure === undefined ? missionEndAfter(event, docking) : undefined;
	const agency = agencyOf(event);
	const launch = launchOf(event);
	const serial = event.flight_vehicle_chaser?.spacecraft?.serial_number;
	const host = hostOf(event);
	const listedPortId = listedPort(event);
	const notes = event.berthline_sample;
	return {
		id: event.id,
		craft: craftName(event),
		craftKey: craftKey(event),
		vehicle: vehicleName(event),
		...(serial && { serial }),
		kind: kindOf(event),
		...(agency && { agency }),
		portId: shownPortId(listedPortId),
		listedPortId,
		...(host.stationId !== undefined && { stationId: host.stationId }),
		hostKey: host.key,
		docking,
		dockingPrecision: notes?.docking_precision ?? 'instant',
		...(departure !== undefined && { departure: Math.max(docking, departure) as Instant }),
		departurePrecision: notes?.departure_precision ?? 'instant',
		...(lostAt !== undefined && { lostAt }),
		...(launch && { launch }),
		...(notes && { sources: sampleSources(notes) })
	};
}

/**
 * The docking location's id. An event that names none stays with its target, at a port of the
 * target's own: minus the station's id, for a spacecraft a billion below that, for a payload two.
 */
export function listedPort(event: Ll2DockingEvent): number {
	if (event.docking_location) return event.docking_location.id;
	const { space_station_target, flight_vehicle_target, payload_flight_target } = event;
	if (space_station_target) return 0 - space_station_target.id;
	if (flight_vehicle_target) return -1e9 - flight_vehicle_target.id;
	return payload_flight_target ? -2e9 - payload_flight_target.id : 0;
}

/** What has the port of an event: a station, else the spacecraft or payload that was docked to. */
export function hostOf(event: Ll2DockingEvent): Host {
	const station = event.docking_location?.spacestation ?? event.space_station_target;
	if (station) {
		const names = stationName(station.id, station.name);
		return { key: `station:${station.id}`, type: 'station', stationId: station.id, ...names };
	}
	const location = event.docking_location;
	const owner =
		location?.spacecraft?.name ??
		location?.payload?.name ??
		event.flight_vehicle_target?.spacecraft?.name ??
		event.payload_flight_target?.payload?.name ??
		location?.name ??
		'Host not named';
	const type = event.payload_flight_target || location?.payload ? 'payload' : 'spacecraft';
	return { key: `port:${listedPort(event)}`, type, name: owner, shortName: owner };
}

function craftKey(event: Ll2DockingEvent): string {
	if (event.flight_vehicle_chaser) return `flight:${event.flight_vehicle_chaser.id}`;
	if (event.payload_flight_chaser) return `payload:${event.payload_flight_chaser.id}`;
	if (event.space_station_chaser) return `station:${event.space_station_chaser.id}`;
	return `event:${event.id}`;
}

function agencyOf(event: Ll2DockingEvent): Agency | undefined {
	const payload = event.payload_flight_chaser?.payload;
	const agency: Ll2Agency | null | undefined =
		event.flight_vehicle_chaser?.spacecraft?.spacecraft_config?.agency ??
		payload?.operator ??
		payload?.manufacturer;
	if (!agency) return undefined;
	return { id: agency.id, name: agency.name, ...(agency.abbrev && { abbrev: agency.abbrev }) };
}

function launchOf(event: Ll2DockingEvent): Launch | undefined {
	const launch = event.flight_vehicle_chaser?.launch ?? event.payload_flight_chaser?.launch;
	if (!launch?.name) return undefined;
	const net = readInstant(launch.net);
	const configuration = launch.rocket?.configuration;
	const rocket = configuration?.full_name ?? configuration?.name;
	const pad = [launch.pad?.name, launch.pad?.location?.name].filter(Boolean).join(', ');
	return {
		name: launch.name,
		...(net !== undefined && { net }),
		netPrecision: netPrecision(launch),
		...(rocket && { rocket }),
		...(pad && { pad }),
		...(launch.mission?.name && { mission: launch.mission.name })
	};
}

/** Launch Library 2 tells from "Second" to "Decade"; a day and coarser is no time of day. */
function netPrecision(launch: Ll2Launch): Precision {
	const name = launch.net_precision?.name;
	return name && !/^(second|minute|hour)$/i.test(name) ? 'day' : 'instant';
}

function missionEndAfter(event: Ll2DockingEvent, docking: Instant): Instant | undefined {
	const end = readInstant(event.flight_vehicle_chaser?.mission_end);
	return end !== undefined && end > docking ? end : undefined;
}

function readInstant(text: string | null | undefined): Instant | undefined {
	const at = text ? parseInstant(text) : undefined;
	return at === undefined ? undefined : instant(at);
}

function sampleSources(notes: NonNullable<Ll2DockingEvent['berthline_sample']>): SampleSources {
	return {
		row: notes.source,
		...(notes.docking_basis && { docking: notes.docking_basis }),
		...(notes.departure_basis && { departure: notes.departure_basis })
	};
}
