import { apiUrl, image, named, shared } from './parts.ts';
import type { FullSpacecraftConfig } from './spacecraft-types.ts';
import type { FullPayloadMini } from './payloads.ts';

const stationNames = {
	4: ['International Space Station', '1998-11-20'],
	15: ['Salyut 7', '1982-04-19'],
	18: ['Tiangong space station', '2021-04-29']
} as const;

export type StationId = keyof typeof stationNames;

const stationIds = Object.keys(stationNames).map(Number) as StationId[];

/** Docking locations of stations: id, name, station. 12 and 19 are one physical port. */
export const portRows = [
	[1, 'Unity nadir', 4],
	[2, 'Zvezda aft', 4],
	[3, 'Poisk zenith', 4],
	[12, 'Node 2 forward', 4],
	[13, 'Rassvet nadir', 4],
	[19, 'Harmony forward', 4],
	[21, 'Harmony nadir', 4],
	[30, 'Harmony zenith', 4],
	[32, 'Tianhe aft', 18],
	[33, 'Tianhe forward', 18],
	[35, 'Salyut-7 forward', 15],
	[36, 'Salyut-7 aft', 15],
	[40, 'Nauka nadir', 4],
	[41, 'Tianhe nadir', 18],
	[42, 'Prichal nadir', 4]
] as const;

export type PortId = (typeof portRows)[number][0];

/** A station as docking events name it (`SpaceStationMini`). */
export const stationMini = shared(stationIds, (id) => {
	const name: string = stationNames[id][0];
	return {
		id: id as number,
		url: apiUrl('space_stations', id),
		name,
		image: image(1923 + id, name)
	};
});

export type FullStationMini = ReturnType<typeof stationMini>;

/** A station as a chaser has it (`SpaceStationNormal`). */
export function stationNormal(id: StationId) {
	const mini = stationMini(id);
	return {
		...mini,
		status: id === 15 ? named(2, 'De-Orbited') : named(1, 'Active'),
		founded: stationNames[id][1] as string,
		deorbited: (id === 15 ? '1991-02-07' : null) as string | null,
		description: `${mini.name} is a space station in low Earth orbit.`,
		orbit: 'Low Earth Orbit' as string | null,
		type: named(1, 'Government')
	};
}

export type FullStationNormal = ReturnType<typeof stationNormal>;

/** A docking location (`DockingLocation`): of a station, of a spacecraft type or of a payload. */
export interface FullDockingLocation {
	id: number;
	name: string;
	spacestation: FullStationMini | null;
	spacecraft: FullSpacecraftConfig | null;
	payload: FullPayloadMini | null;
}

/** The docking location of a station's port. */
export const stationPort = shared(
	portRows.map(([id]) => id),
	(portId): FullDockingLocation => {
		const row = portRows.find(([id]) => id === portId);
		if (!row) throw new RangeError(`no such port: ${portId}`);
		const [id, name, stationId] = row;
		return { id, name, spacestation: stationMini(stationId), spacecraft: null, payload: null };
	}
);

/** Every docking location of the stations above, by id. */
export function stationPorts(): FullDockingLocation[] {
	return portRows.map(([id]) => stationPort(id));
}
