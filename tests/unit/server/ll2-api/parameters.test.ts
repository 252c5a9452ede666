import { describe, expect, test } from 'vitest';
import {
	parseEventQuery,
	parseOrdering,
	parsePage,
	type EventQuery
} from '../../../../src/lib/server/ll2-api/parameters.ts';

function read(query: string): EventQuery {
	const parsed = parseEventQuery(new URLSearchParams(query));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
	return parsed.value;
}

function errorsOf(query: string) {
	const parsed = parseEventQuery(new URLSearchParams(query));
	return parsed.ok ? {} : parsed.errors;
}

const at = (text: string) => Date.parse(text);

describe('parseEventQuery', () => {
	test('asks for the first ten normal documents in the default order when nothing is said', () => {
		expect(read('')).toEqual({ limit: 10, offset: 0, mode: 'normal', terms: [], ordering: [] });
	});

	test.each([
		['docking__gte=2024-01-17', at('2024-01-17T00:00:00Z')],
		['docking__gt=2024-01-17', at('2024-01-17T00:00:00.001Z')],
		['docking__gte=2024-01-17T17:46', at('2024-01-17T17:46:00Z')],
		['docking__gte=2024-01-17 17:46', at('2024-01-17T17:46:00Z')],
		['docking__gte=2024-01-17T17:46:30', at('2024-01-17T17:46:30Z')],
		['docking__gte=2024-01-17T17:46:00Z', at('2024-01-17T17:46:00Z')],
		['docking__gte=2024-01-17T17:46:00%2B02:00', at('2024-01-17T15:46:00Z')],
		['docking__gte=2024-01-17T17:46:00+02:00', at('2024-01-17T15:46:00Z')],
		['docking__gte=2024-01-17T17:46:00-0530', at('2024-01-17T23:16:00Z')],
		['docking__gte= 2024-01-17 ', at('2024-01-17T00:00:00Z')],
		['docking__gt=2024-01-17&docking__gte=2024-02-01', at('2024-02-01T00:00:00Z')],
		['docking__gt=2024-03-17&docking__gte=2024-02-01', at('2024-03-17T00:00:00.001Z')],
		['docking__gte=1999-01-01&docking__gte=2024-02-01', at('2024-02-01T00:00:00Z')]
	])('%s begins at %d', (query, from) => {
		expect(read(query).dockingFrom).toBe(from);
	});

	test.each([
		['docking__lte=2024-01-17', at('2024-01-17T00:00:00Z')],
		['docking__lt=2024-01-17', at('2024-01-16T23:59:59.999Z')],
		['docking__lt=2024-01-17&docking__lte=2023-01-01', at('2023-01-01T00:00:00Z')]
	])('%s ends at %d', (query, to) => {
		expect(read(query).dockingTo).toBe(to);
	});

	test.each(['', 'docking__gt=', 'docking__gt=+', 'docking__gt=2024-01-17&docking__gt='])(
		'an empty filter was not given: %j',
		(query) => {
			const { dockingFrom } = read(query);
			expect(dockingFrom).toBeUndefined();
		}
	);

	test.each([
		'yesterday',
		'2024',
		'2024-13-01',
		'2024-02-30',
		'17:46',
		'1705513560',
		'2024-01-17T25:00Z'
	])('refuses %j as an instant, in Django’s words, by name', (value) => {
		expect(errorsOf(`docking__lt=${value}`)).toEqual({
			docking__lt: ['Enter a valid date/time.']
		});
	});

	test.each([
		['docking_location__id=32', { locationId: 32 }],
		['docking_location__id= 32 ', { locationId: 32 }],
		['docking_location__id=%2B32', { locationId: 32 }],
		['flight_vehicle_chaser__id=828', { chaserId: 828 }],
		['space_station_target__id=18', { targetId: 18 }],
		['space_station_target__id=4&space_station_target__id=18', { targetId: 18 }],
		['space_station_target__id=-1', { targetId: -1 }],
		['space_station_target__id=18.0', { targetId: 18 }],
		['space_station_target__id=18.5', { targetId: 18.5 }],
		['space_station_target__id=99999999999999999999', { targetId: 1e20 }],
		['space_station_target__id=', {}]
	])('%s asks for %j', (query, filters) => {
		expect(read(query)).toMatchObject(filters);
		expect(Object.keys(read(query))).toHaveLength(5 + Object.keys(filters).length);
	});

	test.each(['abc', '1 2', '1,2', '0x10', 'NaN', 'Infinity', '١٢'])(
		'refuses %j as an id, in Django’s words, by name',
		(value) => {
			expect(errorsOf(`docking_location__id=${value}`)).toEqual({
				docking_location__id: ['Enter a number.']
			});
		}
	);

	test('tells everything that is wrong at once', () => {
		expect(errorsOf('docking__gt=x&docking__lte=y&space_station_target__id=z&limit=w')).toEqual({
			docking__gt: ['Enter a valid date/time.'],
			docking__lte: ['Enter a valid date/time.'],
			space_station_target__id: ['Enter a number.']
		});
	});

	test.each([
		['mode=detailed', 'detailed'],
		['mode=normal', 'normal'],
		['mode=list', 'normal'],
		['mode=foo', 'normal'],
		['mode=', 'normal'],
		['mode=normal&mode=detailed', 'detailed']
	])('%s is %s', (query, mode) => {
		expect(read(query).mode).toBe(mode);
	});

	test('ignores what it does not know', () => {
		expect(read('foo=bar&docking=2024-01-01&id=3&search__x=y')).toEqual(read(''));
	});

	test('takes an address as long as a server takes', () => {
		expect(read(`search=${'a,b '.repeat(4000)}&x=${'y'.repeat(8000)}`).terms).toEqual(['A', 'B']);
	});
});

describe('parsePage', () => {
	test.each([
		['', 10, 0],
		['limit=2', 2, 0],
		['limit=100', 100, 0],
		['limit=101', 100, 0],
		['limit=1000000000', 100, 0],
		['limit=99999999999999999999999', 100, 0],
		['limit=0', 10, 0],
		['limit=-5', 10, 0],
		['limit=1e9', 10, 0],
		['limit=2.5', 10, 0],
		['limit=ten', 10, 0],
		['limit=', 10, 0],
		['limit= 7 ', 7, 0],
		['limit=5&limit=7', 7, 0],
		['offset=30', 10, 30],
		['offset=-1', 10, 0],
		['offset=abc', 10, 0],
		['offset=99999999999999999999999', 10, Number.MAX_SAFE_INTEGER],
		['limit=3&offset=1&offset=2', 3, 2]
	])('%s is %d from %d', (query, limit, offset) => {
		expect(parsePage(new URLSearchParams(query))).toEqual({ limit, offset });
	});
});

describe('parseOrdering', () => {
	const up = (field: string) => ({ field, isDescending: false });
	const down = (field: string) => ({ field, isDescending: true });
	test.each([
		['', []],
		['docking', [up('docking')]],
		['-departure', [down('departure')]],
		['departure,-docking', [up('departure'), down('docking')]],
		[' departure , docking ', [up('departure'), up('docking')]],
		['foo,-departure', [down('departure')]],
		['-foo', []],
		['--docking', []],
		['docking,-docking', [up('docking')]],
		['id', []]
	])('reads %j', (ordering, keys) => {
		expect(parseOrdering(ordering)).toEqual(keys);
	});
});
