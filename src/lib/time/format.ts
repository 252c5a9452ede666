import { differenceInCalendarMonths } from 'date-fns';
import { plusMonths } from './calendar.ts';
import { isBareDate, type Instant, type Precision } from './instant.ts';
import { dayMs, hourMs, minuteMs } from './span.ts';
import { zoneContext, type Zone } from './zone.ts';

/** As dates are written here. */
export const months = [
	'Jan',
	'Feb',
	'Mar',
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec'
];

interface WallClock {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
}

/** `17 Jan 2024`. */
export function formatDate(at: Instant, zone: Zone = 'UTC'): string {
	const { year, month, day } = wallClock(at, zone);
	return `${day} ${months[month]} ${year}`;
}

/** `17 Jan`: for places where the year is told beside it. */
export function formatDayMonth(at: Instant, zone: Zone = 'UTC'): string {
	const { month, day } = wallClock(at, zone);
	return `${day} ${months[month]}`;
}

/** `Jan 2024`. */
export function formatMonthYear(at: Instant, zone: Zone = 'UTC'): string {
	const { year, month } = wallClock(at, zone);
	return `${months[month]} ${year}`;
}

/** `1998`. */
export function formatYear(at: Instant, zone: Zone = 'UTC'): string {
	return `${wallClock(at, zone).year}`;
}

/** `17:46`. */
export function formatTime(at: Instant, zone: Zone = 'UTC'): string {
	const { hour, minute } = wallClock(at, zone);
	return `${pad(hour)}:${pad(minute)}`;
}

/**
 * `17 Jan 2024, 17:46 UTC`; one known to the day is `17 Jan 2024`, in its own (UTC) date whatever
 * the zone, because shifting a date without an hour would invent one.
 */
export function formatMoment(
	at: Instant,
	precision: Precision = 'instant',
	zone: Zone = 'UTC'
): string {
	if (precision === 'day') return formatDate(at);
	return `${formatDate(at, zone)}, ${formatTime(at, zone)} ${zoneLabel(at, zone)}`;
}

/** `17 Jan 2024 17:46 UTC`: as `formatMoment`, for accessible names, where a comma parts facts. */
export function formatMomentPlain(at: Instant, precision: Precision = 'instant'): string {
	return formatMoment(at, precision).replace(',', '');
}

/** `UTC`, else the zone's short name at that instant: `CEST`, `GMT+5:30`. */
export function zoneLabel(at: Instant, zone: Zone): string {
	if (zone === 'UTC') return 'UTC';
	const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
	return parts.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/**
 * A length in its largest two useful units, rounded down: `297 d 14 h`, `14 h 3 min`, `12 min`,
 * `less than 1 min`. A negative length is written as zero.
 */
export function formatDuration(lengthMs: number): string {
	const days = Math.floor(lengthMs / dayMs);
	const hours = Math.floor((lengthMs % dayMs) / hourMs);
	const minutes = Math.floor((lengthMs % hourMs) / minuteMs);
	if (days >= 1) return hours ? `${days} d ${hours} h` : `${days} d`;
	if (hours >= 1) return minutes ? `${hours} h ${minutes} min` : `${hours} h`;
	return minutes >= 1 ? `${minutes} min` : 'less than 1 min';
}

/** As `formatDuration`, in whole days: one end is known to the day only. */
export function formatDays(lengthMs: number): string {
	const days = Math.max(0, Math.round(lengthMs / dayMs));
	return `${days} d`;
}

/**
 * A stretch for a narrow column: `6 d 12 h` under 100 days, whole days under 1000, else calendar
 * years and months: `26 y 3 mo`.
 */
export function formatStretch(from: Instant, to: Instant): string {
	const lengthMs = to - from;
	if (lengthMs < 100 * dayMs) return formatDuration(lengthMs);
	if (lengthMs < 1000 * dayMs) return `${Math.floor(lengthMs / dayMs)} d`;
	const begun = differenceInCalendarMonths(to, from, { in: zoneContext('UTC') });
	const count = plusMonths(from, begun) <= to ? begun : begun - 1;
	const years = Math.floor(count / 12);
	const rest = count % 12;
	return rest ? `${years} y ${rest} mo` : `${years} y`;
}

/** `2024-01-17` at midnight UTC, else the full ISO instant to the minute or second. */
export function formatQueryInstant(at: Instant): string {
	const iso = new Date(at).toISOString();
	if (iso.endsWith('T00:00:00.000Z') && isBareDate(iso.slice(0, 10))) return iso.slice(0, 10);
	return iso.replace(/(?::00)?\.000Z$/, 'Z');
}

/** The clock on the wall of `zone` at `at`. */
export function wallClock(at: Instant, zone: Zone): WallClock {
	const date = zoneContext(zone)(at);
	return {
		year: date.getFullYear(),
		month: date.getMonth(),
		day: date.getDate(),
		hour: date.getHours(),
		minute: date.getMinutes(),
		second: date.getSeconds()
	};
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
