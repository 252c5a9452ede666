import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewLimits } from '../../../src/lib/view/limits.ts';
import {
	defaultKiosk,
	isDimmed,
	kioskSpan,
	parseKiosk,
	type KioskOptions
} from '../../../src/lib/view/kiosk-options.ts';
import { themes } from '../../../src/lib/view/view.ts';
import type { Instant } from '../../../src/lib/time/instant.ts';
import { at, between } from '../at.ts';

const parse = (query: string) => parseKiosk(new URLSearchParams(query));
const names = ['station', 'dwell', 'span', 'ahead', 'dim', 'now', 'theme', 'tz'];

function optionsOf(query: string): KioskOptions {
	const { options, problems } = parse(query);
	expect(problems).toEqual([]);
	return options;
}

describe('the options of an address', () => {
	it('are 18 months back, 2 ahead and 20 seconds each without any', () => {
		expect(optionsOf('')).toEqual({
			stations: [],
			dwellMs: 20_000,
			back: { count: 18, unit: 'months' },
			ahead: { count: 2, unit: 'months' },
			theme: 'auto',
			zone: 'UTC'
		});
	});

	it('are all read', () => {
		const query =
			'station=18,4&dwell=45&span=90d&ahead=3w&dim=21:30-06:15&now=2026-10-08T12:00Z' +
			'&theme=dark&tz=Europe/Berlin';
		expect(optionsOf(query)).toEqual({
			stations: [18, 4],
			dwellMs: 45_000,
			back: { count: 90, unit: 'days' },
			ahead: { count: 21, unit: 'days' },
			dim: { from: 21 * 60 + 30, to: 6 * 60 + 15 },
			now: at('2026-10-08T12:00Z'),
			theme: 'dark',
			zone: 'Europe/Berlin'
		});
	});

	it('know nothing of names that are not theirs', () => {
		expect(optionsOf('kind=boat&from=never&ports=some&utm_source=x&__proto__=1')).toEqual(
			defaultKiosk
		);
	});

	it.each([
		['90d', 90, 'days'],
		['12w', 84, 'days'],
		['18m', 18, 'months'],
		['2y', 24, 'months'],
		['1D', 1, 'days'],
		['6M', 6, 'months'],
		['007d', 7, 'days'],
		['100y', 1200, 'months']
	])('take %s for a stretch', (text, count, unit) => {
		expect(optionsOf(`span=${text}`).back).toEqual({ count, unit });
		expect(optionsOf(`ahead=${text}`).ahead).toEqual({ count, unit });
	});

	it.each(['0d', '0w', '0m', '0y'])('may show nothing ahead (%s), but not nothing back', (none) => {
		expect(optionsOf(`ahead=${none}`).ahead.count).toBe(0);
		const { options, problems } = parse(`span=${none}`);
		expect(options.back).toEqual(defaultKiosk.back);
		expect(problems.map(({ sentence }) => sentence)).toEqual([
			expect.stringContaining(`“${none}”`)
		]);
	});

	it.each([
		['a second', 'dwell=1', 1000],
		['a day', 'dwell=86400', 86_400_000]
	])('may let each view stay for %s', (_, query, dwellMs) => {
		expect(optionsOf(query).dwellMs).toBe(dwellMs);
	});

	it.each([
		['a name given several times as commas', 'station=4&station=18', 'station=4,18'],
		['stations given twice as once', 'station=18,4&station=18,04', 'station=18,4'],
		['empty values as not given', 'station=&dwell=&span=&ahead=&now=&theme=&tz=', ''],
		['values beside empty ones', 'dwell=&dwell=30&dim=&dim=1:00-2:00', 'dwell=30&dim=1:00-2:00'],
		['values among blanks', 'dwell=%2030%20&dim=%201:00%20-%202:00', 'dwell=30&dim=1:00-2:00']
	])('read %s', (_, query, plain) => {
		expect(optionsOf(query)).toEqual(optionsOf(plain));
	});

	it('do not choose between two values of one name', () => {
		const { options, problems } = parse('dwell=20&dwell=30&theme=light&theme=dark');
		expect(options).toEqual(defaultKiosk);
		expect(problems).toEqual([
			expect.objectContaining({ sentence: expect.stringMatching(/^dwell must be .*“20,30”/) }),
			expect.objectContaining({ sentence: expect.stringMatching(/^theme must be .*“light,dark”/) })
		]);
	});
});

