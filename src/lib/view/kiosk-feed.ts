import type { Columns } from '../docking/columns.ts';
import { formatDate, formatDayMonth, formatTime, wallClock } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { ViewClock } from '../timeline/segments.ts';

/** Everything that a kiosk needs to go on by itself: the body of `/kiosk.json`. */
export interface KioskFeed {
	/** The version of the app that answers. */
	readonly app: string;
	readonly status: KioskStatus;
	/** All stays. */
	readonly columns: Columns;
}

/** Where the data come from and how old they are. */
export interface KioskStatus {
	readonly source: 'live' | 'stale' | 'sample';
	/** Of the last successful refresh. */
	readonly updated: Instant;
	/** How old that may be before the data are stale, in milliseconds. */
	readonly staleAfterMs: number;
	/** Another one exactly when the stays are others. */
	readonly version: string;
	/** Why the data are a sample or stale, as the server says. */
	readonly reason?: string;
}

/** Why data are old when upstream is silent. */
export const noAnswer = 'No answer from Launch Library 2';

/** What a kiosk says of its data's age. */
export interface DataAge {
	readonly source: KioskStatus['source'];
	/** Until when the data are known. */
	readonly clock: ViewClock;
	/** `Data of 11:42 UTC`. */
	readonly text: string;
	/** Why they are not current, in a sentence; empty while they are. */
	readonly notice: string;
}

/**
 * The age of data at `now`, by the kiosk's own clock: they grow stale when nobody says anything,
 * too. `unreachableSince`: when the server last answered, while it does not.
 */
export function dataAge(
	status: KioskStatus,
	now: Instant,
	unreachableSince: Instant | undefined
): DataAge {
	const { updated, staleAfterMs, source, reason } = status;
	const isOld = now - updated > staleAfterMs;
	const clock = { now, knownUntil: isOld ? updated : now };
	if (source === 'sample') {
		const text = `Sample data of ${formatDate(updated)}`;
		return { source, clock, text, notice: '' };
	}
	const text = `Data of ${momentText(updated, now)} UTC`;
	if (!isOld) return { source: 'live', clock, text, notice: '' };
	const moment = momentText(updated, now);
	const why =
		unreachableSince === undefined
			? (reason ?? noAnswer)
			: `No answer from the server since ${momentText(unreachableSince, now)} UTC`;
	const since = why === noAnswer ? ` since ${moment} UTC` : '';
	return { source: 'stale', clock, text, notice: `${why}${since}; showing data of ${moment} UTC` };
}

/** The time of day; with its date when it is another than that of `now`. */
function momentText(at: Instant, now: Instant): string {
	const [a, b] = [wallClock(at, 'UTC'), wallClock(now, 'UTC')];
	if (a.year !== b.year) return `${formatDate(at)}, ${formatTime(at)}`;
	const isToday = a.month === b.month && a.day === b.day;
	return isToday ? formatTime(at) : `${formatDayMonth(at)}, ${formatTime(at)}`;
}
