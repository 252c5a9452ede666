import { instant, type Instant } from '../../time/instant.ts';

/** How often a running clock moves the now line, in milliseconds. */
const stepMs = 15_000;

/** The view's clock: frozen where the address says so, else going on from the server's time. */
export interface RunningClock {
	readonly now: Instant;
}

/**
 * A clock that starts at `start` and goes on by itself in the browser, without trusting the
 * reader's own clock. Must be made while a component initialises. `start` may change: a frozen
 * clock follows it, a running one starts again from it.
 */
export function createClock(
	start: () => { readonly now: Instant; readonly isFrozen: boolean }
): RunningClock {
	let elapsedMs = $state(0);
	$effect(() => {
		const { isFrozen } = start();
		elapsedMs = 0;
		if (isFrozen) return;
		const began = performance.now();
		const timer = setInterval(() => (elapsedMs = performance.now() - began), stepMs);
		return () => clearInterval(timer);
	});
	return {
		get now() {
			return instant(start().now + elapsedMs);
		}
	};
}