describe('hours in which the screen is dimmed', () => {
	it.each([
		['dim', 22 * 60, 7 * 60],
		['dim=', 22 * 60, 7 * 60],
		['dim=22:00-07:00', 22 * 60, 7 * 60],
		['dim=9:05-17:59', 9 * 60 + 5, 17 * 60 + 59],
		['dim=00:00-23:59', 0, 23 * 60 + 59]
	])('are on with %s', (query, from, to) => {
		expect(optionsOf(query).dim).toEqual({ from, to });
	});

	it('are none unless they are named', () => {
		expect(optionsOf('dwell=30')).not.toHaveProperty('dim');
	});

	it.each<[string, string, string, readonly string[], readonly string[]]>([
		['over midnight', '22:00', '07:00', ['22:00', '23:59', '00:00', '06:59'], ['21:59', '07:00']],
		['within a day', '01:00', '05:30', ['01:00', '03:00', '05:29'], ['00:59', '05:30', '23:00']],
		['up to midnight', '22:00', '00:00', ['22:00', '23:59'], ['21:59', '00:00', '12:00']]
	])('%s hold their first minute but not their last', (_, from, to, held, free) => {
		const { dim } = optionsOf(`dim=${from}-${to}`);
		const isHeld = (time: string) => {
			const [hour = NaN, minute = NaN] = time.split(':').map(Number);
			return isDimmed(dim!, 60 * hour + minute);
		};
		expect(held.filter((time) => !isHeld(time))).toEqual([]);
		expect(free.filter(isHeld)).toEqual([]);
	});
});

describe('a value that makes no sense', () => {
	const inYears = 'in the years 1950 to 2149';
	it.each([
		['dwell', '0', 'whole seconds from 1 to 86400'],
		['dwell', '-5', 'whole seconds from 1 to 86400'],
		['dwell', '1.5', 'whole seconds from 1 to 86400'],
		['dwell', '1e3', 'whole seconds from 1 to 86400'],
		['dwell', '86401', 'whole seconds from 1 to 86400'],
		['dwell', 'Infinity', 'whole seconds from 1 to 86400'],
		['span', '18', '90d, 12w, 18m or 2y'],
		['span', 'd', '90d, 12w, 18m or 2y'],
		['span', '1.5y', '90d, 12w, 18m or 2y'],
		['span', '-2m', '90d, 12w, 18m or 2y'],
		['span', '101y', '100 years at most'],
		['span', '1201m', '100 years at most'],
		['span', '99999d', '100 years at most'],
		['ahead', 'soon', '90d, 12w, 18m or 2y, 0d for none'],
		['ahead', '9999w', '100 years at most'],
		['dim', 'on', 'two different times of day such as 22:00-07:00'],
		['dim', '22:00', 'two different times of day'],
		['dim', '22-7', 'two different times of day'],
		['dim', '22:00-', 'two different times of day'],
		['dim', '24:00-07:00', 'two different times of day'],
		['dim', '22:60-07:00', 'two different times of day'],
		['dim', '22:00-22:00', 'two different times of day'],
		['dim', '22:00-07:00-08:00', 'two different times of day'],
		['station', 'iss', 'Launch Library 2 station ids'],
		['station', 'other', 'Launch Library 2 station ids'],
		['now', 'today', 'an ISO 8601 date'],
		['now', '2026-10-08T12:00', 'an ISO 8601 date'],
		['now', '1949-12-31', inYears],
		['theme', 'pink', 'light, dark or auto'],
		['tz', 'Mars/Olympus', 'utc, local or an IANA zone']
	])('of %s leaves all else as asked: %s', (name, value, allowed) => {
		const good = new URLSearchParams(
			'station=18&dwell=45&span=90d&ahead=1w&dim=1:00-2:00&now=2026-10-08&theme=dark&tz=local'
		);
		const { options: wanted } = parseKiosk(good);
		good.set(name, value);
		const { options, problems } = parseKiosk(good);
		const key = { station: 'stations', dwell: 'dwellMs', span: 'back', tz: 'zone' }[name] ?? name;
		expect(options).toEqual({ ...wanted, [key]: defaultKiosk[key as keyof KioskOptions] });
		expect(problems).toHaveLength(1);
		const { parameter, sentence, instead } = problems[0]!;
		expect(parameter).toBe(name);
		expect(sentence).toMatch(new RegExp(`^${name} must be .+, not “.+”\\.$`));
		expect(sentence).toContain(`, not “${value}”.`);
		expect(sentence).toContain(allowed);
		expect(instead).toMatch(/^[A-Z].+\.$/);
	});

	it('is told of beside every other', () => {
		const { options, problems } = parse(names.map((name) => `${name}=?`).join('&'));
		expect(options).toEqual(defaultKiosk);
		expect(problems.map(({ parameter }) => parameter).sort()).toEqual([...names].sort());
	});

	it('is cut short where it is long', () => {
		const { problems } = parse(`dwell=${'9'.repeat(5000)}`);
		expect(problems[0]!.sentence.length).toBeLessThan(150);
	});
});

