import { formatDate, formatDayMonth, formatMoment } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';
import type { ViewClock } from '../docking/state.ts';

/** What the line under the title tells of. */
export interface Shown {
	/** Stays on the lanes or rows shown. */
	readonly count: number;
	readonly span: Span;
	readonly clock: ViewClock;
	readonly zone: Zone;
}

/**
 * The line under the title, without a full stop: how many stays, between which dates, as of when;
 * of data older than the clock, after which date nothing is known.
 */
export function subtitleOf({ count, span, clock, zone }: Shown): string {
	const stays = `${count || 'No'} ${count === 1 ? 'stay' : 'stays'}`;
	const last = (span.to - 1) as Instant;
	const between = `${stays} between ${formatDate(span.from, zone)} and ${formatDate(last, zone)}`;
	if (clock.knownUntil === clock.now || span.to <= clock.knownUntil)
		return `${between}, as of ${formatMoment(clock.now, 'instant', zone)}`;
	return `${between}. What happened after ${formatDayMonth(clock.knownUntil)} is not known here`;
}
