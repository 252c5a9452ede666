import type { Instant } from '../../time/instant.ts';

/** Two instants that a reader picks, and the time between them. */
export interface Measure {
	/** True while the next click picks an instant instead of opening what it is on. */
	readonly isPicking: boolean;
	/** The instants picked so far: none, one or two, in the order of picking. */
	readonly picked: readonly Instant[];
	/** `m` was pressed: picks `at` where one has the focus, else lets the next two clicks pick. */
	press(at: Instant | undefined): void;
	pick(at: Instant): void;
	/** Puts it away; false when there was nothing to put away. */
	clear(): boolean;
}

/** A measure with nothing picked. */
export function createMeasure(): Measure {
	let isPicking = $state(false);
	let picked = $state.raw<readonly Instant[]>([]);

	function pick(at: Instant): void {
		picked = picked.length === 1 ? [...picked, at] : [at];
		isPicking = picked.length === 1;
	}

	return {
		get isPicking() {
			return isPicking;
		},
		get picked() {
			return picked;
		},
		press(at) {
			if (at !== undefined) return pick(at);
			picked = [];
			isPicking = !isPicking;
		},
		pick,
		clear() {
			const wasOn = isPicking || picked.length > 0;
			isPicking = false;
			picked = [];
			return wasOn;
		}
	};
}
