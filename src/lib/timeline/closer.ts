import { instant, type Instant } from '../time/instant.ts';
import { hourMs, spanLength, spanWithMargin, type Span } from '../time/span.ts';

/**
 * Where a click on a run leads: to what a view of `shown` sees of it, with a tenth of that, an hour
 * at least, on either side. Of a run that fills more than half of the view it leads to a quarter of
 * the view about `at`, the middle of what is seen when left out: never to more than was shown.
 */
export function closerTo(run: Span, shown: Span, at?: Instant): Span {
	const isApart = run.to <= shown.from || run.from >= shown.to;
	const from = instant(isApart ? run.from : Math.max(run.from, shown.from));
	const to = instant(isApart ? run.to : Math.min(run.to, shown.to));
	const lengthMs = Math.max(to - from, 1);
	if (lengthMs <= spanLength(shown) / 2)
		return spanWithMargin({ from, to }, Math.max(0.1, hourMs / lengthMs));
	const middle = at ?? from + lengthMs / 2;
	const halfMs = spanLength(shown) / 8;
	return { from: instant(middle - halfMs), to: instant(middle + halfMs) };
}
