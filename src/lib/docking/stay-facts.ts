import { formatMoment } from '../time/format.ts';
import { endAt, isDepartureUnknown, stateAt, type ViewClock } from './state.ts';
import type { StayDetails } from './stay-details.ts';
import { agencyLabel, dockedFor, placeText, sourceWords, stayLength } from './stay-text.ts';
import type { BareStay, Launch } from './stay.ts';

/** One line of a stay's details. */
export interface Fact {
	readonly term: string;
	readonly text: string;
}

/** The kind and, where the details have come, who flies it, as one phrase: `cargo, JAXA`. */
export function stayKindText(stay: BareStay, details: StayDetails | undefined): string {
	return [stay.kind, details?.agency && agencyLabel(details.agency)].filter(Boolean).join(', ');
}

/** Where a stay is, and the ports that it came from and went to by relocation. */
export interface StayPlace {
	readonly portName: string;
	readonly hostName: string;
	readonly fromPort?: string;
	readonly toPort?: string;
}

/**
 * What the tooltip tells of a stay, in reading order; what its details know is left out until they
 * have come. `knownUntil` is the data's own date.
 */
export function stayFacts(
	stay: BareStay,
	details: StayDetails | undefined,
	place: StayPlace,
	clock: ViewClock,
	zone = 'UTC'
): Fact[] {
	const { now, knownUntil } = clock;
	const state = stateAt(stay, now);
	const facts: Fact[] = [];
	const add = (term: string, text: string | undefined) => {
		if (text) facts.push({ term, text });
	};
	if (details?.vehicle === stay.craft) add('Serial', details.serial);
	else add('Vehicle', details && vehicleText(details));
	add('Port', placeText(place.portName, place.hostName));
	const docking = formatMoment(stay.docking, stay.dockingPrecision, zone);
	add(state === 'planned' ? 'Planned for' : 'Docked', docking);
	if (stay.departure !== undefined) {
		const departure = formatMoment(stay.departure, stay.departurePrecision, zone);
		add(state === 'departed' ? 'Departed' : 'Leaves', departure);
	} else if (isDepartureUnknown(stay, now)) {
		add('Departed', `unknown, before ${formatMoment(endAt(stay, now), 'instant', zone)}`);
	}
	if (state === 'departed' && !isDepartureUnknown(stay, now)) add('Stayed', stayLength(stay, now));
	if (state === 'docked') add('Docked for', `${dockedFor(stay, now, knownUntil)} so far`);
	add('Moved', place.fromPort && `here from ${place.fromPort}`);
	add('Moved', place.toPort && `from here to ${place.toPort}`);
	add('Launched', details?.launch && launchText(details.launch, stay.craft, zone));
	add('Source', details && sourceText(stay, details));
	return facts;
}

function vehicleText({ vehicle, serial }: StayDetails): string {
	return serial && !vehicle.includes(serial) ? `${vehicle}, serial ${serial}` : vehicle;
}

/** When, on what and from where; a launch is often called as what it carries. */
function launchText(launch: Launch, craft: string, zone: string): string {
	const { name, net, netPrecision, rocket, pad } = launch;
	const at = net === undefined ? undefined : formatMoment(net, netPrecision, zone);
	const vehicle = rocket ?? (name === craft ? undefined : name);
	return [at, vehicle, pad].filter(Boolean).join('; ');
}

function sourceText({ id }: BareStay, { sources }: StayDetails): string {
	if (sources) return `${sourceWords(sources.row)}, event ${id}`;
	return `Launch Library 2, docking event ${id}`;
}
