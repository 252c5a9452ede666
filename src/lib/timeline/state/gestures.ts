import type { Instant } from '../../time/instant.ts';
import { timeScale } from '../../time/time-scale.ts';
import { spanLength, type Span } from '../../time/span.ts';
import type { Motion } from './motion.svelte.ts';
import { listenToWheel } from './wheel.ts';

export interface GestureOptions {
	readonly motion: Motion;
	/** Told of a wheel that the page keeps: it zooms with ctrl, or where the timeline has the focus. */
	readonly onWheelRefused: () => void;
}

/** A pointer that is down, and the instant that it holds. */
interface Held {
	/** Where it went down, in px of the window. */
	readonly startX: number;
	x: number;
	at: Instant;
}

/** A press that moves less is a click. */
const clickPx = 4;

/** Fingers nearer to each other than this share of the plot do not zoom. */
const nearest = 0.02;

/**
 * Lets wheel, drag, double click, pinch and two fingers move `motion`: a Svelte attachment for the
 * timeline's element. What is held stays under the pointer that holds it. One finger goes on
 * scrolling the page.
 */
export function gestures({ motion, onWheelRefused }: GestureOptions) {
	return (element: HTMLElement): (() => void) => {
		const held = new Map<number, Held>();
		const speed = createSpeedometer();
		let isMoving = false;

		const shareOf = (x: number) => shareIn(element, x);
		const instantAt = (x: number) => timeScale(motion.view).at(shareOf(x));

		/** All pointers hold what is under them now: one came, or one went. */
		function holdAnew(): void {
			for (const pointer of held.values()) pointer.at = instantAt(pointer.x);
			speed.start();
		}

		function down(event: PointerEvent): void {
			if (!isInPlot(event) || event.button !== 0 || event.shiftKey || held.size > 1) return;
			const x = event.clientX;
			// A hand that comes down stops what flies.
			if (motion.isMoving) motion.hold(motion.view);
			held.set(event.pointerId, { startX: x, x, at: instantAt(x) });
			holdAnew();
		}

		function move(event: PointerEvent): void {
			const pointer = held.get(event.pointerId);
			if (!pointer) return;
			pointer.x = event.clientX;
			const needed = event.pointerType === 'touch' ? 2 : 1;
			if (held.size < needed) return;
			if (!isMoving && needed === 1 && Math.abs(pointer.x - pointer.startX) < clickPx) return;
			if (!isMoving) begin(event.pointerId);
			motion.hold(heldView([...held.values()], motion.view, shareOf));
			speed.note(motion.view.from / spanLength(motion.view));
		}

		function begin(pointerId: number): void {
			isMoving = true;
			element.setPointerCapture(pointerId);
			element.dataset['held'] = '';
		}

		function up({ pointerId }: PointerEvent): void {
			if (!held.delete(pointerId)) return;
			holdAnewOrEnd();
		}

		function holdAnewOrEnd(): void {
			const perSecond = speed.perSecond();
			if (held.size) return holdAnew();
			if (!isMoving) return motion.settle();
			isMoving = false;
			delete element.dataset['held'];
			refuseClick(element);
			motion.fling(perSecond);
		}

		const doubleClick = (event: MouseEvent) => {
			const isOnMark = event.target instanceof Element && event.target.closest('a, button');
			if (isInPlot(event) && !isOnMark) motion.zoomBy(0.5, shareOf(event.clientX));
		};
		// The browser must not scroll with two fingers what they zoom.
		const touch = (event: TouchEvent) => {
			if (event.touches.length > 1 && isInPlot(event)) event.preventDefault();
		};

		const listening = new AbortController();
		const { signal } = listening;
		element.addEventListener('pointerdown', down, { signal });
		element.addEventListener('dblclick', doubleClick, { signal });
		element.addEventListener('touchmove', touch, { signal, passive: false });
		window.addEventListener('pointermove', move, { signal });
		window.addEventListener('pointerup', up, { signal });
		window.addEventListener('pointercancel', up, { signal });
		listenToWheel(element, { motion, shareOf, onRefused: onWheelRefused, signal });
		return () => listening.abort();
	};
}

/** The view in which each pointer is over the instant that it holds; two of them zoom. */
function heldView([a, b]: readonly Held[], view: Span, shareOf: (x: number) => number): Span {
	if (!a) return view;
	const shareA = shareOf(a.x);
	let lengthMs = spanLength(view);
	if (b && Math.abs(shareOf(b.x) - shareA) > nearest && b.at !== a.at) {
		const asked = (b.at - a.at) / (shareOf(b.x) - shareA);
		// Fingers that have crossed zoom no further.
		if (asked > 0) lengthMs = asked;
	}
	const from = a.at - shareA * lengthMs;
	return { from: from as Instant, to: (from + lengthMs) as Instant };
}

/** Where a place of the window lies in the plot, as a share of its width. */
export function shareIn(element: HTMLElement, clientX: number): number {
	const box = (element.querySelector('.plot') ?? element).getBoundingClientRect();
	return (clientX - box.left) / Math.max(box.width, 1);
}

/** True for what happens over the plot, not over the words beside it. */
export function isInPlot({ target }: Event): boolean {
	return target instanceof Element && target.closest('.plot') !== null;
}

/** The click that ends a drag is none. */
function refuseClick(element: HTMLElement): void {
	const refuse = (event: Event) => {
		event.preventDefault();
		event.stopPropagation();
	};
	element.addEventListener('click', refuse, { capture: true, once: true });
	setTimeout(() => element.removeEventListener('click', refuse, { capture: true }));
}

/** How fast a value changed of late, a second. */
function createSpeedometer() {
	let notes: { readonly at: number; readonly value: number }[] = [];
	return {
		start: () => void (notes = []),
		note(value: number) {
			const at = performance.now();
			notes = [...notes.filter((note) => at - note.at < 100), { at, value }];
		},
		perSecond(): number {
			const [first] = notes;
			const last = notes.at(-1);
			if (!first || !last || last.at === first.at) return 0;
			// A hand that rested before it let go flings nothing.
			if (performance.now() - last.at > 60) return 0;
			return ((last.value - first.value) / (last.at - first.at)) * 1000;
		}
	};
}
