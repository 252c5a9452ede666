/** No frame for so long, while the page is visible, and it has hung. */
const hungMs = 60_000;
const lookEveryMs = 10_000;

/**
 * Calls `onHung` when the page is visible but has not been painted for a minute. Returns what ends
 * it.
 */
export function watchPainting(onHung: () => void): () => void {
	let paintedAt = performance.now();
	let asked: number | undefined;

	const look = () => {
		if (document.visibilityState !== 'visible') paintedAt = performance.now();
		if (performance.now() - paintedAt > hungMs) {
			paintedAt = performance.now();
			onHung();
		}
		asked ??= requestAnimationFrame(() => {
			asked = undefined;
			paintedAt = performance.now();
		});
	};
	const timer = setInterval(look, lookEveryMs);
	return () => {
		clearInterval(timer);
		if (asked !== undefined) cancelAnimationFrame(asked);
	};
}
