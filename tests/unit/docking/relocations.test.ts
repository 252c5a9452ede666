import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { makeEvent, type EventPlan } from './make-event.ts';

/** Whether a craft that left Poisk on `departure` and came to Rassvet on `docking` relocated. */
function isMove(before: Partial<EventPlan>, after: Partial<EventPlan>): boolean {
	const first = { id: 1, flightId: 7, portId: 3, docking: '2024-03-01T00:00Z', ...before };
	const second = { id: 2, flightId: 7, portId: 13, docking: '2024-05-01T00:00Z', ...after };
	const { stayById } = buildCatalogue([first, second].map(makeEvent));
	const [from, to] = [stayById.get(1)!, stayById.get(2)!];
	expect(from.movedToId === 2).toBe(to.movedFromId === 1);
	return to.movedFromId === 1;
}

const left = (departure: string, precision?: 'day'): Partial<EventPlan> => ({
	departure,
	...(precision && { precision: { departure: precision } })
});
const came = (docking: string, precision?: 'day'): Partial<EventPlan> => ({
	docking,
	...(precision && { precision: { docking: precision } })
});

describe('a relocation', () => {
	it.each([
		['at once', left('2024-05-01T00:00Z'), came('2024-05-01T00:00Z'), true],
		['within the hour', left('2024-05-01T00:00Z'), came('2024-05-01T00:40Z'), true],
		['after 36 hours', left('2024-05-01T00:00Z'), came('2024-05-02T12:00Z'), true],
		['after 36 hours and a second', left('2024-05-01T00:00Z'), came('2024-05-02T12:00:01Z'), false],
		['before it left', left('2024-05-01T12:00Z'), came('2024-05-01T06:00Z'), false],
		[
			'the day it left, known to the day',
			left('2024-05-01T12:00Z'),
			came('2024-05-01', 'day'),
			true
		],
		['the day before it left', left('2024-05-02T12:00Z'), came('2024-05-01', 'day'), false],
		[
			'two days after it left, both to the day',
			left('2024-05-01', 'day'),
			came('2024-05-03', 'day'),
			true
		],
		[
			'three days after it left, to the day',
			left('2024-05-01', 'day'),
			came('2024-05-04', 'day'),
			false
		],
		[
			'36 h after the end of the day it left',
			left('2024-05-01', 'day'),
			came('2024-05-03T11:59Z'),
			true
		],
		['37 h after the end of that day', left('2024-05-01', 'day'), came('2024-05-03T13:00Z'), false]
	])('%s is one: %o, %o: %s', (_, before, after, isOne) => {
		expect(isMove(before, after)).toBe(isOne);
	});

	const soon = '2024-05-01T01:00Z';
	const go = left('2024-05-01T00:00Z');
	it.each<[string, Partial<EventPlan>, Partial<EventPlan>]>([
		['back at the same port', go, { ...came(soon), portId: 3 }],
		['of another flight', go, { ...came(soon), flightId: 8 }],
		['to another station', go, { ...came(soon), stationId: 5 }],
		['at no station', { ...go, stationId: null }, { ...came(soon), stationId: null }],
		['from a port that nobody saw it leave', {}, came(soon)],
		['between two ids of one port', { ...go, portId: 12 }, { ...came(soon), portId: 19 }]
	])('is none %s', (_, before, after) => {
		expect(isMove(before, after)).toBe(false);
	});

	it('links each of a chain of moves with the one before', () => {
		const plan = { flightId: 7 };
		const { stayById } = buildCatalogue(
			[
				{ ...plan, id: 3, portId: 21, docking: '2024-05-03T00:00Z' },
				{ ...plan, id: 1, portId: 3, docking: '2024-05-01T00:00Z', departure: '2024-05-02T00:00Z' },
				{ ...plan, id: 2, portId: 13, docking: '2024-05-02T01:00Z', departure: '2024-05-02T23:00Z' }
			].map(makeEvent)
		);
		expect([1, 2, 3].map((id) => stayById.get(id)!.movedToId)).toEqual([2, 3, undefined]);
		expect([1, 2, 3].map((id) => stayById.get(id)!.movedFromId)).toEqual([undefined, 1, 2]);
	});
});
