/** How to follow the server's changes. */
export interface LiveOptions {
	readonly url: string;
	/** True when what is shown is already of this version. */
	readonly isCurrent: (version: string) => boolean;
	readonly onChange: () => unknown;
}

/**
 * Follows the server-sent events of `url` while the page is visible: a hidden tab closes its
 * stream, and catches up when it is seen again. Returns what ends it.
 */
export function followLive({ url, isCurrent, onChange }: LiveOptions): () => void {
	let stream: EventSource | undefined;
	let updated: string | undefined;

	const hear = (event: MessageEvent<string>) => {
		const news = JSON.parse(event.data) as { version: string; updated: string };
		const isRefreshed = updated !== undefined && news.updated !== updated;
		updated = news.updated;
		if (isRefreshed || !isCurrent(news.version)) onChange();
	};
	const open = () => {
		stream = new EventSource(url);
		stream.addEventListener('catalogue', hear);
	};
	const close = () => {
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
