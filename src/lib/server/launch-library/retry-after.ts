import type { Instant } from '../../time/instant.ts';

/** No header may silence an installation for longer than a day. */
const longestMs = 86_400_000;

/**
 * Milliseconds that a `Retry-After` header (RFC 9110, 10.2.3: seconds or an HTTP date) asks to wait
 * from `now`, between a second and a day; undefined when there is none or it cannot be read.
 */
export function retryAfterMs(header: string | null | undefined, now: Instant): number | undefined {
	const text = header?.trim();
	if (!text) return undefined;
	const waitMs = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : dateMs(text) - now;
	if (Number.isNaN(waitMs)) return undefined;
	return Math.min(longestMs, Math.max(1000, Math.ceil(waitMs)));
}

/** The three forms of RFC 9110, 5.6.7, all of them UTC; anything else would be a guess. */
function dateMs(text: string): number {
	if (!/^[A-Z][a-z]{2,8},? .*(GMT|\d{4})$/.test(text)) return NaN;
	return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}
