import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	formatDate,
	formatDayMonth,
	formatDays,
	formatDuration,
	formatMoment,
	formatMomentPlain,
	formatMonthYear,
	formatQueryInstant,
	formatStretch,
	formatTime,
	wallClock,
	zoneLabel
} from '../../../src/lib/time/format.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../src/lib/time/span.ts';
import { at } from '../at.ts';

describe('moments', () => {
	it.each([
		['2024-01-17T17:46:00Z', 'UTC', '17 Jan 2024, 17:46 UTC'],
		['2024-02-29T00:00:00Z', 'UTC', '29 Feb 2024, 00:00 UTC'],
		['2023-12-31T23:59:59Z', 'UTC', '31 Dec 2023, 23:59 UTC'],
		['1966-03-16T22:14:00Z', 'UTC', '16 Mar 1966, 22:14 UTC'],
		['2023-12-31T23:59:59Z', 'Europe/Berlin', '1 Jan 2024, 00:59 CET'],
		['2024-03-31T00:59:00Z', 'Europe/Berlin', '31 Mar 2024, 01:59 CET'],
		['2024-03-31T01:00:00Z', 'Europe/Berlin', '31 Mar 2024, 03:00 CEST'],
		['2024-10-27T00:30:00Z', 'Europe/Berlin', '27 Oct 2024, 02:30 CEST'],
		['2024-10-27T01:30:00Z', 'Europe/Berlin', '27 Oct 2024, 02:30 CET'],
		['2024-02-29T02:00:00Z', 'America/New_York', '28 Feb 2024, 21:00 GMT-5'],
		['2024-02-28T20:00:00Z', 'Asia/Kolkata', '29 Feb 2024, 01:30 GMT+5:30']
	])('writes %s in %s as %s', (iso, zone, text) => {
		expect(formatMoment(at(iso), 'instant', zone)).toBe(text);
	});

	it('writes one known to the day as a date alone, never as 00:00, in no zone but its own', () => {
		const day = at('2021-09-18');
		expect(formatMoment(day, 'day')).toBe('18 Sep 2021');
		expect(formatMoment(day, 'day', 'America/New_York')).toBe('18 Sep 2021');
		expect(formatMomentPlain(day, 'day')).toBe('18 Sep 2021');
	});

	it('writes no comma in accessible names, where a comma parts facts', () => {
		expect(formatMomentPlain(at('2024-01-17T17:46Z'))).toBe('17 Jan 2024 17:46 UTC');
	});

	it('writes parts of a date in the zone asked for', () => {
		const newYear = at('2023-12-31T23:30Z');
		expect(formatDate(newYear, 'Europe/Berlin')).toBe('1 Jan 2024');
		expect(formatDayMonth(newYear, 'Europe/Berlin')).toBe('1 Jan');
		expect(formatMonthYear(newYear, 'Europe/Berlin')).toBe('Jan 2024');
		expect(formatTime(newYear, 'Europe/Berlin')).toBe('00:30');
		expect(formatMonthYear(newYear)).toBe('Dec 2023');
	});

	it('names UTC as UTC, not as GMT', () => {
		expect(zoneLabel(at('2024-01-17'), 'UTC')).toBe('UTC');
	});
});

describe('formatDuration', () => {
	it.each([
		[0, 'less than 1 min'],
		[59 * secondMs, 'less than 1 min'],
		[-5 * dayMs, 'less than 1 min'],
		[minuteMs, '1 min'],
		[hourMs - 1, '59 min'],
		[hourMs, '1 h'],
		[14 * hourMs + 3 * minuteMs, '14 h 3 min'],
		[dayMs - 1, '23 h 59 min'],
		[dayMs, '1 d'],
		[dayMs + 59 * minuteMs, '1 d'],
		[6 * dayMs + 12 * hourMs, '6 d 12 h'],
		[297 * dayMs + 14 * hourMs + 44 * minuteMs, '297 d 14 h'],
		[9483 * dayMs, '9483 d']
	])('writes %d ms as %s', (lengthMs, text) => {
		expect(formatDuration(lengthMs)).toBe(text);
	});

	it('writes whole days where an end is known to the day', () => {
		expect(formatDays(12.4 * dayMs)).toBe('12 d');
		expect(formatDays(-dayMs)).toBe('0 d');
	});
});

describe('formatStretch', () => {
	it.each([
		['2026-10-01T12:00Z', '2026-10-08T00:00Z', '6 d 12 h'],
		['2026-06-30T01:00Z', '2026-10-08T00:00Z', '99 d 23 h'],
		['2026-06-30T00:00Z', '2026-10-08T12:00Z', '100 d'],
		['2024-01-14T00:00Z', '2026-10-09T23:00Z', '999 d'],
		['2024-01-13T00:00Z', '2026-10-09T00:00Z', '2 y 8 mo'],
		['2000-07-26T00:45Z', '2026-10-26T00:45Z', '26 y 3 mo'],
		['2020-02-29T00:00Z', '2024-02-29T00:00Z', '4 y'],
		['2020-02-29T00:00Z', '2024-02-28T23:59Z', '3 y 11 mo'],
		// The readers' zones change clocks in between; the months are UTC's all the same.
		['2023-04-01T00:00Z', '2026-04-01T00:00Z', '3 y'],
		['2023-03-31T23:30Z', '2026-03-31T23:30Z', '3 y']
	])('writes %s to %s as %s', (from, to, text) => {
		expect(formatStretch(at(from), at(to))).toBe(text);
	});
});

describe('formatStretch over years', () => {
	it('never tells of twelve months beside years', () => {
		const start = fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2030, 0) });
		const lengthMs = fc.integer({ min: 1000 * dayMs, max: 20_000 * dayMs });
		fc.assert(
			fc.property(start, lengthMs, (from, length) => {
				const text = formatStretch(instant(from), instant(from + length));
				const [, years, months = '0'] = /^(\d+) y(?: (\d+) mo)?$/.exec(text)!;
				expect(Number(months)).toBeLessThan(12);
				const days = (Number(years) + Number(months) / 12) * 365.2425;
				expect(length / dayMs - days).toBeGreaterThan(-3);
				expect(length / dayMs - days).toBeLessThan(34);
			})
		);
	});
});

describe('formatQueryInstant', () => {
	it.each([
		['2024-01-17', '2024-01-17'],
		['2024-01-17T17:46:00Z', '2024-01-17T17:46Z'],
		['2024-01-17T17:46:30Z', '2024-01-17T17:46:30Z'],
		['2024-01-17T00:00:30Z', '2024-01-17T00:00:30Z'],
		['2024-01-17T17:46:00.250Z', '2024-01-17T17:46:00.250Z']
	])('writes %s as %s', (iso, text) => {
		expect(formatQueryInstant(at(iso))).toBe(text);
		expect(at(text)).toBe(at(iso));
	});
});

describe('wallClock', () => {
	it('tells midnight as hour 0 of the new day', () => {
		expect(wallClock(at('2024-01-16T23:00Z'), 'Europe/Berlin')).toEqual({
			year: 2024,
			month: 0,
			day: 17,
			hour: 0,
			minute: 0,
			second: 0
		});
	});
});
