import { parseInstant, type Instant } from '../../src/lib/time/instant.ts';
import type { Span } from '../../src/lib/time/span.ts';

/** The instant that `text` names; throws where it names none. */
export function at(text: string): Instant {
	const instant = parseInstant(text);
	if (instant === undefined) throw new RangeError(`no instant: ${text}`);
	return instant;
}

/** The span between the instants that two texts name. */
export function between(from: string, to: string): Span {
	return { from: at(from), to: at(to) };
}
