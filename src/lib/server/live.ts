import { formatIso } from '../time/instant.ts';
import type { Berthline } from './berthline.ts';
import type { Snapshot } from './snapshot.ts';

/** How often a silent stream says that it is alive, in milliseconds; proxies close quiet ones. */
const heartbeatMs = 20_000;

/** At most this many open streams; one more is refused. */
const mostStreams = 1000;

/** Bytes that may wait for a client that does not read, beside what the system holds for it. */
const mostWaiting = 16 * 1024;

/** The streams of `/live`. */
export interface LiveStreams {
	/**
	 * A stream of server-sent events, the first at once; undefined when there are `most` open. Each
	 * event is the whole state, so that whoever comes back has missed nothing, whatever its
	 * Last-Event-ID. A client that reads too slowly is dropped: `hangUp` breaks its connection.
	 */
	open(signal: AbortSignal, hangUp: () => void): ReadableStream<Uint8Array> | undefined;
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

	/** Everything that one open stream needs, begun; what it returns ends that. */
	function begin(
		controller: ReadableStreamDefaultController<Uint8Array>,
		signal: AbortSignal,
		hangUp: () => void
	): () => void {
		const send = (text: string) => {
			if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text));
			end();
			hangUp();
		};
		const unsubscribe = source.subscribe((snapshot) => {
			send(catalogueEvent(snapshot));
			watchStaleness();
		});
		const heartbeat = setInterval(() => send(': alive\n\n'), heartbeatMs).unref();
		const end = () => {
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
		senders.add(send);
		endings.add(end);
		signal.addEventListener('abort', end, { once: true });
		send(`retry: 5000\n\n${catalogueEvent(source.snapshot())}`);
		// A signal that has aborted already tells nobody any more.
		if (signal.aborted) end();
		watchStaleness();
		return end;
	}

	return {
		open(signal, hangUp) {
			if (endings.size >= most) return undefined;
			let end = () => {};
			return new ReadableStream<Uint8Array>(
				{
					start: (controller) => void (end = begin(controller, signal, hangUp)),
					cancel: () => end()
				},
				new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting })
			);
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
