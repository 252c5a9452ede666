import { formatIso, type Instant } from '../time/instant.ts';
import { calmReasons, noAnswer } from '../view/kiosk-feed.ts';
import type { Failure } from './launch-library/failure.ts';
import { isUnreachable, type Hindrance } from './refresh/pace.ts';

/**
 * One plain sentence, without a full stop, on why the data shown are a sample or old.
 * `hindrance` is undefined while nothing has gone wrong yet.
 */
export function reasonFor(
	hindrance: Hindrance | undefined,
	isUpstreamOff: boolean,
	now: Instant
): string {
	if (isUpstreamOff) return calmReasons.off;
	if (!hindrance) return calmReasons.reading;
	if (hindrance.kind === 'wait')
		return `Launch Library 2 allows no more calls until ${clockTime(hindrance.until, now)}`;
	return failureReason(hindrance.failure);
}

function failureReason(failure: Failure): string {
	if (isUnreachable(failure)) return noAnswer;
	if (failure.kind === 'status' || failure.kind === 'not-found')
		return `Launch Library 2 answered with an error (HTTP ${failure.status ?? 'unknown'})`;
	return 'Launch Library 2 answered with something that could not be read';
}

/** `12:05 UTC`, with the date when it is not today's. */
function clockTime(at: Instant, now: Instant): string {
	const [date, time = ''] = formatIso(at).split('T');
	const isToday = formatIso(now).startsWith(`${date}T`);
	return `${isToday ? '' : `${date} `}${time.slice(0, 5)} UTC`;
}
