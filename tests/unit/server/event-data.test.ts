import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { eventData } from '../../../src/lib/server/event-data.ts';
import { at } from '../at.ts';
import { makeEvent, makeModule } from '../docking/make-event.ts';

const now = at('2024-12-01');

describe('an event tells what else visited its station', () => {
	const catalogue = buildCatalogue([
		makeModule({ id: 1, portId: 9, docking: '2000-01-01T00:00Z' }),
		makeEvent({ id: 2, portId: 1, docking: '2024-01-01T00:00Z', departure: '2024-05-01T00:00Z' }),
		makeEvent({ id: 3, portId: 2, docking: '2024-02-01T00:00Z', departure: '2024-03-01T00:00Z' }),
		makeEvent({ id: 4, portId: 3, docking: '2024-03-01T00:00Z', departure: '2024-04-01T00:00Z' }),
		makeEvent({ id: 5, portId: 4, docking: '2024-06-01T00:00Z' }),
		makeEvent({ id: 6, portId: 2, docking: '2025-01-01T00:00Z' }),
		makeEvent({ id: 7, portId: 70, stationId: 18, docking: '2024-03-01T00:00Z' }),
		makeEvent({ id: 8, portId: 80, stationId: null, docking: '2024-03-01T00:00Z' })
	]);
	const around = (id: number) => {
		const { atStation } = eventData(catalogue, id, undefined, now)!;
		if (!atStation) return undefined;
		const { before, after, there } = atStation;
		return { before: before?.id, after: after?.id, there: there.map((one) => one.id) };
	};

	it.each([
		['the first', 2, { before: undefined, after: 3, there: [] }],
		['one among others', 3, { before: 2, after: 4, there: [2] }],
		['one that came as another left', 4, { before: 3, after: 5, there: [2] }],
		['the last, before what is only planned', 5, { before: 4, after: undefined, there: [] }],
		['a module', 1, { before: undefined, after: 2, there: [] }],
		['the only one at its station', 7, undefined],
		['one at no station', 8, undefined]
	])('%s', (_, id, expected) => {
		expect(around(id)).toEqual(expected);
	});
});
