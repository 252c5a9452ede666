import { instant, type Instant } from '../time/instant.ts';
import { minuteMs, type Span } from '../time/span.ts';

/** The years that a view may show, half-open. */
export const viewYears = { first: 1950, last: 2149 } as const;

/** What a view may show. */
export const viewLimits: Span = {
	from: instant(Date.UTC(viewYears.first, 0)),
	to: instant(Date.UTC(viewYears.last + 1, 0))
};

/** The shortest span of a view, in milliseconds. */
export const shortestSpanMs = minuteMs;

/** `span` cut so that an address may name it: within the limits, and a minute long at least. */
export function withinLimits(span: Span): Span {
	const { from: first, to: last } = viewLimits;
	const from = Math.min(Math.max(span.from, first), last - shortestSpanMs) as Instant;
	const to = Math.max(Math.min(span.to, last), from + shortestSpanMs) as Instant;
	return { from, to };
}