describe('what is shown of time', () => {
	it.each([
		['18 months and 2', '', '2026-10-08T00:30Z', '2025-04-08T00:30Z', '2026-12-08T00:30Z'],
		['to the ends of months', 'span=6m&ahead=1m', '2024-08-31', '2024-02-29', '2024-09-30'],
		[
			'to a common February',
			'span=6m&ahead=6m',
			'2025-08-31T12:00Z',
			'2025-02-28T12:00Z',
			'2026-02-28T12:00Z'
		],
		['from a leap day', 'span=1y&ahead=1y', '2024-02-29', '2023-02-28', '2025-02-28'],
		['from a leap day to another', 'span=4y&ahead=4y', '2024-02-29', '2020-02-29', '2028-02-29'],
		['over a leap day', 'span=366d&ahead=1d', '2025-02-28', '2024-02-28', '2025-03-01'],
		['over the change of clocks', 'span=1w&ahead=1w', '2026-03-10', '2026-03-03', '2026-03-17'],
		['nothing ahead', 'span=1d&ahead=0m', '2026-01-01', '2025-12-31', '2026-01-01']
	])('is counted in calendar months and whole days: %s', (_, query, now, from, to) => {
		expect(kioskSpan(optionsOf(query), at(now))).toEqual(between(from, to));
	});
});

it('any address gives options that can be used', () => {
	const value = fc.oneof(
		fc.string(),
		fc.stringMatching(/^\d{1,6}[dwmy]?$/),
		fc.stringMatching(/^\d{1,2}:\d{2}-\d{1,2}:\d{2}$/),
		fc.constantFrom('', '4', '18,4', '-1', 'now', '2024-02-29', 'NaN', '22:00-07:00', 'utc')
	);
	const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value));
	const moment = fc.integer({ min: viewLimits.from, max: viewLimits.to - 1 });
	fc.assert(
		fc.property(pairs, moment, (query, other) => {
			const { options, problems } = parseKiosk(new URLSearchParams(query));
			const now = options.now ?? (other as Instant);
			const { from, to } = kioskSpan(options, now);
			expect(from).toBeLessThan(now);
			expect(to).toBeGreaterThanOrEqual(now);
			expect(options.dwellMs).toBeGreaterThanOrEqual(1000);
			expect(options.dwellMs).toBeLessThanOrEqual(86_400_000);
			expect(options.stations.every(Number.isSafeInteger)).toBe(true);
			expect(new Set(options.stations).size).toBe(options.stations.length);
			expect(themes).toContain(options.theme);
			for (const minute of Object.values(options.dim ?? {})) {
				expect(Number.isInteger(minute) && minute >= 0 && minute < 1440).toBe(true);
			}
			expect(problems.filter(({ sentence }) => !/^\w+ must be .+\.$/s.test(sentence))).toEqual([]);
		}),
		{ numRuns: 1000 }
	);
});
