import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { overlapsOf } from '../../../src/lib/docking/overlaps.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from './make-event.ts';

function pairs(...plans: Omit<EventPlan, 'id'>[]): number[][] {
	const events = plans.map((plan, index) => makeEvent({ id: index + 1, ...plan }));
	const lane = [...buildCatalogue(events).lanes.values()][0]!;
	return overlapsOf(lane, at('2026-01-01')).map(([a, b]) => [a.id, b.id]);
}

const first = { docking: '2023-05-01T00:00Z', departure: '2023-07-01T12:00Z' };

describe('overlapsOf', () => {
	it('finds two stays that claim a port at one time', () => {
		expect(pairs(first, { docking: '2023-06-01T00:00Z' })).toEqual([[1, 2]]);
	});

	it('finds none where one leaves as the other comes', () => {
		expect(pairs(first, { docking: '2023-07-01T12:00Z' })).toEqual([]);
	});

	it('holds a later stay against the longest one before it', () => {
		const short = { docking: '2023-05-02T00:00Z', departure: '2023-05-03T00:00Z' };
		const late = { docking: '2023-06-20T00:00Z', departure: '2023-06-21T00:00Z' };
		expect(pairs(first, short, late)).toEqual([
			[1, 2],
			[1, 3]
		]);
	});

	it('does not hold a docking known to the day against a departure of that day', () => {
		const day = { precision: { docking: 'day' } } as const;
		expect(pairs(first, { docking: '2023-07-01', ...day })).toEqual([]);
		expect(pairs(first, { docking: '2023-06-30', ...day })).toEqual([[1, 2]]);
	});

	it('leaves out what is only planned', () => {
		expect(pairs({ docking: '2025-01-01T00:00Z' }, { docking: '2026-02-01T00:00Z' })).toEqual([]);
	});
});
