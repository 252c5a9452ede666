import { formatDate, formatDuration, formatMoment } from '../time/format.ts';
import { instant, type Instant } from '../time/instant.ts';
import { dayMs, spanLength, type Span } from '../time/span.ts';
import { timeScale } from '../time/time-scale.ts';
import type { Zone } from '../time/zone.ts';
import {
	fitSpan,
	moveSpan,
	resizeSpan,
	shortestMs,
	spanBetween,
	type SpanLimits
} from './span-limits.ts';

/** What of a brush is held: the whole span, or one of its ends. */
export type BrushPart = 'window' | 'from' | 'to';

/** Where `span` lies in `range`, as shares of it, cut to [0, 1]. */
export function spanShares(
	span: Span,
	range: Span
): { readonly from: number; readonly to: number } {
	const scale = timeScale(range);
	return { from: scale.clampedShare(span.from), to: scale.clampedShare(span.to) };
}

/** The span between two shares of `range`, in either order. */
export function spanOfShares(a: number, b: number, range: Span): Span {
	const scale = timeScale(range);
	return { from: scale.at(Math.min(a, b)), to: scale.at(Math.max(a, b)) };
}

/** A drag that began at `startShare` of the range, when `span` was visible. */
export interface BrushDrag {
	/** `ground`: outside the window, where a drag makes a new span. */
	readonly part: BrushPart | 'ground';
	readonly span: Span;
	readonly startShare: number;
}

/** The span that a drag has chosen when the pointer is at `share` of the range. */
export function dragSpan(drag: BrushDrag, share: number, limits: SpanLimits): Span {
	const scale = timeScale(limits.range);
	if (drag.part === 'ground')
		return spanBetween(scale.at(drag.startShare), scale.at(share), limits);
	const byMs = (share - drag.startShare) * spanLength(limits.range);
	if (drag.part === 'window') return moveSpan(drag.span, byMs, limits);
	const at = instant(fitSpan(drag.span, limits)[drag.part] + byMs);
	return resizeSpan(drag.span, drag.part, at, limits);
}

/** `span` with its middle at `share` of the range, as far as the limits go. */
export function spanAt(span: Span, share: number, limits: SpanLimits): Span {
	const middle = (span.from + span.to) / 2;
	return moveSpan(span, timeScale(limits.range).at(share) - middle, limits);
}

/** Tenths of the span that a key moves by; the arrows with shift as many as the page keys. */
const keyTenths: ReadonlyMap<string, number> = new Map([
	['ArrowLeft', -1],
	['ArrowDown', -1],
	['ArrowRight', 1],
	['ArrowUp', 1],
	['PageDown', -10],
	['PageUp', 10]
]);

/** The span after a key on one part of the brush; undefined for a key that is not the brush's. */
export function stepSpan(
	span: Span,
	part: BrushPart,
	{ key, shiftKey = false }: { readonly key: string; readonly shiftKey?: boolean },
	limits: SpanLimits
): Span | undefined {
	const fitted = fitSpan(span, limits);
	const byMs = keyStepMs(fitted, part, key, shiftKey, limits.range);
	if (byMs === undefined) return undefined;
	if (part === 'window') return moveSpan(fitted, byMs, limits);
	return resizeSpan(fitted, part, instant(fitted[part] + byMs), limits);
}

function keyStepMs(span: Span, part: BrushPart, key: string, shiftKey: boolean, range: Span) {
	const edge = part === 'window' ? 'from' : part;
	if (key === 'Home') return range.from - span[edge];
	if (key === 'End') return range.to - span[edge];
	const tenths = keyTenths.get(key);
	if (tenths === undefined) return undefined;
	const count = shiftKey ? Math.sign(tenths) * 10 : tenths;
	return count * Math.max(1, spanLength(span) / 10);
}

/** What a part of the brush says of itself; values in epoch milliseconds, the text in words. */
export interface BrushSlider {
	readonly label: string;
	readonly min: number;
	readonly max: number;
	readonly now: number;
	readonly text: string;
}

/** One part of the brush as a slider. */
export function brushSlider(
	span: Span,
	part: BrushPart,
	limits: SpanLimits,
	zone: Zone
): BrushSlider {
	const { from, to } = fitSpan(span, limits);
	const { range } = limits;
	const [label, min, now, max] = {
		window: ['Visible span', range.from, from, range.to - (to - from)] as const,
		from: ['Begin of the visible span', range.from, from, to - shortestMs(limits)] as const,
		to: ['End of the visible span', from + shortestMs(limits), to, range.to] as const
	}[part];
	return { label, min, max, now, text: brushText(span, part, zone) };
}

/** Under this length the hour counts. */
const hoursMatterMs = 7 * dayMs;

/** `8 Apr 2025 to 8 Dec 2026, 609 d`; with the hours in a span of days. The end is its last day. */
function brushText(span: Span, part: BrushPart, zone: Zone): string {
	const write =
		spanLength(span) < hoursMatterMs
			? (at: Instant) => formatMoment(at, 'instant', zone)
			: (at: Instant, isEnd: boolean) => formatDate(isEnd ? instant(at - 1) : at, zone);
	if (part !== 'window') return write(span[part], part === 'to');
	const ends = `${write(span.from, false)} to ${write(span.to, true)}`;
	return `${ends}, ${formatDuration(spanLength(span))}`;
}
