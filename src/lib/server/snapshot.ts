import type { Catalogue } from '../docking/catalogue.ts';
import type { Instant } from '../time/instant.ts';

/** Where the data shown come from: `stale` is live data that have not been refreshed for long. */
export type Source = 'live' | 'stale' | 'sample';

/** The state of the data at one moment. */
export interface Snapshot {
	readonly catalogue: Catalogue;
	readonly source: Source;
	/** The clock's current minute: the `now` of pages, which stay the same for a minute. */
	readonly minute: Instant;
	/** The last successful refresh, whether or not it changed anything; the sample's own date. */
	readonly updated: Instant;
	/** How old `updated` may be before the data count as stale. */
	readonly staleAfterMs: number;
	/** Another one exactly when the documents are others; survives a restart. */
	readonly version: string;
	/** How many docking events are held. */
	readonly events: number;
	readonly lastRefresh: Instant | undefined;
	/** Undefined while upstream is switched off, and until the first plan is made. */
	readonly nextRefresh: Instant | undefined;
	/** Upstream calls left in the budget now; 0 with upstream switched off. */
	readonly callsLeft: number;
	/** Why the data are a sample or stale; undefined while they are live. */
	readonly reason: string | undefined;
	/** Sentences on what is wrong here, such as an archive that cannot be written. */
	readonly warnings: readonly string[];
	/** Documents that came but could not be read. */
	readonly unreadable: number;
}

/**
 * How old the last successful refresh may be before data are stale: two refreshes and a call, so
 * that one refresh that fails, or one that is under way, does not flicker.
 */
export function staleAfterMs(config: {
	readonly refreshMs: number;
	readonly timeoutMs: number;
}): number {
	return 2 * config.refreshMs + config.timeoutMs;
}
