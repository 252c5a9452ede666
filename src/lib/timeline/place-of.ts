import { spanLength, type Span } from '../time/span.ts';

/** Lengths that differ by less are the same: instants are whole milliseconds. */
const sameLength = 1e-6;

/**
 * The CSS transform that puts what is drawn for a span where `view` sees it; undefined where it
 * stands already. For an element as wide as the plot, with its origin at the left.
 */
export function placeOf(drawn: Span, view: Span): string | undefined {
	const lengthMs = spanLength(view);
	const percent = ((drawn.from - view.from) / lengthMs) * 100;
	const stretch = spanLength(drawn) / lengthMs;
	const scale = Math.abs(stretch - 1) < sameLength ? '' : ` scaleX(${stretch})`;
	return percent || scale ? `translateX(${percent}%)${scale}` : undefined;
}
