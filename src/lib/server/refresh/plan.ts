import { instant, type Instant } from '../../time/instant.ts';
import type { ArchiveFacts } from '../archive/archive.ts';

/** What to do next, and when. */
export interface Plan {
	readonly kind: 'full' | 'incremental';
	/** Not before now. */
	readonly at: Instant;
}

export interface PlanState {
	readonly now: Instant;
	readonly facts: ArchiveFacts;
	readonly refreshMs: number;
	readonly resyncMs: number;
	/** After failures; undefined when there is nothing to wait for. */
	readonly fullNotBefore: Instant | undefined;
	readonly incrementalNotBefore: Instant | undefined;
}

/** A full reading that could not be sure is repeated within the hour. */
const unsureMs = 3_600_000;

/**
 * The next refresh: a full sync while nothing was ever read in full, or when the last one is old;
 * else an incremental one. A full sync that has to wait after a failure lets incrementals pass.
 */
export function planRefresh(state: PlanState): Plan {
	const { now, facts, refreshMs, resyncMs } = state;
	const { fullSync, lastRefresh } = facts;
	const fullEveryMs = fullSync?.sure === false ? Math.min(resyncMs, unsureMs) : resyncMs;
	const fullAt = later(due(fullSync?.at, fullEveryMs, now), state.fullNotBefore);
	if (!fullSync) return { kind: 'full', at: fullAt };
	const incrementalAt = later(due(lastRefresh, refreshMs, now), state.incrementalNotBefore);
	return fullAt <= incrementalAt
		? { kind: 'full', at: fullAt }
		: { kind: 'incremental', at: incrementalAt };
}

/** Now, when it never happened, or in a future that a clock set back has left behind. */
function due(last: Instant | undefined, everyMs: number, now: Instant): Instant {
	if (last === undefined || last > now) return now;
	return instant(Math.max(now, last + everyMs));
}

function later(a: Instant, b: Instant | undefined): Instant {
	return b !== undefined && b > a ? b : a;
}
