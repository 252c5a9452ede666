import { setImmediate } from 'node:timers/promises';

/** Awaited between steps of long work: gives others a turn when it has lasted for a while. */
export type TakeTurns = () => Promise<void> | undefined;

/** Turns for work that may hold the process up for `sliceMs` at a time. */
export function createTurns(sliceMs = 8): TakeTurns {
	let since = performance.now();
	return () => {
		if (performance.now() - since < sliceMs) return undefined;
		return setImmediate().then(() => void (since = performance.now()));
	};
}
