import { instant, type Instant } from './instant.ts';

/** Half-open stretch of time: `from` belongs to it, `to` does not. */
export interface Span {
	readonly from: Instant;
	readonly to: Instant;
}

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** Mean Gregorian year; for lengths only, never for a date. */
export const meanYearMs = 365.2425 * dayMs;

/** The span's length in milliseconds. */
export function spanLength(span: Span): number {
	return span.to - span.from;
}

/** True when `at` lies in the half-open span. */
export function spanHolds(span: Span, at: Instant): boolean {
	return span.from <= at && at < span.to;
}

/** `span` stretched to hold `at` at both ends; undefined joins to the instant alone. */
export function spanAround(span: Span | undefined, at: Instant): Span {
	if (!span) return { from: at, to: at };
	return {
		from: Math.min(span.from, at) as Instant,
		to: Math.max(span.to, at) as Instant
	};
}

/** `span` with `share` of its length added before and after. */
export function spanWithMargin(span: Span, share: number): Span {
	const marginMs = spanLength(span) * share;
	return { from: instant(span.from - marginMs), to: instant(span.to + marginMs) };
}
