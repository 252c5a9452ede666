import type { Archive } from '../../../../src/lib/server/archive/archive.ts';
import { createMemoryArchive } from '../../../../src/lib/server/archive/memory.ts';
import { createBudget } from '../../../../src/lib/server/launch-library/budget.ts';
import { createClient } from '../../../../src/lib/server/launch-library/client.ts';
import { createRefresher } from '../../../../src/lib/server/refresh/refresher.ts';
import type { Upstream } from '../../../upstream/server.ts';
import { createFakeTime, type FakeTime } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';

export interface RefreshOptions {
	readonly archive?: Archive;
	readonly time?: FakeTime;
	readonly callsPerHour?: number | undefined;
	readonly refreshMs?: number;
	readonly resyncMs?: number;
	readonly timeoutMs?: number;
}

/** A refresher with all that it needs, on a fake clock, for the stand-in. */
export async function refreshForTest(upstream: Upstream, options: RefreshOptions = {}) {
	const { archive = createMemoryArchive(), time = createFakeTime() } = options;
	const { clock, setTimer } = time;
	const logLines = createLogLines();
	const random = () => 0;
	const callsPerHour = 'callsPerHour' in options ? options.callsPerHour : 1000;
	const budget = await createBudget({ archive, clock, random, callsPerHour });
	const client = createClient({
		base: upstream.url,
		token: undefined,
		timeoutMs: options.timeoutMs ?? 5000,
		clock,
		fetch: globalThis.fetch,
		stop: new AbortController().signal,
		onRedirect: () => budget.record()
	});
	const refreshed: number[] = [];
	const refresher = createRefresher({
		archive,
		client,
		budget,
		clock,
		random,
		setTimer,
		log: logLines.log,
		refreshMs: options.refreshMs ?? 1_800_000,
		resyncMs: options.resyncMs ?? 86_400_000,
		onRefreshed: ({ put, remove }) => void refreshed.push(put.length + remove.length)
	});
	return {
		refresher,
		archive,
		budget,
		time,
		/** How many documents each refresh changed. */
		refreshed,
		...logLines,
		async ids(): Promise<number[]> {
			return [...(await archive.read()).documents.keys()].sort((a, b) => a - b);
		}
	};
}

/** The paths and queries of the stand-in's calls from the `from`th on, shortened. */
export function callsOf(upstream: Upstream, from = 0): string[] {
	return upstream.calls.slice(from).map(({ path, query }) => {
		const { ordering = '', offset = '' } = Object.fromEntries(query);
		const list = path.includes('docking_events') ? 'events' : path.split('/').at(-2);
		return [list, ordering, offset].filter(Boolean).join(' ');
	});
}
