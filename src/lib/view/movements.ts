import type { Lane } from '../docking/lane.ts';
import { laneStaysIn } from '../docking/query.ts';
import { isVisiting } from '../docking/state.ts';
import type { BareStay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';

/** A visiting craft that came, went, or moved to another port. */
export interface Movement {
	/** Another one for each movement. */
	readonly key: string;
	readonly at: Instant;
	readonly stay: BareStay;
	/** `docked at Tianhe nadir`. */
	readonly words: string;
}

/** The `count` latest movements at `lanes` within `span` and not after `now`, the latest first. */
export function lastMovements(
	lanes: readonly Lane[],
	span: Span,
	now: Instant,
	count: number
): Movement[] {
	return lanes
		.flatMap((lane) =>
			laneStaysIn(lane, span, now)
				.filter(isVisiting)
				.flatMap((stay) => movementsOf(stay, lane.port.name))
		)
		.filter(({ at }) => at >= span.from && at <= now)
		.sort((a, b) => b.at - a.at)
		.slice(0, count);
}

/** Of a craft that moves on to another port, its docking there tells. */
function movementsOf(stay: BareStay, port: string): Movement[] {
	const { id, docking, departure, movedFromId, movedToId } = stay;
	const came = movedFromId === undefined ? `docked at ${port}` : `moved to ${port}`;
	const isGone = departure !== undefined && movedToId === undefined;
	return [
		{ key: `${id} came`, at: docking, stay, words: came },
		...(isGone ? [{ key: `${id} went`, at: departure, stay, words: `left ${port}` }] : [])
	];
}
