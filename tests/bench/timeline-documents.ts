import type { BenchKind, BenchStay } from './timeline-stays.ts';
import { portCount } from './timeline-stays.ts';

const stations = [
	{ id: 9001, name: 'Near Station', image: null },
	{ id: 9002, name: 'Far Station', image: null }
] as const;

const agencies = {
	crew: { id: 9201, name: 'Crew Flight Agency', abbrev: 'CFA' },
	cargo: { id: 9202, name: 'Cargo Lines', abbrev: 'CL' },
	other: { id: 9203, name: 'Test Bureau', abbrev: 'TB' }
} as const;

const missionTypes = {
	crew: 'Human Exploration',
	cargo: 'Resupply',
	other: 'Test Flight'
} as const;
const craftTypes = { crew: 'Capsule', cargo: 'Cargo Resupply', other: 'Capsule' } as const;

/** Ids that no table of real stations, ports and craft knows. */
const firstId = { port: 9100, config: 9300, flight: 1_000_000 };
const launchLeadMs = 30 * 3_600_000;

/**
 * A stay as a document of Launch Library 2's `docking_events/`, about 1.5 KB: what Berthline reads,
 * and no pictures.
 */
export function documentOf(id: number, stay: BenchStay): object {
	const { port, kind, name, fromMs, toMs } = stay;
	const station = stations[port < portCount / 2 ? 0 : 1];
	return {
		response_mode: 'detailed',
		id,
		docking: isoSecond(fromMs),
		departure: toMs === undefined ? null : isoSecond(toMs),
		docking_location: {
			id: firstId.port + port,
			name: `Port ${String(port + 1).padStart(2, '0')}`,
			spacestation: station,
			spacecraft: null,
			payload: null
		},
		space_station_target: station,
		flight_vehicle_target: null,
		payload_flight_target: null,
		flight_vehicle_chaser: flight(id, stay, station.name),
		space_station_chaser: null,
		payload_flight_chaser: null,
		comment: `${name}, a ${kind} flight made up for a benchmark.`
	};
}

/** One flight a stay, so that none docks twice. */
function flight(id: number, { kind, name, fromMs }: BenchStay, destination: string) {
	return {
		id: firstId.flight + id,
		destination,
		mission_end: null,
		spacecraft: {
			id: firstId.flight + id,
			name,
			serial_number: String(id),
			description: `${name} carries what its name says, and was built for one flight.`,
			spacecraft_config: craftConfig(kind)
		},
		launch: {
			id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
			name: `Long Ladder | ${name}`,
			net: isoSecond(fromMs - launchLeadMs),
			net_precision: { id: 1, name: 'Minute' },
			rocket: { configuration: { name: 'Long Ladder', full_name: 'Long Ladder Block 2' } },
			mission: {
				name,
				type: missionTypes[kind],
				description: `${name} flies to ${destination}, docks there, and leaves when it is done.`
			},
			pad: { name: 'Pad 1', location: { name: 'Flat Shore' } }
		}
	};
}

function craftConfig(kind: BenchKind) {
	return {
		id: firstId.config + Object.keys(craftTypes).indexOf(kind),
		name: `Bench ${kind}`,
		type: { id: 1, name: craftTypes[kind] },
		agency: agencies[kind]
	};
}

function isoSecond(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
