import { describe, expect, it } from 'vitest';
import { plusDays, plusMonths } from '../../../src/lib/time/calendar.ts';
import { spanAround, spanHolds, spanLength, spanWithMargin } from '../../../src/lib/time/span.ts';
import { knownZone } from '../../../src/lib/time/zone.ts';
import { at, between } from '../at.ts';

describe('a span', () => {
	const day = between('2024-02-29', '2024-03-01');

	it('holds its beginning and not its end', () => {
		expect(spanHolds(day, at('2024-02-29'))).toBe(true);
		expect(spanHolds(day, at('2024-02-29T23:59:59Z'))).toBe(true);
		expect(spanHolds(day, at('2024-03-01'))).toBe(false);
		expect(spanHolds(day, at('2024-02-28T23:59:59Z'))).toBe(false);
	});

	it('stretches to both sides', () => {
		expect(spanAround(undefined, at('2024-01-01'))).toEqual(between('2024-01-01', '2024-01-01'));
		expect(spanAround(day, at('2024-01-01'))).toEqual(between('2024-01-01', '2024-03-01'));
		expect(spanAround(day, at('2025-01-01'))).toEqual(between('2024-02-29', '2025-01-01'));
		expect(spanAround(day, at('2024-02-29T12:00Z'))).toEqual(day);
	});

	it('gets its margin on both sides', () => {
		expect(spanWithMargin(day, 0.5)).toEqual(between('2024-02-28T12:00Z', '2024-03-01T12:00Z'));
		expect(spanLength(day)).toBe(86_400_000);
	});
});

describe('the calendar', () => {
	it.each([
		['2024-01-31', 1, '2024-02-29'],
		['2023-01-31', 1, '2023-02-28'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-03-31', -1, '2024-02-29'],
		['2026-10-08T17:46Z', -24, '2024-10-08T17:46Z'],
		// Clocks change in New York in between.
		['2024-02-15T00:00Z', 1, '2024-03-15T00:00Z'],
		['2024-10-31T23:30Z', 1, '2024-11-30T23:30Z']
	])('moves %s by %d months to %s', (from, count, to) => {
		expect(plusMonths(at(from), count)).toBe(at(to));
	});

	it('counts days of 24 hours UTC, wherever it runs', () => {
		expect(plusDays(at('2024-03-09T12:00Z'), 2)).toBe(at('2024-03-11T12:00Z'));
		expect(plusDays(at('2024-03-01'), -1)).toBe(at('2024-02-29'));
	});
});

describe('knownZone', () => {
	it.each([
		['europe/berlin', 'Europe/Berlin'],
		['America/New_York', 'America/New_York'],
		['utc', 'UTC'],
		['Etc/UTC', 'UTC'],
		['Asia/Kolkata', 'Asia/Kolkata'],
		['Asia/Calcutta', 'Asia/Calcutta']
	])('spells %s as %s', (text, zone) => {
		expect(knownZone(text)).toBe(zone);
	});

	it.each(['Mars/Olympus', '', 'x'.repeat(5000), 'Europe/Berlin '])('knows no “%s”', (text) => {
		expect(knownZone(text)).toBeUndefined();
	});
});
