import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { everyStay } from '../../../src/lib/docking/query.ts';
import { kinds } from '../../../src/lib/docking/stay.ts';
import { eventView } from '../../../src/lib/view/event-view.ts';
import { defaultView } from '../../../src/lib/view/view.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule, type EventPlan } from '../docking/make-event.ts';

const now = at('2026-10-08T12:00Z');

function viewOf(plan: Partial<EventPlan>, make = makeEvent, ...others: EventPlan[]) {
	const event = make({ id: 1, docking: '2024-01-31T05:00Z', ...plan });
	const catalogue = buildCatalogue([event, ...others.map((other) => make(other))]);
	return eventView(catalogue, catalogue.stayById.get(1)!, defaultView, now);
}

describe('eventView', () => {
	it.each<[string, Partial<EventPlan>, string, string]>([
		['of days, over a leap day', { departure: '2024-02-28T05:00Z' }, '2024-01-22', '2024-03-08'],
		['of an hour', { departure: '2024-01-31T06:00Z' }, '2024-01-29', '2024-02-03'],
		['of a year, by 60 days', { departure: '2025-01-31T05:00Z' }, '2023-12-02', '2025-04-02'],
		['still open, to beyond now', {}, '2023-12-02', '2026-12-08'],
		['planned, by two days', { docking: '2026-11-01T05:00Z' }, '2026-10-30', '2026-11-04']
	])('reaches beyond a stay %s, in whole days', (_, plan, from, to) => {
		expect(viewOf(plan)).toMatchObject(between(from, to));
	});

	it('shows a visiting craft with its whole station', () => {
		expect(viewOf({ portId: 7 }).filter).toEqual({ ...everyStay, stations: [4] });
	});

	it('shows a module, counted, at its own ports alone, from first to last', () => {
		const filter = { ...everyStay, stations: [4], kinds };
		expect(viewOf({ portId: 7 }, makeModule).filter).toEqual({ ...filter, ports: [7] });
		const moved = { vehicle: 'Harmony', flightId: 5 };
		const view = viewOf(
			{ ...moved, portId: 8, departure: '2024-02-10T00:00Z' },
			makeModule,
			{ ...moved, id: 2, portId: 7, docking: '2024-01-01T00:00Z', departure: '2024-01-31T01:00Z' },
			{ ...moved, id: 3, portId: 9, docking: '2024-02-10T12:00Z' }
		);
		expect(view.filter).toEqual({ ...filter, ports: [7, 8, 9] });
	});

	it('shows a craft at no station without others of its like', () => {
		const filter = { ...everyStay, stations: ['other'], ports: [7] };
		expect(viewOf({ stationId: null, portId: 7 }).filter).toEqual(filter);
	});
});
