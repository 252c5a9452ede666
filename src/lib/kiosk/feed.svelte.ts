import { decodeColumns } from '../docking/columns.ts';
import type { Atlas } from '../docking/lane.ts';
import { parseInstant, type Instant } from '../time/instant.ts';
import type { KioskFeed, KioskStatus } from '../view/kiosk-feed.ts';
import { listenTo } from './listen.ts';

/** What a kiosk has heard of the data. */
export interface Feed {
	readonly status: KioskStatus;
	/** All stays; undefined until they have come. */
	readonly atlas: Atlas | undefined;
	/** When the server answered last, while it does not answer. */
	readonly unreachableSince: Instant | undefined;
	/** Asks now. */
	ask(): void;
}

export interface FeedOptions {
	readonly status: KioskStatus;
	readonly now: () => Instant;
	/** Told of each answer of the server itself: what time it says it is, which app answers. */
	readonly onAnswer: (at: Instant | undefined, app: string) => void;
	/** Told when there was no answer. */
	readonly onSilence: () => void;
}

/**
 * How often data are asked for, in milliseconds, whatever the stream tells: one that has died may
 * look alive for hours, and data that nobody changed cost a few bytes.
 */
const askEveryMs = 8_000;
const timeoutMs = 15_000;
/** A stream that keeps telling of other data than the answers is begun anew, so often at most. */
const renewEveryMs = 60_000;

/**
 * Follows the data: by the server's stream, and by asking from time to time, so that nothing
 * depends on a connection that only looks alive. Must be made while a component initialises.
 */
export function createFeed(options: FeedOptions): Feed {
	let status = $state.raw(options.status);
	let atlas = $state.raw<Atlas>();
	let unreachableSince = $state.raw<Instant>();
	let answeredAt = options.now();
	let ask = () => {};

	function take({ status: told, columns }: KioskFeed): void {
		if (!atlas || told.version !== status.version) atlas = decodeColumns(columns).atlas;
		status = told;
	}

	$effect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isAsking = false;
		let isAskedAgain = false;
		let disagreements = 0;
		let renewedAt = performance.now();
		const ending = new AbortController();
		const listening = listenTo('/live', () => ask());

		async function answer(): Promise<void> {
			const limit = AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]);
			const response = await fetch('/kiosk.json', { signal: limit });
			if (!response.ok) throw new Error(`/kiosk.json answered ${response.status}`);
			const feed = (await response.json()) as KioskFeed;
			// What the service worker has kept is no answer.
			if (response.headers.has('berthline-kept')) {
				if (!atlas) take(feed);
				throw new Error('the server does not answer');
			}
			options.onAnswer(parseInstant(response.headers.get('berthline-now') ?? ''), feed.app);
			answeredAt = options.now();
			unreachableSince = undefined;
			compare(feed.status.version);
			try {
				take(feed);
			} catch (problem) {
				// The server speaks, in another way than this page: its new version will come.
				console.warn('an answer of the server could not be read:', problem);
			}
		}

		/** A stream that tells of other data than the answers do is not alive, whatever it looks like. */
		function compare(version: string): void {
			const agrees = !listening.isOpen || listening.heard === version;
			disagreements = agrees ? 0 : disagreements + 1;
			if (disagreements < 2 || performance.now() - renewedAt < renewEveryMs) return;
			disagreements = 0;
			renewedAt = performance.now();
			listening.anew();
		}

		ask = () => {
			if (isAsking) {
				isAskedAgain = true;
				return;
			}
			isAsking = true;
			clearTimeout(timer);
			void answer()
				.catch(() => {
					if (ending.signal.aborted) return;
					unreachableSince ??= answeredAt;
					options.onSilence();
				})
				.finally(() => {
					isAsking = false;
					if (ending.signal.aborted) return;
					timer = setTimeout(ask, isAskedAgain ? 0 : askEveryMs);
					isAskedAgain = false;
				});
		};
		ask();
		return () => {
			ending.abort();
			clearTimeout(timer);
			listening.end();
		};
	});

	return {
		get status() {
			return status;
		},
		get atlas() {
			return atlas;
		},
		get unreachableSince() {
			return unreachableSince;
		},
		ask: () => ask()
	};
}
