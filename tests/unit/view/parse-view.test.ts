import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ViewError } from '../../../src/lib/view/parameters.ts';
import { parseView, problemIn } from '../../../src/lib/view/parse-view.ts';
import { toggled, viewHref, viewQuery } from '../../../src/lib/view/view-query.ts';
import { defaultView } from '../../../src/lib/view/view.ts';
import { at } from '../at.ts';
import { randomView } from './random-view.ts';

const parse = (query: string) => parseView(new URLSearchParams(query));

describe('the view of a query', () => {
	it('is the default without one, and for names that nobody knows', () => {
		expect(parse('')).toEqual(defaultView);
		expect(parse('?utm_source=x&__proto__=1&constructor=2')).toEqual(defaultView);
	});

	it('has every choice of it', () => {
		const query =
			'?station=4,18&port=19&kind=crew,cargo&agency=44&q=soyuz%20ms&docked=now&from=2025-01-01' +
			'&to=2026-12-31&now=2026-10-08T12:00Z&view=table&sort=-duration&order=occupancy&ports=all' +
			'&collapsed=18&theme=dark&tz=Europe/Berlin';
		expect(parse(query)).toEqual({
			filter: {
				stations: [4, 18],
				ports: [19],
				kinds: ['crew', 'cargo'],
				agencies: [44],
				text: 'soyuz ms',
				isDockedNow: true
			},
			from: at('2025-01-01'),
			to: at('2027-01-01'),
			now: at('2026-10-08T12:00Z'),
			theme: 'dark',
			zone: 'Europe/Berlin',
			sort: { column: 'duration', isDescending: true },
			order: 'occupancy',
			collapsed: [18],
			mode: 'table',
			ports: 'all'
		});
	});

	it.each([
		['a name given several times equals commas', 'station=4&station=18', 'station=4,18'],
		['a search given twice equals commas', 'q=soyuz&q=ms', 'q=soyuz,ms'],
		[
			'an empty value counts as not given',
			'station=&kind=&q=&from=&to=&now=&docked=&tz=&theme=&sort=',
			''
		],
		[
			'an empty value beside one that is given',
			'station=&station=4&theme=&theme=dark',
			'station=4&theme=dark'
		],
		['blanks around values', 'station=%204%20,%2018&q=%20soyuz%20', 'station=4,18&q=soyuz'],
		['empty parts of a list', 'station=,4,,18,', 'station=4,18'],
		[
			'a value given twice',
			'station=4,4,04&kind=crew,Crew&agency=7,07',
			'station=4&kind=crew&agency=7'
		],
		['port 12, which is port 19', 'port=12', 'port=19'],
		['port 12 beside port 19', 'port=19,12', 'port=19'],
		['other in any case', 'station=Other,other', 'station=other'],
		['kinds in any case', 'kind=CREW', 'kind=crew'],
		['minus nothing', 'port=-0', 'port=0'],
		['tz=UTC in any case', 'tz=UTC', 'tz=utc'],
		['a zone in any case', 'tz=europe/berlin', 'tz=Europe/Berlin'],
		['a plus sign that became a space', 'from=2026-01-17T12:00+02:00', 'from=2026-01-17T10:00Z'],
		['an offset that was encoded', 'from=2026-01-17T12:00%2B02:00', 'from=2026-01-17T10:00Z']
	])('reads %s: %s as %s', (_, query, plain) => {
		expect(parse(query)).toEqual(parse(plain));
	});

	it('takes a bare date in from for its beginning, in to for its end', () => {
		const view = parse('from=2024-02-29&to=2024-02-29');
		expect([view.from, view.to]).toEqual([at('2024-02-29'), at('2024-03-01')]);
	});

	it('takes an instant in to as it is, also at midnight', () => {
		expect(parse('to=2024-02-29T00:00Z').to).toBe(at('2024-02-29'));
	});

	it('takes ids that nobody knows', () => {
		expect(parse('station=999999&port=-4&agency=0').filter).toMatchObject({
			stations: [999_999],
			ports: [-4],
			agencies: [0]
		});
	});
});

