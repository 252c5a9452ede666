import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import type { SetTimer } from '../../../src/lib/server/refresh/refresher.ts';

/** A clock that stands until a test moves it, and the one timer that is set on it. */
export interface FakeTime {
	readonly clock: () => Instant;
	readonly setTimer: SetTimer;
	advance(ms: number): void;
	/** How long the timer that is set has been given; resolves once there is one. */
	timerMs(): Promise<number>;
	/** Moves the clock to the timer, lets it go off, and waits until the next one is set. */
	step(): Promise<void>;
}

export const noon = instant(Date.UTC(2026, 9, 8, 12));

export function createFakeTime(start: Instant = noon): FakeTime {
	let now = start;
	let timer:
		{ readonly at: Instant; readonly delayMs: number; readonly work: () => void } | undefined;
	let wakers: (() => void)[] = [];
	const untilSet = async () => {
		while (!timer) await new Promise<void>((resolve) => wakers.push(resolve));
		return timer;
	};
	return {
		clock: () => now,
		setTimer(work, delayMs) {
			const own = { at: instant(now + delayMs), delayMs, work };
			timer = own;
			for (const wake of wakers.splice(0)) wake();
			return () => {
				if (timer === own) timer = undefined;
			};
		},
		advance(ms) {
			now = instant(now + ms);
		},
		async timerMs() {
			return (await untilSet()).delayMs;
		},
		async step() {
			const due = await untilSet();
			now = instant(Math.max(now, due.at));
			timer = undefined;
			wakers = [];
			due.work();
			await untilSet();
		}
	};
}
