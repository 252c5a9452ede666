import { instant, type Instant } from '../time/instant.ts';
import { minuteMs, secondMs } from '../time/span.ts';

/**
 * So many answers in a row are believed against the kiosk's own clock, when they go as fast as it
 * does: apart by the same time, give or take so much.
 */
const surely = 3;
const sameMs = 5 * secondMs;

/** The clock on a kiosk's wall. */
export interface KioskClock {
	/** The whole second that is shown. */
	readonly now: Instant;
	/** The minute that it lies in: what is drawn changes no faster. */
	readonly minute: Instant;
	/** Seconds since the page began, whatever the clock shows: what takes turns goes by these. */
	readonly seconds: number;
	/**
	 * The server says what time it is. A clock that went on by itself is not set back by more than
	 * a minute, unless the server says so several times.
	 */
	set(at: Instant): void;
	/** Nobody has said so far what time it is: the device's own clock counts where it is ahead. */
	doubt(): void;
}

/**
 * A clock that begins at `start` and ticks at each whole second, or stands still. The device's own
 * clock is not trusted: small computers often have none. Must be made while a component initialises.
 */
export function createKioskClock(start: Instant, isFrozen: boolean): KioskClock {
	let now = $state(start);
	let seconds = $state(0);
	let base: number = start;
	let at = 0;
	let isTold = false;
	let agreed = 0;
	let apartMs = 0;
	const show = () => {
		if (!isFrozen) now = instant(Math.floor(exact() / secondMs) * secondMs);
	};
	const minute = $derived(instant(Math.floor(now / minuteMs) * minuteMs));

	const exact = () => base + performance.now() - at;

	$effect(() => {
		at = performance.now();
		const began = at;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const tick = () => {
			seconds = Math.floor((performance.now() - began) / secondMs);
			show();
			const intoMs = isFrozen ? (performance.now() - began) % secondMs : exact() % secondMs;
			timer = setTimeout(tick, Math.max(20, secondMs - intoMs));
		};
		tick();
		return () => clearTimeout(timer);
	});

	return {
		get now() {
			return now;
		},
		get minute() {
			return isFrozen ? now : minute;
		},
		get seconds() {
			return seconds;
		},
		set(told) {
			const aheadMs = exact() - told;
			const isFarAhead = isTold && aheadMs > minuteMs;
			agreed = isFarAhead && Math.abs(aheadMs - apartMs) < sameMs ? agreed + 1 : 1;
			apartMs = aheadMs;
			if (isFarAhead && agreed < surely) return;
			isTold = true;
			base = told;
			at = performance.now();
			show();
		},
		doubt() {
			if (isTold || Date.now() <= exact()) return;
			base = Date.now();
			at = performance.now();
		}
	};
}
