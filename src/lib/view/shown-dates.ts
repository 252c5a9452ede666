import { plusDays } from '../time/calendar.ts';
import { formatQueryInstant } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { dayMs, type Span } from '../time/span.ts';

/** What date fields show of a span's ends, the last day included: `2026-01-31`. */
export interface ShownDates {
	readonly from: string | undefined;
	readonly to: string | undefined;
}

/**
 * The dates of an open or closed span, UTC. Undefined where it has no end: a field that the server
 * sent with an empty value would be emptied at the first change of another.
 */
export function shownDates({ from, to }: Partial<Span>): ShownDates {
	return { from: dateOf(from), to: dateOf(to && plusDays(to, to % dayMs ? 0 : -1)) };
}

function dateOf(at: Instant | undefined): string | undefined {
	return at === undefined ? undefined : formatQueryInstant(at).slice(0, 10);
}
