/** A stream of the server's changes, for as long as it is wanted. */
export interface Listening {
	readonly isOpen: boolean;
	/** The version that was told last. */
	readonly heard: string | undefined;
	/** Begins anew, when the stream only looks alive. */
	anew(): void;
	end(): void;
}

/** The first and the longest wait before a stream that was refused is asked for again. */
const firstMs = 1000;
const longestMs = 60_000;

/**
 * Listens to the server-sent events of `url`, and tells of each, and when it breaks. That the
 * browser mends by itself; one that is refused is asked for again, later each time.
 */
export function listenTo(url: string, onNews: () => void): Listening {
	let stream: EventSource;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let tries = 0;
	let heard: string | undefined;

	function open(): void {
		const own = new EventSource(url);
		stream = own;
		own.addEventListener('open', () => (tries = 0));
		own.addEventListener('catalogue', (event: MessageEvent<string>) => {
			const version = versionIn(event.data);
			if (version === undefined) return;
			heard = version;
			onNews();
		});
		own.addEventListener('error', () => {
			if (own !== stream) return;
			onNews();
			if (own.readyState !== EventSource.CLOSED) return;
			waiting = setTimeout(anew, Math.min(longestMs, firstMs * 2 ** tries++));
		});
	}
	function anew(): void {
		clearTimeout(waiting);
		stream.close();
		open();
	}

	open();
	return {
		get isOpen() {
			return stream.readyState === EventSource.OPEN;
		},
		get heard() {
			return heard;
		},
		anew,
		end() {
			clearTimeout(waiting);
			stream.close();
		}
	};
}

function versionIn(text: string): string | undefined {
	try {
		const { version } = JSON.parse(text) as { version?: unknown };
		return typeof version === 'string' ? version : undefined;
	} catch {
		return undefined;
	}
}
