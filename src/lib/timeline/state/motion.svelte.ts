import { cubicOut } from 'svelte/easing';
import { instant } from '../../time/instant.ts';
import { spanLength, type Span } from '../../time/span.ts';
import { fitSpan, moveSpan, zoomed, type SpanLimits } from '../span-limits.ts';

export interface MotionOptions {
	/** What is shown while nothing moves: what the address says. */
	readonly settled: () => Span;
	/** How far and how near a reader may go. */
	readonly limits: () => SpanLimits;
	/** False where the reader wants no motion that was not asked for. */
	readonly isAnimated: () => boolean;
	/** Told of each drawing while the view moves. */
	readonly onmove: (span: Span) => void;
	/**
	 * Told once a movement has come to rest; `isChosen` when that very span was asked for, not just
	 * where a hand let go.
	 */
	readonly onsettle: (span: Span, isChosen: boolean) => void;
}

/** A movement ends so long after the last of it, in milliseconds. */
const restMs = 200;
const flightMs = 280;
/** How fast a fling dies down: its speed falls to a third in so many milliseconds. */
const flingMs = 220;

/** Where the view stands in time while a reader moves it, and what is drawn of it. */
export interface Motion {
	/** What is seen now. */
	readonly view: Span;
	/** What is painted; undefined while nothing moves. */
	readonly moved: Span | undefined;
	readonly isMoving: boolean;
	readonly limits: SpanLimits;
	/** Moves the view to `span` at once, as far as the limits go; it rests when nothing follows. */
	moveTo(span: Span): void;
	/** The same for a hand that holds on: it rests when `settle` is called. */
	hold(span: Span): void;
	/** Flies to `span` where motion is allowed, and is there at once elsewhere; then it rests. */
	flyTo(span: Span): void;
	/** Moves by a share of the view's length. */
	panBy(share: number): void;
	/** Zooms about the share of the view that stays where it is; 0.5 shows half as much. */
	zoomBy(factor: number, share?: number): void;
	/** Goes on by itself at a speed, in view lengths a second, until it has died down. */
	fling(sharePerSecond: number): void;
	/** Comes to rest now. */
	settle(): void;
}

/** A motion at rest. Must be made while a component initialises. */
export function createMotion(options: MotionOptions): Motion {
	let moved = $state.raw<Span>();
	/** Where the view stands now; the page follows at the next frame, all of it at once. */
	let newest: Span | undefined;
	let drawing: number | undefined;
	let flight: number | undefined;
	/** Where a flight leads: the next key goes on from there. */
	let target: Span | undefined;
	let resting: ReturnType<typeof setTimeout> | undefined;

	function view(): Span {
		// Read in any case, so that whoever draws the view hears of the next one.
		const drawn = moved ?? options.settled();
		return newest ?? drawn;
	}

	function draw(): void {
		if (drawing !== undefined) cancelAnimationFrame(drawing);
		drawing = undefined;
		if (!newest) return;
		options.onmove(newest);
		moved = newest;
	}

	function put(span: Span): void {
		const fitted = fitSpan(span, options.limits());
		if (newest && fitted.from === newest.from && fitted.to === newest.to) return;
		newest = fitted;
		drawing ??= requestAnimationFrame(draw);
	}

	function stop(): void {
		if (flight !== undefined) cancelAnimationFrame(flight);
		flight = undefined;
		target = undefined;
		clearTimeout(resting);
	}

	function settle(isChosen = false): void {
		stop();
		if (!newest) return;
		if (drawing !== undefined) cancelAnimationFrame(drawing);
		drawing = undefined;
		const span = newest;
		options.onsettle(span, isChosen);
		newest = undefined;
		moved = undefined;
	}

	/** Calls `step` with the milliseconds gone by, frame by frame, until it says false; then it rests. */
	function fly(step: (elapsedMs: number) => boolean, isChosen: boolean): void {
		stop();
		const began = performance.now();
		const go = () => {
			const goesOn = step(performance.now() - began);
			draw();
			if (goesOn) flight = requestAnimationFrame(go);
			else settle(isChosen);
		};
		go();
	}

	function flyTo(span: Span): void {
		const to = fitSpan(span, options.limits());
		if (!options.isAnimated()) {
			put(to);
			settle(true);
			return;
		}
		const from = view();
		const go = (elapsedMs: number) => {
			const part = cubicOut(Math.min(1, elapsedMs / flightMs));
			const between = (a: number, b: number) => instant(a + (b - a) * part);
			put({ from: between(from.from, to.from), to: between(from.to, to.to) });
			return part < 1;
		};
		fly(go, true);
		target = to;
	}

	return {
		get view() {
			return view();
		},
		get moved() {
			return moved;
		},
		get limits() {
			return options.limits();
		},
		get isMoving() {
			return moved !== undefined || newest !== undefined;
		},
		moveTo(span) {
			stop();
			put(span);
			resting = setTimeout(settle, restMs);
		},
		hold(span) {
			stop();
			put(span);
		},
		flyTo,
		panBy(share) {
			const now = target ?? view();
			flyTo(moveSpan(now, share * spanLength(now), options.limits()));
		},
		zoomBy(factor, share = 0.5) {
			flyTo(zoomed(target ?? view(), factor, share, options.limits()));
		},
		fling(sharePerSecond) {
			if (!options.isAnimated() || Math.abs(sharePerSecond) < 0.2) return void settle();
			const start = view();
			const wholeMs = (sharePerSecond / 1000) * flingMs * spanLength(start);
			fly((elapsedMs) => {
				const part = 1 - Math.exp(-elapsedMs / flingMs);
				put(moveSpan(start, wholeMs * part, options.limits()));
				return part < 0.99;
			}, false);
		},
		settle: () => settle()
	};
}
