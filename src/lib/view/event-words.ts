import { stateAt } from '../docking/state.ts';
import type { BareStay } from '../docking/stay.ts';
import type { StayPlace } from '../docking/stay-facts.ts';
import { placeText } from '../docking/stay-text.ts';
import { formatDate, formatMoment } from '../time/format.ts';
import type { Zone } from '../time/zone.ts';
import type { ViewClock } from '../docking/state.ts';
import { lengthText } from './station-words.ts';

/**
 * What an event's page answers first: `Crew-13 Dragon at Harmony forward, International Space
 * Station: docked for at least 6 d so far`.
 */
export function eventHeading(
	stay: BareStay,
	{ portName, hostName }: Pick<StayPlace, 'portName' | 'hostName'>,
	clock: ViewClock
): string {
	const at = `${stay.craft} at ${placeText(portName, hostName)}`;
	const state = stateAt(stay, clock.now);
	if (state === 'planned') return `${at}: planned for ${formatDate(stay.docking)}`;
	const length = lengthText(stay, clock);
	return state === 'docked' ? `${at}: docked for ${length}` : `${at}: ${length}`;
}

/** When a stay was and how long: `docked 1 Oct 2026, 23:05 UTC, at least 6 d so far`. */
export function stayTimeText(stay: BareStay, clock: ViewClock, zone: Zone): string {
	const docking = formatMoment(stay.docking, stay.dockingPrecision, zone);
	if (stateAt(stay, clock.now) === 'planned') return `planned for ${docking}`;
	return `docked ${docking}, ${lengthText(stay, clock)}`;
}
