import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIso, instant, isBareDate, parseInstant } from '../../../src/lib/time/instant.ts';

describe('parseInstant', () => {
	it.each([
		['2024-01-17T17:46:00Z', '2024-01-17T17:46:00.000Z'],
		['2024-01-17T17:46Z', '2024-01-17T17:46:00.000Z'],
		['2024-01-17t17:46z', '2024-01-17T17:46:00.000Z'],
		['2024-01-17 17:46:00 Z', '2024-01-17T17:46:00.000Z'],
		[' 2024-01-17 ', '2024-01-17T00:00:00.000Z'],
		['2024-02-29', '2024-02-29T00:00:00.000Z'],
		['2000-02-29T23:59:59Z', '2000-02-29T23:59:59.000Z'],
		['1966-03-16T22:14:00Z', '1966-03-16T22:14:00.000Z'],
		['2023-03-05T18:00:00+08:00', '2023-03-05T10:00:00.000Z'],
		['2023-03-05T18:00:00+0800', '2023-03-05T10:00:00.000Z'],
		['2023-03-05T18:00:00+08', '2023-03-05T10:00:00.000Z'],
		['2024-01-01T00:15:00-03:30', '2024-01-01T03:45:00.000Z'],
		['2023-12-31T23:30:00-05:00', '2024-01-01T04:30:00.000Z'],
		['2023-03-05T10:00:00.123456Z', '2023-03-05T10:00:00.123Z'],
		['2023-03-05T10:00:00,9Z', '2023-03-05T10:00:00.900Z'],
		['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
		['0050-06-01', '0050-06-01T00:00:00.000Z'],
		['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z']
	])('reads %s as %s', (text, iso) => {
		expect(new Date(parseInstant(text)!).toISOString()).toBe(iso);
	});

	it.each([
		['a word', 'soon'],
		['nothing', ''],
		['no such day', '2023-02-30'],
		['29 February of a common year', '2023-02-29'],
		['29 February of 1900', '1900-02-29'],
		['month 13', '2023-13-01'],
		['month 0', '2023-00-10'],
		['day 0', '2023-01-00'],
		['hour 24', '2023-01-01T24:00:00Z'],
		['minute 60', '2023-01-01T10:60:00Z'],
		['second 61', '2023-01-01T10:00:61Z'],
		['a time without a zone', '2023-03-05T10:00:00'],
		['an offset of 19 hours', '2023-03-05T10:00:00+19:00'],
		['an offset of 75 minutes', '2023-03-05T10:00:00+01:75'],
		['a year of five digits', '12023-03-05'],
		['a year alone', '2023'],
		['text behind', '2023-03-05T10:00:00Z tomorrow'],
		['a number', '1678010400']
	])('refuses %s', (_, text) => {
		expect(parseInstant(text)).toBeUndefined();
	});

	it('reads back whatever formatIso writes, to the millisecond', () => {
		const inFourDigits = { min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) };
		fc.assert(
			fc.property(fc.integer(inFourDigits), (epochMs) => {
				expect(parseInstant(formatIso(instant(epochMs)))).toBe(epochMs);
			})
		);
	});
});

describe('formatIso', () => {
	it('leaves milliseconds out when there are none', () => {
		expect(formatIso(instant(Date.UTC(2024, 0, 17, 17, 46)))).toBe('2024-01-17T17:46:00Z');
		expect(formatIso(instant(Date.UTC(2024, 0, 17, 17, 46, 0, 5)))).toBe(
			'2024-01-17T17:46:00.005Z'
		);
	});
});

describe('isBareDate', () => {
	it('is true for a date alone', () => {
		expect(isBareDate('2024-01-17')).toBe(true);
		expect(isBareDate('2024-01-17T00:00Z')).toBe(false);
		expect(isBareDate('24-1-17')).toBe(false);
	});
});

describe('instant', () => {
	it('has one zero', () => {
		expect(Object.is(instant(-0.4), 0)).toBe(true);
	});

	it('rounds to whole milliseconds', () => {
		expect(instant(1.6)).toBe(2);
	});

	it.each([NaN, Infinity, -Infinity, 8.64e15 + 1])('throws for %s, and echoes it', (value) => {
		expect(() => instant(value)).toThrow(String(value));
	});
});
