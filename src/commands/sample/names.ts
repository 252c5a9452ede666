import type { Configuration } from './configurations.ts';

/** How a vehicle is named in Launch Library 2's spacecraft. */
export interface VehicleName {
	readonly name: string;
	readonly serial: string | null;
	/** True when the flight is known and the vehicle is not. */
	readonly isPlaceholder: boolean;
}

/**
 * The name of a craft's vehicle: its own for vehicles that fly again (`Crew Dragon Endurance`,
 * `Dragon C106`, `Space Shuttle Atlantis`), the craft's for all others (`Soyuz MS-28`).
 */
export function nameVehicle(
	craft: string,
	vehicle: string,
	configuration: Configuration
): VehicleName {
	if (configuration.family === 'Space Shuttle') {
		const orbiter = craft.replace(/^STS-\d+ /, '');
		return { name: `Space Shuttle ${orbiter}`, serial: vehicle || null, isPlaceholder: false };
	}
	if (!configuration.family) return { name: craft, serial: vehicle || null, isPlaceholder: false };
	if (!vehicle) return { name: configuration.name, serial: null, isPlaceholder: true };
	// GCAT counts a capsule's flights behind the dot: C106.3 is C106 for the third time.
	const own = vehicle.replace(/^(C\d+)\.\d+$/, '$1');
	const name = own.includes('Dragon') ? own : `${configuration.name} ${own}`;
	const serial = /\b(C\d{3}|SN\d+)\b/.exec(own)?.[1] ?? null;
	return { name, serial, isPlaceholder: false };
}

/** The mission of a craft: `Crew-10` of `Crew-10 Dragon`, `STS-102` of `Leonardo MPLM (STS-102)`. */
export function nameMission(craft: string): string {
	return (
		/\((STS-\d+)\)$/.exec(craft)?.[1] ??
		/^(STS-\d+) /.exec(craft)?.[1] ??
		craft.replace(/ (Dragon|Starliner)$/, '').replace(/ \([^)]*\)$/, '')
	);
}
