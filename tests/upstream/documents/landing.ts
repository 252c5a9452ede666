import { apiUrl } from './parts.ts';
import type { CraftPlan } from './craft.ts';

/** How a craft came down, or will (`Landing`); the place is null, as upstream mostly has it. */
export function landing(craft: CraftPlan) {
	return {
		id: 1000 + craft.flightId,
		url: apiUrl('landings', 1000 + craft.flightId),
		attempt: craft.missionEndMs !== undefined,
		success: (craft.missionEndMs === undefined ? null : true) as boolean | null,
		description: `The ${craft.vehicle} spacecraft comes down at the end of its mission.`,
		downrange_distance: null as number | null,
		landing_location: null,
		type: {
			id: 7,
			name: 'Destructive Reentry',
			abbrev: 'ATM',
			description: 'Spacecraft burned up in the atmosphere' as string | null
		}
	};
}

export type FullLanding = ReturnType<typeof landing>;
