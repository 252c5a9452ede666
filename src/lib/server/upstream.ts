import type { Instant } from '../time/instant.ts';
import type { Archive, ArchiveContents } from './archive/archive.ts';
import type { Config } from './config.ts';
import { createBudget, type Budget } from './launch-library/budget.ts';
import { createClient, type Client } from './launch-library/client.ts';
import type { Fetch } from './launch-library/http.ts';
import type { Log } from './log.ts';
import type { Difference } from './refresh/change.ts';
import { createLeader } from './refresh/leader.ts';
import type { RefreshResult } from './refresh/refresh-log.ts';
import { createRefresher, type Refresher, type SetTimer } from './refresh/refresher.ts';

/** Everything that talks to Launch Library 2. */
export interface Upstream {
	readonly client: Client;
	readonly budget: Budget;
	readonly refresher: Refresher;
	/** Refreshes from now on, by itself or when it is this replica's turn. */
	start(): void;
	/** Ends calls under way and resolves when nothing runs any more. */
	stop(): Promise<void>;
}

export interface UpstreamOptions {
	readonly base: string;
	readonly config: Config;
	readonly archive: Archive;
	readonly log: Log;
	readonly clock: () => Instant;
	readonly random: () => number;
	readonly setTimer: SetTimer;
	readonly fetch: Fetch;
	readonly onRefreshed: (difference: Difference, contents: ArchiveContents) => void;
	readonly onRefreshEnd?: ((result: RefreshResult) => void) | undefined;
}

/** Client, budget and refresher for the Launch Library 2 at `base`; nothing is called yet. */
export async function connectUpstream(options: UpstreamOptions): Promise<Upstream> {
	const { base, config, archive, clock, random } = options;
	const stop = new AbortController();
	const { callsPerHour, token, timeoutMs, refreshMs, resyncMs } = config;
	const budget = await createBudget({ archive, clock, random, callsPerHour });
	const client = createClient({
		base,
		token,
		timeoutMs,
		clock,
		fetch: options.fetch,
		stop: stop.signal,
		onRedirect: () => budget.record()
	});
	const term = () => leader?.term();
	const refresher = createRefresher({ ...options, client, budget, refreshMs, resyncMs, term });
	const { sharing } = archive;
	const leader = sharing && createLeader({ ...options, sharing, refresher });
	return {
		client,
		budget,
		refresher,
		start: () => (leader ?? refresher).start(),
		async stop() {
			stop.abort();
			await refresher.stop();
			await leader?.stop();
		}
	};
}
