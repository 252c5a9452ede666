import { instant } from '../time/instant.ts';
import { spanLength, type Span } from '../time/span.ts';

/** Units that an address may be rounded to, in milliseconds. */
const roundMs: readonly number[] = [1, 10, 60, 600, 3600, 21_600, 86_400].map((s) => s * 1000);

/** `span` rounded to whole units of less than a quarter of a pixel, so that its address is short. */
export function roundedSpan(span: Span, widthPx: number): Span {
	const quarterMs = spanLength(span) / Math.max(widthPx, 1) / 4;
	const unitMs = roundMs.findLast((unit) => unit <= quarterMs) ?? 1;
	const rounded = (at: number) => instant(Math.round(at / unitMs) * unitMs);
	return { from: rounded(span.from), to: rounded(span.to) };
}
