import { endAt, isDepartureUnknown, stateAt } from '../docking/state.ts';
import { sourceWords } from '../docking/stay-text.ts';
import type { Host, Kind, Stay, StayState } from '../docking/stay.ts';
import { formatIso, type Instant, type Precision } from '../time/instant.ts';
import { secondMs } from '../time/span.ts';
import type { Places } from './excerpt.ts';

/** A stay as one row of data; null is what nobody knows. What each says: `data-columns.ts`. */
export interface DataRow {
	readonly id: number;
	readonly docking: string;
	readonly departure: string | null;
	readonly station: string | null;
	readonly stationId: number | null;
	readonly port: string | null;
	readonly portId: number | null;
	readonly craft: string;
	readonly vehicle: string;
	readonly kind: Kind;
	readonly agency: string | null;
	readonly agencyId: number | null;
	readonly state: StayState;
	readonly durationSeconds: number | null;
	readonly departureUnknown: boolean;
	readonly goneBy: string | null;
	readonly dockingPrecision: Precision;
	readonly departurePrecision: Precision | null;
	readonly host: string | null;
	readonly hostType: Host['type'] | null;
	readonly listedPortId: number | null;
	readonly movedFrom: number | null;
	readonly movedTo: number | null;
	readonly serial: string | null;
	readonly launch: string | null;
	readonly origin: string;
}

/** `stay` as it stands at `now`. */
export function dataRow(stay: Stay, places: Places, now: Instant): DataRow {
	const host = places.hosts.get(stay.hostKey);
	// Not positive where the event names no docking location: an id of our own, nobody else's.
	const isPortNamed = stay.portId > 0;
	const { departure } = stay;
	const isUnknown = isDepartureUnknown(stay, now);
	return {
		id: stay.id,
		docking: formatIso(stay.docking),
		departure: departure === undefined ? null : formatIso(departure),
		station: host?.type === 'station' ? host.name : null,
		stationId: stay.stationId ?? null,
		port: (isPortNamed && places.lanes.get(stay.portId)?.port.name) || null,
		portId: isPortNamed ? stay.portId : null,
		craft: stay.craft,
		vehicle: stay.vehicle,
		kind: stay.kind,
		agency: stay.agency?.name ?? null,
		agencyId: stay.agency?.id ?? null,
		state: stateAt(stay, now),
		durationSeconds: durationSeconds(stay, now),
		departureUnknown: isUnknown,
		goneBy: isUnknown ? formatIso(endAt(stay, now)) : null,
		dockingPrecision: stay.dockingPrecision,
		departurePrecision: departure === undefined ? null : stay.departurePrecision,
		host: host?.name ?? null,
		hostType: host?.type ?? null,
		listedPortId: isPortNamed ? stay.listedPortId : null,
		movedFrom: stay.movedFromId ?? null,
		movedTo: stay.movedToId ?? null,
		serial: stay.serial ?? null,
		launch: stay.launch?.name ?? null,
		origin: sourceWords(stay.sources?.row ?? 'LL2')
	};
}

/** Null while planned, and where nobody knows the end. */
function durationSeconds(stay: Stay, now: Instant): number | null {
	const state = stateAt(stay, now);
	if (state === 'planned' || isDepartureUnknown(stay, now)) return null;
	const end = state === 'departed' ? endAt(stay, now) : now;
	return Math.floor((end - stay.docking) / secondMs);
}
