import type { Ll2DockingEvent, Ll2SpacecraftConfig } from '../../../src/lib/docking/ll2.ts';

/** What a test says of an event; all else is a Progress at Poisk zenith. */
export interface EventPlan {
	readonly id: number;
	readonly docking: string;
	readonly departure?: string | null;
	readonly portId?: number;
	readonly portName?: string;
	/** Null: the port belongs to no station. */
	readonly stationId?: number | null;
	readonly stationName?: string;
	readonly flightId?: number;
	readonly missionEnd?: string | null;
	readonly vehicle?: string | null;
	readonly config?: Pick<Ll2SpacecraftConfig, 'name'> & Partial<Ll2SpacecraftConfig>;
	readonly launchName?: string | null;
	readonly mission?: string | null;
	readonly missionType?: string | null;
	readonly agencyId?: number;
	readonly precision?: {
		readonly docking?: 'instant' | 'day';
		readonly departure?: 'instant' | 'day';
	};
}

/** A valid docking event of a spacecraft flight, as validation hands it on. */
export function makeEvent(plan: EventPlan): Ll2DockingEvent {
	const agencyId = plan.agencyId ?? 63;
	const agency = { id: agencyId, name: `Agency ${agencyId}`, abbrev: `A${agencyId}` };
	const { stationId = 4, stationName = 'International Space Station' } = plan;
	const station = stationId === null ? null : { id: stationId, name: stationName, image: null };
	const portId = plan.portId ?? 3;
	const vehicle = plan.vehicle === undefined ? `Progress ${plan.id}` : plan.vehicle;
	return {
		id: plan.id,
		docking: plan.docking,
		departure: plan.departure ?? null,
		docking_location: {
			id: portId,
			name: plan.portName ?? `Port ${portId}`,
			spacestation: station,
			spacecraft: null,
			payload: null
		},
		space_station_target: station,
		flight_vehicle_target: null,
		payload_flight_target: null,
		flight_vehicle_chaser: {
			id: plan.flightId ?? plan.id,
			mission_end: plan.missionEnd ?? null,
			destination: null,
			spacecraft:
				vehicle === null
					? null
					: {
							id: plan.id,
							name: vehicle,
							serial_number: null,
							description: null,
							spacecraft_config: {
								id: 900_000,
								type: null,
								agency,
								...(plan.config ?? { name: 'Progress MS' })
							}
						},
			launch: {
				id: `launch-${plan.id}`,
				name: plan.launchName ?? null,
				net: null,
				net_precision: null,
				rocket: null,
				mission: { name: plan.mission ?? null, type: plan.missionType ?? null, description: null },
				pad: null
			}
		},
		space_station_chaser: null,
		payload_flight_chaser: null,
		berthline_sample: plan.precision
			? {
					docking_precision: plan.precision.docking ?? 'instant',
					departure_precision: plan.precision.departure ?? 'instant',
					docking_basis: null,
					departure_basis: null,
					source: 'GCAT'
				}
			: null
	};
}

/** A module at a port: kind by its mission. */
export function makeModule(plan: EventPlan): Ll2DockingEvent {
	return makeEvent({
		vehicle: `Module ${plan.id}`,
		config: { name: 'Module' },
		missionType: 'Space Station Module',
		...plan
	});
}
