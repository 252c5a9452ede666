import { instant } from '../time/instant.ts';
import { spanLength, spanWithMargin, type Span } from '../time/span.ts';
import type { Frame } from './bars.ts';

/** How much of the view's length is drawn beyond either end while it is moved, and zoomed. */
const movedMargin = 0.5;
const zoomedInMargin = 0.15;
const zoomedOutMargin = 0.5;

/** After a move by so many of its lengths a drawing gets a new anchor: its numbers stay small. */
const farthest = 20;

/** Lengths that differ by less are the same: instants are whole milliseconds. */
const sameLength = 1e-6;

/**
 * The frame to draw next for `view`. While it keeps its length, the anchor stays, and the cut too
 * until the view comes near its end: then most of a drawing is as it was.
 */
export function nextFrame(former: Frame | undefined, view: Span): Frame {
	const lengthMs = spanLength(view);
	const isMoved = former && Math.abs(spanLength(former.anchor) / lengthMs - 1) < sameLength;
	if (!isMoved) {
		const isWider = former && lengthMs > spanLength(former.view);
		const margin = isWider ? zoomedOutMargin : zoomedInMargin;
		return { view, anchor: view, cut: spanWithMargin(view, margin) };
	}
	const isNear = Math.abs(view.from - former.anchor.from) < farthest * lengthMs;
	const anchor = isNear ? former.anchor : view;
	const isCovered = former.cut.from <= view.from && view.to <= former.cut.to;
	return { view, anchor, cut: isCovered ? former.cut : spanWithMargin(view, movedMargin) };
}

/**
 * The CSS transform that puts what is drawn from `anchor` where `view` sees it; undefined where it
 * stands already. For an element as wide as the plot, with its origin at the left.
 */
export function placeOf(anchor: Span, view: Span): string | undefined {
	const lengthMs = spanLength(view);
	const percent = ((anchor.from - view.from) / lengthMs) * 100;
	const stretch = spanLength(anchor) / lengthMs;
	const scale = Math.abs(stretch - 1) < sameLength ? '' : ` scaleX(${stretch})`;
	return percent || scale ? `translateX(${percent}%)${scale}` : undefined;
}

/** Units that an address may be rounded to, in milliseconds. */
const roundMs: readonly number[] = [1, 10, 60, 600, 3600, 21_600, 86_400].map((s) => s * 1000);

/** `span` rounded to whole units of less than a quarter of a pixel, so that its address is short. */
export function roundedSpan(span: Span, widthPx: number): Span {
	const quarterMs = spanLength(span) / Math.max(widthPx, 1) / 4;
	const unitMs = roundMs.findLast((unit) => unit <= quarterMs) ?? 1;
	const rounded = (at: number) => instant(Math.round(at / unitMs) * unitMs);
	return { from: rounded(span.from), to: rounded(span.to) };
}
