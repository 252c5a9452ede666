import { formatIso, type Instant } from '../time/instant.ts';
import type { Snapshot, Source } from './snapshot.ts';

/** The body of `/healthz`. */
export interface Health {
	readonly status: 'ok';
	readonly source: Source;
	readonly reason: string | null;
	readonly events: number;
	readonly unreadable: number;
	readonly version: string;
	/** ISO 8601, UTC, as the other two. */
	readonly updated: string;
	readonly lastRefresh: string | null;
	readonly nextRefresh: string | null;
	readonly callsLeft: number;
	readonly warnings: readonly string[];
}

/** What `/healthz` tells about a snapshot: 200 whatever it says, as long as pages can be served. */
export function healthOf(snapshot: Snapshot): Health {
	const { source, reason, events, unreadable, version, callsLeft, warnings } = snapshot;
	return {
		status: 'ok',
		source,
		reason: reason ?? null,
		events,
		unreadable,
		version,
		updated: formatIso(snapshot.updated),
		lastRefresh: isoOrNull(snapshot.lastRefresh),
		nextRefresh: isoOrNull(snapshot.nextRefresh),
		callsLeft,
		warnings
	};
}

function isoOrNull(at: Instant | undefined): string | null {
	return at === undefined ? null : formatIso(at);
}
