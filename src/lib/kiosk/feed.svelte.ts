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

/** How often data are asked for, in milliseconds: seldom while the stream would tell of new ones. */
const seldomMs = 60_000;
const oftenMs = 8_000;
const timeoutMs = 15_000;

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

	function take({ status: told, app, columns }: KioskFeed, at: Instant | undefined): void {
		if (!atlas || told.version !== status.version) atlas = decodeColumns(columns).atlas;
		status = told;
		options.onAnswer(at, app);
	}

	$effect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isAsking = false;
		let isAskedAgain = false;
		const ending = new AbortController();
		const listening = listenTo('/live', () => ask());

		async function answer(): Promise<void> {
			const limit = AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]);
			const response = await fetch('/kiosk.json', { signal: limit });
			if (!response.ok) throw new Error(`/kiosk.json answered ${response.status}`);
			const feed = (await response.json()) as KioskFeed;
			// What the service worker has kept is no answer.
			if (response.headers.has('berthline-kept')) {
				if (!atlas) take(feed, undefined);
				throw new Error('the server does not answer');
			}
			take(feed, parseInstant(response.headers.get('berthline-now') ?? ''));
			answeredAt = options.now();
			unreachableSince = undefined;
			// A stream that has not told of this is not alive, whatever it looks like.
			if (listening.isOpen && listening.heard !== feed.status.version) listening.anew();
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
					timer = setTimeout(ask, isAskedAgain ? 0 : listening.isOpen ? seldomMs : oftenMs);
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
