import { instant, type Instant } from '../time/instant.ts';
import { spanLength, type Span } from '../time/span.ts';

/** How far and how near a reader may go. */
export interface SpanLimits {
	readonly range: Span;
	/** The shortest span; a shorter range rules. */
	readonly minLengthMs: number;
}

/** `span` lengthened or shortened at its end to what is allowed, then moved into the range. */
export function fitSpan(span: Span, limits: SpanLimits): Span {
	const { range } = limits;
	const lengthMs = clamp(spanLength(span), shortestMs(limits), spanLength(range));
	const from = clamp(span.from, range.from, range.to - lengthMs);
	return { from: instant(from), to: instant(from + lengthMs) };
}

/** `span` moved by `byMs` as far as the range goes, its length kept. */
export function moveSpan(span: Span, byMs: number, limits: SpanLimits): Span {
	const { from, to } = fitSpan(span, limits);
	const { range } = limits;
	const movedMs = clamp(byMs, range.from - from, range.to - to);
	return { from: instant(from + movedMs), to: instant(to + movedMs) };
}

/** `span` with one end moved to `at`, or as near as the range and the shortest span allow. */
export function resizeSpan(span: Span, edge: 'from' | 'to', at: Instant, limits: SpanLimits): Span {
	const { from, to } = fitSpan(span, limits);
	const { range } = limits;
	if (edge === 'from') return { from: instant(clamp(at, range.from, to - shortestMs(limits))), to };
	return { from, to: instant(clamp(at, from + shortestMs(limits), range.to)) };
}

/** The span from `anchor` to `at`, before or after it; never shorter than allowed. */
export function spanBetween(anchor: Instant, at: Instant, limits: SpanLimits): Span {
	const { range } = limits;
	const start = instant(clamp(anchor, range.from, range.to));
	const end = instant(clamp(at, range.from, range.to));
	if (end >= start) return fitSpan({ from: start, to: end }, limits);
	const from = instant(Math.min(end, start - shortestMs(limits)));
	return fitSpan({ from, to: start }, limits);
}

/** `span` moved by `byMs`, wherever that is. */
export function moved(span: Span, byMs: number): Span {
	return { from: instant(span.from + byMs), to: instant(span.to + byMs) };
}

/**
 * `span` made `factor` times as long, as far as the limits allow, so that the instant at `share` of
 * it stays where it is.
 */
export function zoomed(span: Span, factor: number, share: number, limits: SpanLimits): Span {
	const lengthMs = spanLength(span);
	const longMs = clamp(lengthMs * factor, shortestMs(limits), spanLength(limits.range));
	const from = span.from + share * (lengthMs - longMs);
	return { from: instant(from), to: instant(from + longMs) };
}

/** What the limits allow at the least, in milliseconds. */
export function shortestMs({ range, minLengthMs }: SpanLimits): number {
	return clamp(Math.ceil(minLengthMs), 1, spanLength(range));
}

function clamp(value: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, value));
}
