import type { Lane } from '../docking/lane.ts';
import type { BareStay, Port } from '../docking/stay.ts';
import type { StayTest } from '../docking/query.ts';
import { formatMoment } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';

export interface BesideQuery {
	readonly which: 'previous' | 'next';
	/** What is nearer than this to where one stands is where one stands. */
	readonly apartMs: number;
	readonly test: StayTest;
}

/** A docking or a departure. */
export interface BesideEvent {
	readonly at: Instant;
	readonly what: 'docking' | 'departure';
	readonly stay: BareStay;
	readonly port: Port;
}

/** The last docking or departure before `at`, or the first after it; undefined when there is none. */
export function eventBeside(
	lanes: readonly Lane[],
	at: Instant,
	{ which, apartMs, test }: BesideQuery
): BesideEvent | undefined {
	const events = lanes.flatMap(({ port, stays }) =>
		stays.filter(test).flatMap((stay): BesideEvent[] => {
			const { docking, departure } = stay;
			const arrival = { at: docking, what: 'docking', stay, port } as const;
			if (departure === undefined) return [arrival];
			return [arrival, { at: departure, what: 'departure', stay, port }];
		})
	);
	const isNext = which === 'next';
	return events
		.filter((one) => (isNext ? one.at > at + apartMs : one.at < at - apartMs))
		.reduce<BesideEvent | undefined>(
			(nearest, one) => (nearest && one.at < nearest.at !== isNext ? nearest : one),
			undefined
		);
}

/** `Crew-13 Dragon: docking at Harmony forward, 1 Oct 2026, 23:05 UTC`. */
export function besideText({ at, what, stay, port }: BesideEvent, zone: Zone): string {
	const isDocking = what === 'docking';
	const precision = isDocking ? stay.dockingPrecision : stay.departurePrecision;
	const moment = formatMoment(at, precision, zone);
	return `${stay.craft}: ${isDocking ? 'docking at' : 'departure from'} ${port.name}, ${moment}`;
}
