import type { VirtualElement } from '@floating-ui/dom';

/** How long a pointer may take from the mark to the tooltip before it closes, in milliseconds. */
const graceMs = 250;

/**
 * Which stay's details are shown: on hover, on keyboard focus, on a tap. It stays while the pointer
 * is on the mark or on the tooltip, closes with Escape, and never by time alone (WCAG 1.4.13).
 */
export class TooltipState {
	/** The stay shown; undefined when closed. */
	stayId = $state<number>();
	#mark: Element | undefined;
	#pointerX: number | undefined;
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

	/** A first tap shows the details, the next opens the event. */
	readonly click = (event: MouseEvent): void => {
		const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
		const mark = markOf(event.target);
		if (!isTouch || !mark) return;
		if (this.stayId === idOf(mark)) return;
		event.preventDefault();
		this.#open(mark, event.clientX);
	};

	/** Escape closes and takes nothing else with it. */
	readonly keydown = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || this.stayId === undefined) return;
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

	close(): void {
		clearTimeout(this.#closing);
		this.stayId = undefined;
	}

	/** Svelte attachment: keeps the tooltip's element beside its mark, inside the window. */
	readonly place = (element: HTMLElement): (() => void) | undefined => {
		const mark = this.#mark;
		if (!mark) return undefined;
		const anchor = this.#anchor(mark);
		let stop: (() => void) | undefined;
		let isGone = false;
		// What places it comes with the first tooltip, not with the page.
		void import('@floating-ui/dom').then(({ autoUpdate, computePosition, flip, offset, shift }) => {
			if (isGone) return;
			stop = autoUpdate(mark, element, () => {
				void computePosition(anchor, element, {
					strategy: 'fixed',
					placement: 'bottom',
					middleware: [offset(8), flip(), shift({ padding: 8 })]
				}).then(({ x, y }) => {
					element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
					element.dataset.placed = '';
				});
			});
		});
		return () => {
			isGone = true;
			stop?.();
		};
	};

	#open(mark: Element | undefined, pointerX: number | undefined): void {
		if (!mark) return;
		clearTimeout(this.#closing);
		const id = idOf(mark);
		if (id === this.stayId) return;
		this.#mark = mark;
		this.#pointerX = pointerX;
		this.stayId = id;
	}

	#closeSoon(): void {
		clearTimeout(this.#closing);
		this.#closing = setTimeout(() => this.close(), graceMs);
	}

	/** Under the pointer on a long bar, else under the middle of what is seen of it. */
	#anchor(mark: Element): VirtualElement {
		return {
			contextElement: mark,
			getBoundingClientRect: () => {
				const box = mark.getBoundingClientRect();
				const left = Math.max(box.left, 0);
				const right = Math.min(box.right, window.innerWidth);
				const x = this.#pointerX ?? (left + right) / 2;
				return new DOMRect(Math.min(Math.max(x, left), right), box.top, 0, box.height);
			}
		};
	}
}

function markOf(target: EventTarget | null): Element | undefined {
	return (target instanceof Element && target.closest('[data-event]')) || undefined;
}

function idOf(mark: Element): number {
	return Number(mark.getAttribute('data-event'));
}
