import type { Columns } from '../docking/columns.ts';
import { formatDate, formatDayMonth, formatTime, wallClock } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { minuteMs } from '../time/span.ts';
import type { ViewClock } from '../docking/state.ts';

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

/** Why a sample is shown while nothing is wrong: somebody wants it so, or the data are on their way. */
export const calmReasons = {
	off: 'Upstream is switched off',
	reading: 'Launch Library 2 is being read'
} as const;

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

/** What an age is told from. */
export interface AgeFacts {
	readonly status: KioskStatus;
	/** The view's own instant. */
	readonly now: Instant;
	/** They are too old, as `isStale` says. */
	readonly isOld: boolean;
	/** When the server last answered, while it does not. */
	readonly unreachableSince?: Instant | undefined;
}

/**
 * True when data are too old at `at`, a true clock's instant: they grow stale when nobody says
 * anything, too. Without such a clock only what the server says counts.
 */
export function isStale({ source, updated, staleAfterMs }: KioskStatus, at?: Instant): boolean {
	if (source === 'sample') return false;
	return source === 'stale' || (at !== undefined && at - updated > staleAfterMs);
}

/** The age of a kiosk's data in words, and until when the view knows what it shows. */
export function dataAge(facts: AgeFacts): DataAge {
	const { status, now, isOld, unreachableSince } = facts;
	const { updated, staleAfterMs, source, reason } = status;
	const clock = { now, knownUntil: now - updated > staleAfterMs ? updated : now };
	if (source === 'sample') {
		const date = formatDate(updated);
		const why = sampleTrouble(facts);
		const notice = why && `${why}; showing sample data of ${date}`;
		return { source, clock, text: `Sample data of ${date}`, notice };
	}
	const moment = momentText(updated, now);
	const text = `Data of ${moment} UTC`;
	if (!isOld) return { source: 'live', clock, text, notice: '' };
	const why =
		unreachableSince === undefined ? (reason ?? noAnswer) : serverSilence(unreachableSince, now);
	const since = why === noAnswer ? ` since ${moment} UTC` : '';
	return { source: 'stale', clock, text, notice: `${why}${since}; showing data of ${moment} UTC` };
}

/** A server may start anew in this time, and nobody needs to know. */
const nearbyMs = 2 * minuteMs;

/** What is wrong where a sample is shown; empty where nothing is. */
function sampleTrouble({ status, now, unreachableSince }: AgeFacts): string {
	const { staleAfterMs, reason = '' } = status;
	const trouble = Object.values<string>(calmReasons).includes(reason) ? '' : reason;
	// A sign that stands anyway tells what is wrong nearest by.
	const patienceMs = trouble ? nearbyMs : staleAfterMs;
	if (unreachableSince !== undefined && now - unreachableSince > patienceMs)
		return serverSilence(unreachableSince, now);
	return trouble;
}

function serverSilence(since: Instant, now: Instant): string {
	return `No answer from the server since ${momentText(since, now)} UTC`;
}

/** The time of day; with its date when it is another than that of `now`. */
function momentText(at: Instant, now: Instant): string {
	const [a, b] = [wallClock(at, 'UTC'), wallClock(now, 'UTC')];
	if (a.year !== b.year) return `${formatDate(at)}, ${formatTime(at)}`;
	const isToday = a.month === b.month && a.day === b.day;
	return isToday ? formatTime(at) : `${formatDayMonth(at)}, ${formatTime(at)}`;
}
