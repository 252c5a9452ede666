import { dragSpan, spanAt, stepSpan, type BrushDrag, type BrushPart } from '../brush.ts';
import type { SpanLimits } from '../span-limits.ts';
import type { Span } from '../../time/span.ts';

export interface BrushOptions {
	/** The element that stands for the whole range. */
	readonly ground: () => HTMLElement;
	readonly span: () => Span;
	readonly limits: () => SpanLimits;
	/** `settled` once a drag or a run of keys has ended, also when it was given up. */
	readonly onspan: (span: Span, phase: 'moving' | 'settled') => void;
}

/** The gestures and keys of a brush; its parts carry their name as `data-part`. */
export interface Brush {
	/** What is held now. */
	readonly part: BrushPart | 'ground' | undefined;
	readonly press: (event: PointerEvent) => void;
	readonly move: (event: PointerEvent) => void;
	readonly release: (event: PointerEvent) => void;
	/** The browser took the pointer to scroll, or Escape was pressed: all is as before. */
	readonly giveUp: () => void;
	readonly keydown: (event: KeyboardEvent, part: BrushPart) => void;
	/** A held key is one move: it settles when the key is let go. */
	readonly settleKeys: () => void;
}

/** A press that moves less is a click. */
const clickPx = 3;

export function createBrush(options: BrushOptions): Brush {
	let drag = $state<BrushDrag & { readonly pointerId: number; readonly isMoved: boolean }>();
	let chosenByKey: Span | undefined;

	function shareAt(event: PointerEvent): number {
		const box = options.ground().getBoundingClientRect();
		return (event.clientX - box.left) / box.width;
	}

	function press(event: PointerEvent): void {
		if (drag || !event.isPrimary || event.button !== 0) return;
		settleKeys();
		const held = (event.target as Element).closest<HTMLElement>('[data-part]');
		const part = (held?.dataset['part'] as BrushPart | undefined) ?? 'ground';
		const { pointerId } = event;
		drag = { part, span: options.span(), startShare: shareAt(event), pointerId, isMoved: false };
		options.ground().setPointerCapture(pointerId);
		held?.focus({ preventScroll: true });
		// No text is selected, and no picture dragged.
		event.preventDefault();
	}

	function move(event: PointerEvent): void {
		if (!drag || event.pointerId !== drag.pointerId) return;
		const share = shareAt(event);
		const movedPx = Math.abs(share - drag.startShare) * options.ground().clientWidth;
		if (!drag.isMoved && movedPx < clickPx) return;
		if (!drag.isMoved) drag = { ...drag, isMoved: true };
		options.onspan(dragSpan(drag, share, options.limits()), 'moving');
	}

	function release(event: PointerEvent): void {
		if (!drag || event.pointerId !== drag.pointerId) return;
		const share = shareAt(event);
		const limits = options.limits();
		if (drag.isMoved) finish(dragSpan(drag, share, limits));
		else click(drag, spanAt(drag.span, share, limits));
	}

	/** A click beside the window brings it there; one on it changes nothing. */
	function click({ part }: BrushDrag, there: Span): void {
		drag = undefined;
		if (part !== 'ground') return;
		options.onspan(there, 'moving');
		options.onspan(there, 'settled');
	}

	function giveUp(): void {
		if (drag) finish(drag.span);
	}

	function finish(chosen: Span): void {
		const isMoved = drag?.isMoved;
		drag = undefined;
		if (isMoved) options.onspan(chosen, 'settled');
	}

	function keydown(event: KeyboardEvent, part: BrushPart): void {
		if (event.ctrlKey || event.altKey || event.metaKey) return;
		const next = stepSpan(options.span(), part, event, options.limits());
		if (!next) return;
		// The timeline around it has its own meaning for these keys.
		event.preventDefault();
		event.stopPropagation();
		const { from, to } = options.span();
		if (drag || (next.from === from && next.to === to)) return;
		chosenByKey = next;
		options.onspan(next, 'moving');
	}

	function settleKeys(): void {
		const chosen = chosenByKey;
		chosenByKey = undefined;
		if (chosen) options.onspan(chosen, 'settled');
	}

	return {
		get part() {
			return drag?.part;
		},
		press,
		move,
		release,
		giveUp,
		keydown,
		settleKeys
	};
}
