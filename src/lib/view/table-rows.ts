import { ascending, descending } from 'd3';
import type { Catalogue } from '../docking/catalogue.ts';
import { endAt, stateAt } from '../docking/state.ts';
import type { Stay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Sort, SortColumn } from './view.ts';

/** One row of the table: a stay and the names of where it is. */
export interface TableRow {
	readonly stay: Stay;
	/** Empty where the port is called like its host. */
	readonly portName: string;
	/** `ISS`: the short one. */
	readonly hostName: string;
}

/**
 * The stays as rows, sorted. Stays without a departure sort after all others by `departure`, as
 * they do in the API; equal values stay in the order of docking and id.
 */
export function tableRows(
	catalogue: Catalogue,
	stays: readonly Stay[],
	sort: Sort,
	now: Instant
): TableRow[] {
	const rows = stays.map((stay) => rowOf(catalogue, stay));
	const keyOf = keys[sort.column];
	const compare = sort.isDescending ? descending : ascending;
	return rows.sort(
		(a, b) =>
			compare(keyOf(a, now), keyOf(b, now)) ||
			a.stay.docking - b.stay.docking ||
			a.stay.id - b.stay.id
	);
}

function rowOf({ lanes, hosts }: Catalogue, stay: Stay): TableRow {
	const host = hosts.get(stay.hostKey);
	const port = lanes.get(stay.portId)?.port.name ?? '';
	return { stay, portName: port === host?.name ? '' : port, hostName: host?.shortName ?? '' };
}

const keys: Record<SortColumn, (row: TableRow, now: Instant) => string | number> = {
	craft: ({ stay }) => natural(stay.craft),
	kind: ({ stay }) => stay.kind,
	station: ({ hostName }) => natural(hostName),
	port: ({ portName }) => natural(portName),
	agency: ({ stay }) => natural(stay.agency?.name ?? ''),
	docking: ({ stay }) => stay.docking,
	departure: ({ stay }) => stay.departure ?? Infinity,
	duration: ({ stay }, now) =>
		stateAt(stay, now) === 'planned' ? -1 : Math.min(endAt(stay, now), now) - stay.docking
};

/** Numbers within names count as numbers: Crew-9 before Crew-10. */
function natural(text: string): string {
	return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(6, '0'));
}
