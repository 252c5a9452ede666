/** Nothing new on the screen for so long, while the page is visible, and it has hung. */
const hungMs = 60_000;
const lookEveryMs = 10_000;

/**
 * Calls `onHung` when the page is visible but has not been painted for a minute, or `sign`, a text
 * that changes by itself, has not changed. Returns what ends it.
 */
export function watchPainting(onHung: () => void, sign?: () => string): () => void {
	let paintedAt = performance.now();
	let changedAt = paintedAt;
	let lastSign = sign?.();
	let asked: number | undefined;

	const look = () => {
		const now = performance.now();
		const newSign = sign?.();
		if (!sign || newSign !== lastSign) changedAt = now;
		lastSign = newSign;
		if (document.visibilityState !== 'visible') paintedAt = changedAt = now;
		if (now - Math.min(paintedAt, changedAt) > hungMs) {
			paintedAt = changedAt = now;
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