describe('a value that makes no sense', () => {
	const long = 'x'.repeat(500);
	it.each([
		['station', 'station=abc'],
		['station', 'station=4,abc'],
		['station', 'station=4.5'],
		['station', 'station=1e3'],
		['station', 'station=0x4'],
		['station', 'station=1234567890123456'],
		['station', `station=${Array.from({ length: 201 }, (_, index) => index).join(',')}`],
		['port', 'port=forward'],
		['port', 'port=other'],
		['kind', 'kind=pizza'],
		['kind', 'kind=crew,pizza'],
		['agency', 'agency=NASA'],
		['q', `q=${'x'.repeat(201)}`],
		['docked', 'docked=yes'],
		['docked', 'docked=now&docked=now'],
		['from', 'from=yesterday'],
		['from', 'from=2026-02-30'],
		['from', 'from=2026-01-17T12:00'],
		['from', 'from=1949-12-31'],
		['from', 'from=2150-01-01'],
		['from', 'from=0050-01-01'],
		['from', 'from=2026-01-02&to=2026-01-01'],
		['from', 'from=2026-01-02T00:00Z&to=2026-01-02T00:00Z'],
		['from', 'from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:59Z'],
		['from', 'from=2026-01-01&from=2026-01-02'],
		['to', 'to=tomorrow'],
		['to', 'to=2150-01-01'],
		['to', 'to=1949-12-31'],
		['to', 'to=1950-01-01T00:00Z'],
		['now', 'now=now'],
		['now', 'now=2026-10-08T12:00'],
		['now', 'now=9999-12-31'],
		['theme', 'theme=pink'],
		['theme', 'theme=light&theme=dark'],
		['tz', 'tz=Mars/Olympus'],
		['tz', `tz=${long}`],
		['sort', 'sort=colour'],
		['sort', 'sort=--docking'],
		['order', 'order=random'],
		['collapsed', 'collapsed=other'],
		['view', 'view=kiosk'],
		['ports', 'ports=some']
	])('of %s is refused by a sentence that names it: %s', (parameter, query) => {
		let error: unknown;
		try {
			parse(query);
		} catch (caught) {
			error = caught;
		}
		expect(error).toBeInstanceOf(ViewError);
		const { message } = error as ViewError;
		expect((error as ViewError).parameter).toBe(parameter);
		expect(message).toMatch(new RegExp(`^${parameter} must be .+\\.$`, 's'));
		expect(message.length).toBeLessThan(250);
	});

	it.each([
		['from=2027-01-01&to=2026-12-31', 'from must be before to=2026-12-31, not “2027-01-01”.'],
		[
			'from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:59Z',
			'from must be at least a minute before to=2026-01-02T00:00:59Z, not “2026-01-02T00:00:00Z”.'
		],
		['from=0001-01-01', 'from must be in the years 1950 to 2149, not “0001-01-01”.'],
		[
			'kind=boat',
			'kind must be crew, cargo, module or other, or several with commas between, not “boat”.'
		],
		['docked=later', 'docked must be now or left out, not “later”.'],
		[
			'station=iss',
			'station must be Launch Library 2 station ids such as 4 or 4,18, or “other”, not “iss”.'
		],
		[`q=${'x'.repeat(201)}`, 'q must be at most 200 characters, not 201.']
	])('is told with what it may be, and what it is: %s', (query, sentence) => {
		expect(problemIn(new URLSearchParams(query))?.message).toBe(sentence);
	});

	it('is the only thing that parseView ever throws for', () => {
		const names = [
			...['station', 'port', 'kind', 'agency', 'q', 'docked', 'from', 'to', 'now', 'theme', 'tz'],
			...['sort', 'order', 'collapsed', 'view', 'ports']
		];
		const value = fc.oneof(
			fc.string(),
			fc.constantFrom('4', '-1', 'now', '2024-01-01', 'all', 'NaN', '4,4', '’')
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value)), (pairs) => {
				try {
					parseView(new URLSearchParams(pairs));
				} catch (error) {
					expect(error).toBeInstanceOf(ViewError);
				}
			}),
			{ numRuns: 500 }
		);
	});
});

describe('viewQuery', () => {
	it('gives back the view that it was made of', () => {
		fc.assert(
			fc.property(randomView, (view) => {
				expect(parse(viewQuery(view))).toEqual(view);
			}),
			{ numRuns: 1000 }
		);
	});

	it('gives one view one address, and the default none', () => {
		expect(viewQuery(defaultView)).toBe('');
		expect(viewHref(defaultView)).toBe('/');
		const query =
			'?station=4,18&q=Crew-13%20%26%20co&from=2025-01-01&to=2026-12-31&now=2026-10-08T12:00Z';
		expect(viewQuery(parse(query))).toBe(query);
		expect(viewQuery(parse('sort=-docking&view=timeline&ports=used&tz=UTC&theme=auto'))).toBe('');
	});

	it('writes a day’s end as that day, and any other instant in full', () => {
		expect(viewQuery({ ...defaultView, to: at('2024-03-01') })).toBe('?to=2024-02-29');
		expect(viewQuery({ ...defaultView, to: at('2024-03-01T00:00:30Z') })).toBe(
			'?to=2024-03-01T00:00:30Z'
		);
	});

	it('never lets a value out of its place', () => {
		const view = { ...defaultView, filter: { ...defaultView.filter, text: 'a&station=5#b?c=d+e' } };
		expect(new URLSearchParams(viewQuery(view)).get('q')).toBe('a&station=5#b?c=d+e');
		expect([...new URLSearchParams(viewQuery(view)).keys()]).toEqual(['q']);
	});
});

describe('toggled', () => {
	it('takes out what is there and adds what is not', () => {
		expect(toggled([4, 18], 4)).toEqual([18]);
		expect(toggled([4], 18)).toEqual([4, 18]);
	});
});
