import { spacecraftFlightMini } from '../documents/craft.ts';
import { payloadFlight, payloadFlightMini, payloadMini } from '../documents/payloads.ts';
import { spacecraftConfig } from '../documents/spacecraft-types.ts';
import { stationMini, stationNormal } from '../documents/stations.ts';
import { keep, plainCraft, withValue, type MakeEvent } from './odd-event.ts';

/** Odd targets, chasers and docking locations. */
export function oddSides(make: MakeEvent) {
	const noStation = { space_station_target: null, departure: null };
	const intelsat = { id: 48, name: 'Intelsat 901', type: 'satellite', agency: 'northrop' } as const;
	const craftOf = (id: number, vehicle: string) => ({
		...plainCraft(id),
		vehicle,
		mission: vehicle
	});
	const spacecraftPort = {
		id: 43,
		name: 'Apollo Command/Service Module',
		spacestation: null,
		spacecraft: spacecraftConfig(908),
		payload: null
	};
	const payloadPort = {
		id: 48,
		name: 'Intelsat 901',
		spacestation: null,
		spacecraft: null,
		payload: payloadMini(intelsat)
	};
	return {
		'target-spacecraft-flight': keep(
			make({
				docking: '1969-03-03T19:01:59Z',
				departure: '1969-03-07T12:39:36Z',
				docking_location: spacecraftPort,
				space_station_target: null,
				flight_vehicle_target: spacecraftFlightMini(craftOf(8001, 'Apollo CSM-104'), 908),
				craft: {
					vehicle: 'Spider',
					mission: 'Apollo 9',
					launchMs: Date.parse('1969-03-03T16:00:00Z')
				}
			})
		),
		'target-payload-flight': keep(
			make({
				...noStation,
				docking: '2020-02-25T07:15:00Z',
				docking_location: payloadPort,
				payload_flight_target: payloadFlightMini(craftOf(8002, 'Intelsat 901'), intelsat),
				typeId: 909,
				craft: { vehicle: 'MEV-1', mission: 'MEV-1', agency: 'northrop', missionEndMs: undefined }
			})
		),
		'target-station': keep(make({ space_station_target: stationMini(4) })),
		'target-none': keep(
			make({ ...noStation, docking_location: { ...payloadPort, payload: null } })
		),
		'chaser-spacecraft-flight': keep(make()),
		'chaser-payload-flight': keep(
			make({
				portId: 40,
				departure: null,
				flight_vehicle_chaser: null,
				payload_flight_chaser: payloadFlight(craftOf(8003, 'Prichal'), {
					id: 8003,
					name: 'Prichal',
					type: 'module',
					agency: 'roscosmos'
				})
			})
		),
		'chaser-station': keep(
			make({
				portId: 36,
				docking: '1985-10-02T10:16:00Z',
				departure: '1991-02-07T03:47:00Z',
				flight_vehicle_chaser: null,
				space_station_chaser: stationNormal(18)
			})
		),
		'chaser-none': keep(make({ flight_vehicle_chaser: null })),
		'location-without-station': keep(
			make({ docking_location: { ...spacecraftPort, spacecraft: null } })
		),
		'location-null': keep(make({ docking_location: null, space_station_target: stationMini(4) })),
		'location-and-target-null': keep(make({ docking_location: null })),
		'station-unknown': keep(
			make({
				docking_location: {
					id: 9001,
					name: 'Forward',
					spacestation: { ...stationMini(4), id: 9001, name: 'Haven-1' },
					spacecraft: null,
					payload: null
				}
			})
		),
		'configuration-unknown': keep(
			withValue(
				make({ craft: { vehicle: 'Argo-1', mission: 'Argo Demo', missionType: 'Test Flight' } }),
				'flight_vehicle_chaser.spacecraft.spacecraft_config',
				{ ...spacecraftConfig(901), id: 99_999, name: 'Argo', type: { id: 1, name: 'Unknown' } }
			)
		)
	};
}
