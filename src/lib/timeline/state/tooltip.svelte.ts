import { keyOf, markOf } from './marks.ts';

/** How long a pointer may take from the mark to the tooltip before it closes, in milliseconds. */
const graceMs = 250;

/** Where a mark is, or the point of it that is meant, in px of the page: it scrolls with it. */
export interface Anchor {
	readonly x: number;
	readonly top: number;
	readonly height: number;
}

/**
 * Which item's details are shown: on hover, on keyboard focus, on a tap. They stay while the pointer
 * is on the mark or on the tooltip, close with Escape, and never by time alone (WCAG 1.4.13).
 */
export class TooltipState {
	/** The key of the item shown; undefined when closed. */
	key = $state<string>();
	/** Where it was when it opened. */
	anchor = $state.raw<Anchor>();
	#closing: ReturnType<typeof setTimeout> | undefined;

	/** Opens for the mark that the event is on, if it is on one. */
	readonly over = (event: PointerEvent): void => {
		if (event.pointerType === 'touch') return;
		this.#open(markOf(event.target), event.clientX);
	};

	readonly out = (event: PointerEvent): void => {
		if (event.pointerType !== 'touch' && markOf(event.target)) this.#closeSoon();
	};

	/** Keyboard focus opens; focus by a press does not, the press itself does. */
	readonly focusin = (event: FocusEvent): void => {
		const mark = markOf(event.target);
		if (mark?.matches(':focus-visible')) this.#open(mark, undefined);
	};

	readonly focusout = (): void => this.#closeSoon();

	/** A first tap shows the details, the next follows the link. */
	readonly click = (event: MouseEvent): void => {
		const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
		const mark = markOf(event.target);
		if (!isTouch || !mark || this.key === keyOf(mark)) return;
		event.preventDefault();
		this.#open(mark, event.clientX);
	};

	/** Escape closes and takes nothing else with it. */
	readonly keydown = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || this.key === undefined) return;
		event.stopPropagation();
		this.close();
	};

	/** The pointer rests on the tooltip itself: it stays. */
	readonly hold = (): void => clearTimeout(this.#closing);

	readonly release = (): void => this.#closeSoon();

	/** A press anywhere but on a mark or the tooltip closes. */
	readonly pressOutside = (event: PointerEvent): void => {
		const isOwn = event.target instanceof Element && event.target.closest('[role=tooltip]');
		if (!isOwn && !markOf(event.target)) this.close();
	};

	/** Opens for `mark`, at its beginning or its end. */
	show(mark: HTMLElement, side: 'left' | 'right'): void {
		this.#open(mark, mark.getBoundingClientRect()[side]);
	}

	close(): void {
		clearTimeout(this.#closing);
		this.key = undefined;
	}

	#open(mark: HTMLElement | undefined, pointerX: number | undefined): void {
		if (!mark) return;
		clearTimeout(this.#closing);
		const key = keyOf(mark);
		if (key === this.key) return;
		this.anchor = anchorAt(mark, pointerX);
		this.key = key;
	}

	#closeSoon(): void {
		clearTimeout(this.#closing);
		this.#closing = setTimeout(() => this.close(), graceMs);
	}
}

/**
 * Under the pointer on a long bar, else under the middle of what is seen of it; beside its whole
 * lane, lest the details lie over a stay at the same port.
 */
function anchorAt(mark: HTMLElement, pointerX: number | undefined): Anchor {
	const { left, right } = mark.getBoundingClientRect();
	const { top, height } = (mark.closest('.plot') ?? mark).getBoundingClientRect();
	const seenLeft = Math.max(left, 0);
	const seenRight = Math.min(right, window.innerWidth);
	const x = pointerX ?? (seenLeft + seenRight) / 2;
	return {
		x: Math.min(Math.max(x, seenLeft), seenRight) + window.scrollX,
		top: top + window.scrollY,
		height
	};
}
