import { isOutdated, type ViewClock } from '../docking/state.ts';
import { formatDate, formatDayMonth, formatTime, wallClock } from '../time/format.ts';

/**
 * The date that a kiosk's facts are of, where they are not known to its clock: `8 Oct 2026`, on the
 * day of `now` `06:30 UTC`; empty while all is known.
 */
export function asOfText(clock: ViewClock): string {
	if (!isOutdated(clock)) return '';
	return isSameDay(clock) ? timeText(clock) : formatDate(clock.knownUntil);
}

/** Until when a kiosk's facts are known, as short as can be: without the year of `now`. */
export function knownText(clock: ViewClock): string {
	const { now, knownUntil } = clock;
	if (isSameDay(clock)) return timeText(clock);
	const isSameYear = wallClock(now, 'UTC').year === wallClock(knownUntil, 'UTC').year;
	return (isSameYear ? formatDayMonth : formatDate)(knownUntil);
}

/** Over the craft that are docked: `Docked now`, `Docked as of 8 Oct 2026`. */
export function allTitle(clock: ViewClock): string {
	const asOf = asOfText(clock);
	return asOf ? `Docked as of ${asOf}` : 'Docked now';
}

function timeText({ knownUntil }: ViewClock): string {
	return `${formatTime(knownUntil)} UTC`;
}

function isSameDay({ now, knownUntil }: ViewClock): boolean {
	return formatDate(now) === formatDate(knownUntil);
}
