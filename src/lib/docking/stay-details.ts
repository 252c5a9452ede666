import type { Stay } from './stay.ts';

/** What is told of a stay beyond what its bar needs; asked for when a reader looks at it. */
export type StayDetails = Pick<Stay, 'vehicle' | 'serial' | 'agency' | 'launch' | 'sources'>;

/** The details of `stay` alone, as plain data. */
export function detailsOf({ vehicle, serial, agency, launch, sources }: Stay): StayDetails {
	return {
		vehicle,
		...(serial && { serial }),
		...(agency && { agency }),
		...(launch && { launch }),
		...(sources && { sources })
	};
}
