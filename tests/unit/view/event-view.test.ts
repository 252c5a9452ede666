import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { eventView } from '../../../src/lib/view/event-view.ts';
import { defaultView } from '../../../src/lib/view/view.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule, type EventPlan } from '../docking/make-event.ts';

const now = at('2026-10-08T12:00Z');

function viewOf(plan: Partial<EventPlan>, make = makeEvent) {
	const catalogue = buildCatalogue([make({ id: 1, docking: '2024-01-31T05:00Z', ...plan })]);
	return eventView(catalogue.stayById.get(1)!, defaultView, now);
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

	it('shows a visiting craft with its whole station, a module alone at its port', () => {
		expect(viewOf({ portId: 7 }).filter).toMatchObject({ stations: [4], ports: [] });
		expect(viewOf({ portId: 7 }, makeModule).filter).toMatchObject({ stations: [4], ports: [7] });
	});

	it('shows a craft at no station among its like', () => {
		expect(viewOf({ stationId: null }).filter.stations).toEqual(['other']);
	});
});
