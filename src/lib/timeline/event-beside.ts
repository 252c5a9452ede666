import { descending, greatest, least } from 'd3';
import type { Lane } from '../docking/lane.ts';
import type { BareStay, Port } from '../docking/stay.ts';
import type { StayTest } from '../docking/query.ts';
import { formatMoment } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';

/** Where one stands: at an event, or at an instant, which what is nearer than `apartMs` belongs to. */
export type BesidePlace = BesideEvent | { readonly at: Instant; readonly apartMs: number };

export interface BesideQuery {
	readonly which: 'previous' | 'next';
	readonly test: StayTest;
}

/** A docking or a departure. */
export interface BesideEvent {
	readonly at: Instant;
	readonly what: 'docking' | 'departure';
	readonly stay: BareStay;
	readonly port: Port;
}

/**
 * The last docking or departure before a place, or the first after it; undefined when there is none.
 * Events of the same instant follow each other by the ids of their stays: none is passed over.
 */
export function eventBeside(
	lanes: readonly Lane[],
	place: BesidePlace,
	{ which, test }: BesideQuery
): BesideEvent | undefined {
	const events = lanes.flatMap(({ port, stays }) =>
		stays.filter(test).flatMap((stay): BesideEvent[] => {
			const { docking, departure } = stay;
			const arrival = { at: docking, what: 'docking', stay, port } as const;
			if (departure === undefined) return [arrival];
			return [arrival, { at: departure, what: 'departure', stay, port }];
		})
	);
	const after = (one: BesideEvent) =>
		'what' in place
			? inOrder(one, place)
			: Math.max(0, Math.abs(one.at - place.at) - place.apartMs) * Math.sign(one.at - place.at);
	return which === 'next'
		? least(
				events.filter((one) => after(one) > 0),
				inOrder
			)
		: greatest(
				events.filter((one) => after(one) < 0),
				inOrder
			);
}

function inOrder(a: BesideEvent, b: BesideEvent): number {
	return a.at - b.at || a.stay.id - b.stay.id || descending(a.what, b.what);
}

/** `Crew-13 Dragon: docking at Harmony forward, 1 Oct 2026, 23:05 UTC`. */
export function besideText({ at, what, stay, port }: BesideEvent, zone: Zone): string {
	const isDocking = what === 'docking';
	const precision = isDocking ? stay.dockingPrecision : stay.departurePrecision;
	const moment = formatMoment(at, precision, zone);
	return `${stay.craft}: ${isDocking ? 'docking at' : 'departure from'} ${port.name}, ${moment}`;
}
