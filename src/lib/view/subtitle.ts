import { formatDate, formatDayMonth, formatMoment, formatTime, zoneLabel } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { dayMs, type Span } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';
import type { ViewClock } from '../docking/state.ts';

/** What the line under the title tells of. */
export interface Shown {
	/** Stays on the lanes or rows shown. */
	readonly count: number;
	/** Stays that match, of which those may be a part. */
	readonly found: number;
	readonly span: Span;
	readonly clock: ViewClock;
	readonly zone: Zone;
}

/**
 * The line under the title, without a full stop: how many stays, when, as of when; of data older than
 * the clock, after which date nothing is known.
 */
export function subtitleOf({ count, found, span, clock, zone }: Shown): string {
	const { now, knownUntil } = clock;
	const stays = `${countOf(count, found)} ${found === 1 ? 'stay' : 'stays'} ${whenOf(span, zone)}`;
	if (knownUntil === now) return `${stays}, as of ${formatMoment(now, 'instant', zone)}`;
	if (span.to <= knownUntil) return `${stays}, as of ${formatDate(knownUntil, zone)}`;
	return `${stays}. What happened after ${formatDayMonth(knownUntil)} is not known here`;
}

/** `31`, `31 of 50` where the others are on lanes that are folded, `No`. */
function countOf(count: number, found: number): string {
	if (!found) return 'No';
	return count < found ? `${count} of ${found}` : `${count}`;
}

/** `between 1 Jan 2025 and 31 Dec 2025`, `on 8 Oct 2026`; of less than two days the times of day. */
function whenOf({ from, to }: Span, zone: Zone): string {
	const [first, last] = [formatDate(from, zone), formatDate((to - 1) as Instant, zone)];
	const [begin, end] = [formatTime(from, zone), formatTime(to, zone)];
	const isWhole = begin === '00:00' && end === '00:00';
	if (isWhole && first === last) return `on ${first}`;
	if (isWhole || to - from >= 2 * dayMs) return `between ${first} and ${last}`;
	if (first === last) return `on ${first} between ${begin} and ${end} ${zoneLabel(to, zone)}`;
	const moment = (at: Instant) => formatMoment(at, 'instant', zone);
	return `between ${moment(from)} and ${moment(to)}`;
}
