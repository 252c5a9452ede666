import { describe, expect, it } from 'vitest';
import { axisAt, type Tick } from '../../../src/lib/timeline/axis.ts';
import { between } from '../at.ts';

const labels = (ticks: readonly Tick[]) => ticks.map((tick) => tick.label).join(' ');
const rowsOf = (from: string, to: string, widthPx: number, zone = 'UTC') =>
	axisAt(between(from, to), widthPx, zone);

describe('the axis', () => {
	it.each([
		['a minute', '2026-10-08T12:00Z', '2026-10-08T12:01Z', 300, '12:00', '8 Oct 2026'],
		[
			'five minutes',
			'2026-10-08T12:00Z',
			'2026-10-08T12:05Z',
			400,
			'12:00 12:01 12:02 12:03 12:04',
			'8 Oct 2026'
		],
		[
			'an hour',
			'2026-10-08T12:00Z',
			'2026-10-08T13:00Z',
			400,
			'12:00 12:10 12:20 12:30 12:40 12:50',
			'8 Oct 2026'
		],
		[
			'a day',
			'2026-10-08T00:00Z',
			'2026-10-09T00:00Z',
			400,
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00',
			'8 Oct 2026'
		],
		[
			'two days',
			'2026-10-08T20:00Z',
			'2026-10-10T20:00Z',
			300,
			'00:00 12:00 00:00 12:00',
			'9 Oct 2026 10 Oct 2026'
		],
		[
			'a leap February',
			'2024-02-25T00:00Z',
			'2024-03-03T00:00Z',
			300,
			'25 26 27 28 29 1 2',
			'Feb 2024 Mar 2024'
		],
		['a month', '2026-10-01T00:00Z', '2026-11-01T00:00Z', 400, '1 6 11 16 21 26', 'Oct 2026'],
		[
			'20 months',
			'2025-04-08T00:00Z',
			'2026-12-08T00:00Z',
			1000,
			'May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov',
			'2025 2026'
		],
		[
			'20 months on a phone',
			'2025-04-08T00:00Z',
			'2026-12-08T00:00Z',
			320,
			'Jul Oct Jan Apr Jul Oct',
			'2025 2026'
		],
		[
			'ten years',
			'2017-01-01T00:00Z',
			'2027-01-01T00:00Z',
			500,
			'2017 2018 2019 2020 2021 2022 2023 2024 2025 2026',
			''
		],
		[
			'ten years on a phone',
			'2017-01-01T00:00Z',
			'2027-01-01T00:00Z',
			320,
			'2018 2020 2022 2024',
			''
		],
		[
			'sixty years',
			'1966-01-01T00:00Z',
			'2026-12-31T00:00Z',
			400,
			'1970 1980 1990 2000 2010 2020',
			''
		],
		['a century', '1950-01-01T00:00Z', '2050-01-01T00:00Z', 220, '1960 1980 2000 2020', '']
	])(
		'of %s (%s to %s) on %d px has ticks at “%s” under “%s”',
		(_, from, to, widthPx, lower, upper) => {
			const rows = rowsOf(from, to, widthPx);
			expect([labels(rows.lower).trim(), labels(rows.upper).trim()]).toEqual([lower, upper]);
		}
	);

	it.each([
		[
			'clocks go forward',
			'Europe/Berlin',
			'2024-03-30T23:00Z',
			'2024-03-31T22:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks go back',
			'Europe/Berlin',
			'2024-10-26T22:00Z',
			'2024-10-27T23:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks go forward',
			'America/New_York',
			'2024-03-10T05:00Z',
			'2024-03-11T04:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks go back',
			'America/New_York',
			'2024-11-03T04:00Z',
			'2024-11-04T05:00Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'clocks move half an hour',
			'Australia/Lord_Howe',
			'2024-04-06T13:00Z',
			'2024-04-07T13:30Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		],
		[
			'the zone is off by half an hour',
			'Asia/Kolkata',
			'2024-03-30T18:30Z',
			'2024-03-31T18:30Z',
			'00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00'
		]
	])('on a day when %s in %s (%s to %s) keeps to whole hours there', (_, zone, from, to, lower) => {
		expect(labels(rowsOf(from, to, 480, zone).lower)).toBe(lower);
	});

	it('leaves out the hour that clocks skip, and shows twice the one they repeat', () => {
		const spring = rowsOf('2024-03-30T23:00Z', '2024-03-31T03:00Z', 240, 'Europe/Berlin');
		expect(labels(spring.lower)).toBe('00:00 01:00 03:00 04:00');
		const autumn = rowsOf('2024-10-26T23:00Z', '2024-10-27T03:00Z', 240, 'Europe/Berlin');
		expect(labels(autumn.lower)).toBe('01:00 02:00 02:00 03:00');
	});

	it('puts months and days on midnight of the zone, also where midnight is skipped', () => {
		const { lower } = rowsOf('2024-04-24T00:00Z', '2024-04-29T00:00Z', 300, 'Africa/Cairo');
		expect(lower.map((tick) => new Date(tick.at).toISOString())).toEqual([
			'2024-04-24T22:00:00.000Z',
			// Friday began at 01:00 there.
			'2024-04-25T22:00:00.000Z',
			'2024-04-26T21:00:00.000Z',
			'2024-04-27T21:00:00.000Z',
			'2024-04-28T21:00:00.000Z'
		]);
	});
});
