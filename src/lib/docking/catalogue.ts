import type { Instant } from '../time/instant.ts';
import { spanAround, type Span } from '../time/span.ts';
import { shownPortId } from './known-places.ts';
import { buildAtlas, buildLane, type Atlas } from './lane.ts';
import type { Ll2DockingEvent, Ll2Named } from './ll2.ts';
import { isRelocation } from './relocations.ts';
import { hostOf, listedPort, stayFromEvent } from './stay-from-event.ts';
import type { Agency, Host, Port, PortAlias, Stay } from './stay.ts';
import { vehicleType } from './vehicles.ts';

/** A spacecraft configuration that no row of the table of vehicles matches, and how often. */
export interface UnmatchedConfig extends Ll2Named {
	readonly stays: number;
}

/** All docking events understood and indexed; built anew when documents change, never altered. */
export interface Catalogue extends Atlas<Stay> {
	/** By docking, then id. */
	readonly stays: readonly Stay[];
	readonly stayById: ReadonlyMap<number, Stay>;
	/** By name. */
	readonly agencies: readonly Agency[];
	/** Lower-case text that `q` searches, by stay id. */
	readonly searchText: ReadonlyMap<number, string>;
	readonly unmatchedConfigs: readonly UnmatchedConfig[];
	/** First docking to last known instant; undefined when empty. */
	readonly extent?: Span;
}

/** The catalogue of `events`, in any order; of two with one id the later counts. */
export function buildCatalogue(events: Iterable<Ll2DockingEvent>): Catalogue {
	const byId = new Map<number, Ll2DockingEvent>();
	for (const event of events) byId.set(event.id, event);
	const plain = [...byId.values()].map(stayFromEvent).sort(byDocking);
	const stays = linkFlights(plain);
	const hosts = new Map<string, Host>();
	const ports = new Map<number, { port: Port; aliases: Map<number, PortAlias> }>();
	for (const stay of stays) notePlace(byId.get(stay.id)!, hosts, ports);
	const lanes = [...Map.groupBy(stays, (stay) => stay.portId)].map(([portId, own]) =>
		buildLane(ports.get(portId)!.port, own)
	);
	const extent = extentOf(stays);
	return {
		stays,
		stayById: new Map(stays.map((stay) => [stay.id, stay])),
		...buildAtlas(hosts, lanes),
		agencies: agenciesOf(stays),
		searchText: new Map(stays.map((stay) => [stay.id, searchTextOf(stay, hosts, ports)])),
		unmatchedConfigs: unmatchedOf(byId.values()),
		...(extent && { extent })
	};
}

function byDocking(a: Stay, b: Stay): number {
	return a.docking - b.docking || a.id - b.id;
}

/** Adds what only the other stays of the same craft can tell: relocations, departures unknown. */
function linkFlights(stays: readonly Stay[]): Stay[] {
	const linked = new Map<number, Stay>();
	for (const flight of Map.groupBy(stays, (stay) => stay.craftKey).values()) {
		for (const [index, stay] of flight.entries()) {
			const before = flight[index - 1];
			const after = flight[index + 1];
			const again = flight.find((one, place) => place > index && one.docking > stay.docking);
			const lostAt = earlier(stay.lostAt, again?.docking);
			linked.set(stay.id, {
				...stay,
				...(stay.departure === undefined && lostAt !== undefined && { lostAt }),
				...(before && isRelocation(before, stay) && { movedFromId: before.id }),
				...(after && isRelocation(stay, after) && { movedToId: after.id })
			});
		}
	}
	return stays.map((stay) => linked.get(stay.id)!);
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
	if (a === undefined) return b;
	return b === undefined || a < b ? a : b;
}

function notePlace(
	event: Ll2DockingEvent,
	hosts: Map<string, Host>,
	ports: Map<number, { port: Port; aliases: Map<number, PortAlias> }>
): void {
	const host = hostOf(event);
	if (!hosts.has(host.key)) hosts.set(host.key, host);
	const location = event.docking_location;
	const listedId = listedPort(event);
	const id = shownPortId(listedId);
	const name = location?.name ?? 'Port not named';
	const known = ports.get(id);
	if (listedId === id) {
		const aliases = known?.aliases ?? new Map<number, PortAlias>();
		ports.set(id, { port: portOf(id, name, host.key, aliases), aliases });
		return;
	}
	const aliases = known?.aliases ?? new Map<number, PortAlias>();
	aliases.set(listedId, { id: listedId, name });
	ports.set(id, { port: portOf(id, known?.port.name ?? name, host.key, aliases), aliases });
}

function portOf(id: number, name: string, hostKey: string, aliases: Map<number, PortAlias>): Port {
	return { id, name, hostKey, aliases: [...aliases.values()] };
}

function agenciesOf(stays: readonly Stay[]): Agency[] {
	const agencies = new Map<number, Agency>();
	for (const stay of stays) if (stay.agency) agencies.set(stay.agency.id, stay.agency);
	return [...agencies.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function searchTextOf(
	stay: Stay,
	hosts: ReadonlyMap<string, Host>,
	ports: ReadonlyMap<number, { port: Port }>
): string {
	const host = hosts.get(stay.hostKey);
	const text = [
		stay.craft,
		stay.vehicle,
		stay.serial,
		stay.launch?.mission,
		ports.get(stay.portId)?.port.name,
		host?.name,
		host?.shortName,
		stay.agency?.name,
		stay.agency?.abbrev
	]
		.filter(Boolean)
		.join('\n')
		.toLowerCase();
	// Nobody is sure of hyphens: crew13 finds Crew-13.
	const hyphened = text.match(/\S+-\S+/g) ?? [];
	return [text, ...hyphened.map((word) => word.replaceAll('-', ''))].join('\n');
}

function unmatchedOf(events: Iterable<Ll2DockingEvent>): UnmatchedConfig[] {
	const unmatched = new Map<number, UnmatchedConfig>();
	for (const event of events) {
		const config = event.flight_vehicle_chaser?.spacecraft?.spacecraft_config;
		if (!config || vehicleType(config)) continue;
		const stays = (unmatched.get(config.id)?.stays ?? 0) + 1;
		unmatched.set(config.id, { id: config.id, name: config.name, stays });
	}
	return [...unmatched.values()].sort((a, b) => b.stays - a.stays || a.id - b.id);
}

function extentOf(stays: readonly Stay[]): Span | undefined {
	let extent: Span | undefined;
	for (const stay of stays) {
		extent = spanAround(extent, stay.docking);
		if (stay.departure !== undefined) extent = spanAround(extent, stay.departure);
	}
	return extent;
}
