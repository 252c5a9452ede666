import { instant, type Instant } from './instant.ts';
import { spanLength, type Span } from './span.ts';

/**
 * Where instants lie in a span, as a share of it: 0 at `from`, 1 at `to`, beyond both outside.
 * Shares, not pixels, because the server draws before any width is known.
 */
export interface TimeScale {
	readonly span: Span;
	/** Share of the span at which `at` lies; not clamped. */
	share(at: Instant): number;
	/** The instant at `share`. */
	at(share: number): Instant;
	/** Share clamped to [0, 1]. */
	clampedShare(at: Instant): number;
}

/** The scale of `span`; throws a RangeError for a span without length. */
export function timeScale(span: Span): TimeScale {
	const lengthMs = spanLength(span);
	if (!(lengthMs > 0)) throw new RangeError(`no span: ${span.from} to ${span.to}`);
	const share = (at: Instant) => (at - span.from) / lengthMs;
	return {
		span,
		share,
		at: (part) => instant(span.from + part * lengthMs),
		clampedShare: (at) => Math.min(1, Math.max(0, share(at)))
	};
}
