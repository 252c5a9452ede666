import { formatIso } from '../time/instant.ts';
import type { Berthline } from './berthline.ts';
import type { Snapshot } from './snapshot.ts';

/** How often a silent stream says that it is alive, in milliseconds; proxies close quiet ones. */
const heartbeatMs = 20_000;

/** At most this many open streams; one more is refused. */
const mostStreams = 1000;

/** The streams of `/live`. */
export interface LiveStreams {
	/** A stream of server-sent events, the first at once; undefined when there are `most` open. */
	open(signal: AbortSignal): ReadableStream<Uint8Array> | undefined;
	/** How many are open. */
	count(): number;
	/** Ends all streams, so that the server can stop. */
	close(): void;
}

/** Longer waits are taken in steps: Node's timers hold no more than 24 days. */
const longestTimerMs = 86_400_000;

/** The live streams of one running Berthline. */
export function createLiveStreams(
	source: Pick<Berthline, 'snapshot' | 'subscribe'>,
	most = mostStreams
): LiveStreams {
	const encoder = new TextEncoder();
	const endings = new Set<() => void>();
	const senders = new Set<(text: string) => void>();
	let staleTimer: NodeJS.Timeout | undefined;

	/** Live data go stale without anything happening: whoever looks is told when they do. */
	function watchStaleness(): void {
		clearTimeout(staleTimer);
		const snapshot = source.snapshot();
		if (snapshot.source !== 'live' || !senders.size) return;
		const staleInMs = snapshot.updated + snapshot.staleAfterMs + 1 - Date.now();
		const delayMs = Math.min(Math.max(staleInMs, 500), longestTimerMs);
		staleTimer = setTimeout(() => {
			for (const send of senders) send(catalogueEvent(source.snapshot()));
			watchStaleness();
		}, delayMs).unref();
	}

	return {
		open(signal) {
			if (endings.size >= most) return undefined;
			let end = () => {};
			return new ReadableStream<Uint8Array>({
				start(controller) {
					const send = (text: string) => controller.enqueue(encoder.encode(text));
					const unsubscribe = source.subscribe((snapshot) => {
						send(catalogueEvent(snapshot));
						watchStaleness();
					});
					senders.add(send);
					const heartbeat = setInterval(() => send(': alive\n\n'), heartbeatMs).unref();
					end = () => {
						if (!endings.delete(end)) return;
						unsubscribe();
						senders.delete(send);
						clearInterval(heartbeat);
						try {
							controller.close();
						} catch {
							// Closed from the other side already.
						}
					};
					endings.add(end);
					signal.addEventListener('abort', end, { once: true });
					send(`retry: 5000\n\n${catalogueEvent(source.snapshot())}`);
					// A signal that has aborted already tells nobody any more.
					if (signal.aborted) end();
					watchStaleness();
				},
				cancel: () => end()
			});
		},
		count: () => endings.size,
		close() {
			for (const end of [...endings]) end();
		}
	};
}

function catalogueEvent({ version, events, updated }: Snapshot): string {
	const data = JSON.stringify({ version, events, updated: formatIso(updated) });
	return `event: catalogue\nid: ${version}\ndata: ${data}\n\n`;
}
