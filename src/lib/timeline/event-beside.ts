import { max, min } from 'd3';
import type { Lane } from '../docking/lane.ts';
import type { StayTest } from '../docking/query.ts';
import type { Instant } from '../time/instant.ts';

export interface BesideQuery {
	readonly which: 'previous' | 'next';
	/** What is nearer than this to where one stands is where one stands. */
	readonly apartMs: number;
	readonly test: StayTest;
}

/** The last docking or departure before `at`, or the first after it; undefined when there is none. */
export function eventBeside(
	lanes: readonly Lane[],
	at: Instant,
	{ which, apartMs, test }: BesideQuery
): Instant | undefined {
	const instants = lanes.flatMap((lane) =>
		lane.stays.flatMap((stay) => {
			if (!test(stay)) return [];
			return stay.departure === undefined ? [stay.docking] : [stay.docking, stay.departure];
		})
	);
	return which === 'next'
		? min(instants.filter((one) => one > at + apartMs))
		: max(instants.filter((one) => one < at - apartMs));
}
