/** Between two steps where a browser does not tell when it is idle, in milliseconds. */
const pauseMs = 50;

/** Takes the steps of `work` while the page has nothing else to do; the function ends it. */
export function inIdleTime(work: Iterator<unknown>): () => void {
	let isGone = false;
	const step = (deadline?: IdleDeadline) => {
		do {
			if (isGone || work.next().done) return;
		} while (deadline && deadline.timeRemaining() > 0);
		next();
	};
	// Safari has no requestIdleCallback.
	const next = () => {
		if ('requestIdleCallback' in window) requestIdleCallback(step);
		else setTimeout(step, pauseMs);
	};
	next();
	return () => (isGone = true);
}
