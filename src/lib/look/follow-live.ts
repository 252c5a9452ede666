/** How to follow the server's changes. */
export interface LiveOptions {
	readonly url: string;
	/** True when what was loaded is of this version; asked once, when the first event comes. */
	readonly isCurrent: (version: string) => boolean;
	readonly onChange: () => unknown;
	/** A minute went by without a stream: something may have changed unheard. */
	readonly onRefused: () => unknown;
}

/** How long after a refusal to ask again, in milliseconds. */
const againMs = 60_000;

/**
 * Follows the server-sent events of `url` while the page is visible: a hidden tab closes its
 * stream, and catches up when it is seen again. A lost connection the browser mends by itself,
 * but an answer that is no stream (429, a proxy's 502, a CDN that has none) ends its tries: then
 * each minute the page looks for itself, and asks again. Returns what ends it.
 */
export function followLive({ url, isCurrent, onChange, onRefused }: LiveOptions): () => void {
	let stream: EventSource | undefined;
	let hasHeard = false;
	let again: ReturnType<typeof setTimeout> | undefined;

	// The server speaks when something happened, or when somebody comes back who may have missed it.
	const hear = (event: MessageEvent<string>) => {
		const { version } = JSON.parse(event.data) as { version: string };
		if (hasHeard || !isCurrent(version)) onChange();
		hasHeard = true;
	};
	const open = () => {
		const own = new EventSource(url);
		stream = own;
		own.addEventListener('catalogue', hear);
		own.addEventListener('error', () => {
			if (own === stream && own.readyState === EventSource.CLOSED)
				again = setTimeout(() => {
					onRefused();
					follow();
				}, againMs);
		});
	};
	const close = () => {
		clearTimeout(again);
		stream?.close();
		stream = undefined;
	};
	const follow = () => {
		close();
		if (document.visibilityState === 'visible') open();
	};

	document.addEventListener('visibilitychange', follow);
	follow();
	return () => {
		document.removeEventListener('visibilitychange', follow);
		close();
	};
}
