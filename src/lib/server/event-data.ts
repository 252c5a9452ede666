import type { Catalogue } from '../docking/catalogue.ts';
import type { Lane } from '../docking/lane.ts';
import { overlapsOf } from '../docking/overlaps.ts';
import { isDockedAt, isVisiting } from '../docking/state.ts';
import type { Instant } from '../time/instant.ts';
import type { PortAlias, Stay } from '../docking/stay.ts';
import type { JsonObject } from './json.ts';

/** Everything that `/events/{id}` shows, as plain data. */
export interface EventData {
	readonly stay: Stay;
	readonly portName: string;
	readonly aliases: readonly PortAlias[];
	readonly hostName: string;
	/** The other stays of the same craft, by docking. */
	readonly sameCraft: readonly {
		readonly id: number;
		readonly portName: string;
		readonly stay: Stay;
	}[];
	/** The stays before and after at the same port. */
	readonly before?: Neighbour;
	readonly after?: Neighbour;
	/** Stays that claim the port at the same time; the source's mistake, or a berth shared. */
	readonly overlapping: readonly Neighbour[];
	/** What else visits the same station; undefined where the host is none, or nothing else does. */
	readonly atStation?: AtStation;
	readonly missionDescription?: string;
	readonly vehicleDescription?: string;
	/** A picture of the vehicle, linked, not loaded: no page asks another host. */
	readonly image?: { readonly href: string; readonly credit: string };
	readonly destination?: string;
	readonly landing?: string;
	/** The document as received, for reading. */
	readonly source: string;
}

export interface Neighbour {
	readonly id: number;
	readonly craft: string;
}

/** The stays of visiting craft at a station around one of them. */
export interface AtStation {
	/** Which docked there last before it, and first after it. */
	readonly before?: Neighbour;
	readonly after?: Neighbour;
	/** Which were there when it docked, by docking. */
	readonly there: readonly Neighbour[];
}

/** The data of one event; undefined when the catalogue has none with this id. */
export function eventData(
	catalogue: Catalogue,
	id: number,
	document: JsonObject | undefined,
	now: Instant
): EventData | undefined {
	const stay = catalogue.stayById.get(id);
	if (!stay) return undefined;
	const lane = catalogue.lanes.get(stay.portId);
	const index = lane?.stays.findIndex((one) => one.id === id) ?? -1;
	const before = neighbour(lane?.stays[index - 1]);
	const after = neighbour(lane?.stays[index + 1]);
	const atStation = stationAround(catalogue, stay, now);
	const portName = (one: Stay) => catalogue.lanes.get(one.portId)?.port.name ?? '';
	return {
		stay,
		portName: portName(stay),
		aliases: lane?.port.aliases ?? [],
		hostName: catalogue.hosts.get(stay.hostKey)?.name ?? '',
		sameCraft: catalogue.stays
			.filter((one) => one.craftKey === stay.craftKey && one.id !== id)
			.map((one) => ({ id: one.id, portName: portName(one), stay: one })),
		...(before && { before }),
		...(after && { after }),
		overlapping: lane ? overlapping(lane, stay, now) : [],
		...(atStation && { atStation }),
		...descriptions(document),
		source: JSON.stringify(document ?? {}, null, 2)
	};
}

function overlapping(lane: Lane, stay: Stay, now: Instant): Neighbour[] {
	return overlapsOf(lane, now)
		.filter((pair) => pair.some((one) => one.id === stay.id))
		.flatMap((pair) => pair.filter((one) => one.id !== stay.id))
		.map(({ id, craft }) => ({ id, craft }));
}

function stationAround(catalogue: Catalogue, stay: Stay, now: Instant): AtStation | undefined {
	if (stay.stationId === undefined) return undefined;
	const lanes = catalogue.lanesByHost.get(stay.hostKey) ?? [];
	const visits = lanes
		.flatMap(({ stays }) => stays)
		.filter((one) => one.id === stay.id || (isVisiting(one) && one.docking <= now))
		.sort((a, b) => a.docking - b.docking || a.id - b.id);
	const index = visits.findIndex(({ id }) => id === stay.id);
	const before = neighbour(visits[index - 1]);
	const after = neighbour(visits[index + 1]);
	const there = visits
		// What came along with it was not there before.
		.filter((one) => one.docking < stay.docking && isDockedAt(one, stay.docking))
		.map(({ id, craft }) => ({ id, craft }));
	if (!before && !after && !there.length) return undefined;
	return { ...(before && { before }), ...(after && { after }), there };
}

function neighbour(stay: Stay | undefined): Neighbour | undefined {
	return stay && { id: stay.id, craft: stay.craft };
}

function descriptions(document: JsonObject | undefined): Partial<EventData> {
	const text = (...path: string[]) => textAt(document, path);
	const missionDescription =
		text('flight_vehicle_chaser', 'launch', 'mission', 'description') ??
		text('payload_flight_chaser', 'launch', 'mission', 'description');
	const vehicleDescription =
		text('flight_vehicle_chaser', 'spacecraft', 'description') ??
		text('payload_flight_chaser', 'payload', 'description');
	const destination = text('flight_vehicle_chaser', 'destination');
	const landing = text('flight_vehicle_chaser', 'landing', 'description');
	const href = text('flight_vehicle_chaser', 'spacecraft', 'image', 'image_url');
	const credit = text('flight_vehicle_chaser', 'spacecraft', 'image', 'credit');
	return {
		...(missionDescription && { missionDescription }),
		...(vehicleDescription && { vehicleDescription }),
		...(destination && { destination }),
		...(landing && { landing }),
		...(href && /^https?:\/\//.test(href) && { image: { href, credit: credit ?? 'not told' } })
	};
}

/** A non-empty text at a path of a document as received, whatever its shape. */
function textAt(document: unknown, path: readonly string[]): string | undefined {
	let value = document;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<string, unknown>)[key];
	}
	return typeof value === 'string' && value.trim() ? value.trim().slice(0, 5000) : undefined;
}
