import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { occupancyAt } from '../../../src/lib/docking/occupancy.ts';
import {
	endAt,
	isDepartureUnknown,
	isDockedAt,
	isInSpan,
	stateAt
} from '../../../src/lib/docking/state.ts';
import type { Stay } from '../../../src/lib/docking/stay.ts';
import { at, between } from '../at.ts';
import { makeEvent, type EventPlan } from './make-event.ts';

function stayOf(plan: Partial<EventPlan>, ...others: EventPlan[]): Stay {
	const events = [{ id: 1, docking: '2024-03-01T10:00Z', ...plan }, ...others].map(makeEvent);
	return buildCatalogue(events).stayById.get(1)!;
}

describe('a stay at an instant', () => {
	const stay = stayOf({ departure: '2024-05-01T12:00Z' });

	it.each([
		['2024-03-01T09:59Z', 'planned'],
		['2024-03-01T10:00Z', 'docked'],
		['2024-05-01T11:59Z', 'docked'],
		['2024-05-01T12:00Z', 'departed']
	])('is, at %s, %s: docking ≤ t < departure', (now, state) => {
		expect(stateAt(stay, at(now))).toBe(state);
		expect(isDockedAt(stay, at(now))).toBe(state === 'docked');
	});

	it('counts as docked while its departure lies after now', () => {
		expect(stateAt(stay, at('2024-04-01'))).toBe('docked');
		expect(endAt(stay, at('2024-04-01'))).toBe(at('2024-05-01T12:00Z'));
	});

	it('has no length when its departure lies before its docking', () => {
		const odd = stayOf({ departure: '2024-02-01T12:00Z' });
		expect(odd.departure).toBe(odd.docking);
		expect(stateAt(odd, odd.docking)).toBe('departed');
	});
});

describe('departure unknown', () => {
	const ended = stayOf({ missionEnd: '2024-06-01T00:00Z' });
	const again = stayOf(
		{ flightId: 7 },
		{ id: 2, flightId: 7, portId: 13, docking: '2024-06-01T00:00Z' }
	);

	it.each([
		['the mission had ended', ended],
		['the same flight docked again', again]
	])('holds from the instant on by which %s, and not before', (_, stay) => {
		const before = at('2024-05-31T23:59:59Z');
		const from = at('2024-06-01T00:00Z');
		expect(stateAt(stay, before)).toBe('docked');
		expect(isDepartureUnknown(stay, before)).toBe(false);
		expect(endAt(stay, before)).toBe(before);
		for (const now of [from, at('2026-01-01')]) {
			expect(stateAt(stay, now)).toBe('departed');
			expect(isDepartureUnknown(stay, now)).toBe(true);
			expect(endAt(stay, now)).toBe(from);
		}
	});

	it('is not counted as occupying its port from then on', () => {
		const lanes = (stay: EventPlan) => [...buildCatalogue([makeEvent(stay)]).lanes.values()];
		const own = lanes({ id: 1, docking: '2024-03-01T10:00Z', missionEnd: '2024-06-01T00:00Z' });
		expect(occupancyAt(own, at('2024-05-31'))).toEqual({ occupied: 1, inUse: 1 });
		expect(occupancyAt(own, at('2024-06-01'))).toEqual({ occupied: 0, inUse: 1 });
	});

	it('goes by the earlier of mission end and docking again', () => {
		const later = { id: 2, flightId: 7, portId: 13, docking: '2024-07-01T00:00Z' };
		const stay = stayOf({ flightId: 7, missionEnd: '2024-06-01T00:00Z' }, later);
		expect(stay.lostAt).toBe(at('2024-06-01'));
	});

	it('looks past an event of the same flight at the same instant to a later docking', () => {
		const twin = { id: 2, flightId: 7, portId: 13, docking: '2024-03-01T10:00Z' };
		const later = { id: 3, flightId: 7, portId: 21, docking: '2024-07-01T00:00Z' };
		expect(stayOf({ flightId: 7 }, twin, later).lostAt).toBe(at('2024-07-01'));
	});

	it.each([
		['the mission ended before the docking', { missionEnd: '2024-02-01T00:00Z' }],
		['the mission ended at the docking', { missionEnd: '2024-03-01T10:00Z' }],
		['the mission end cannot be read', { missionEnd: null }]
	])('does not hold when %s', (_, plan) => {
		const stay = stayOf(plan);
		expect(stay.lostAt).toBeUndefined();
		expect(stateAt(stay, at('2026-01-01'))).toBe('docked');
	});

	it('never overrides a departure that is known', () => {
		const stay = stayOf({ departure: '2024-07-01T00:00Z', missionEnd: '2024-06-01T00:00Z' });
		expect(stay.lostAt).toBeUndefined();
		expect(isDepartureUnknown(stay, at('2026-01-01'))).toBe(false);
	});
});

describe('isInSpan', () => {
	const span = between('2024-04-01', '2024-06-01');
	const now = at('2024-05-01');
	it.each<[string, Partial<EventPlan>, boolean]>([
		[
			'one that covers the span',
			{ docking: '2024-03-01T00:00Z', departure: '2024-07-01T00:00Z' },
			true
		],
		[
			'one that ends at its beginning',
			{ docking: '2024-03-01T00:00Z', departure: '2024-04-01T00:00Z' },
			false
		],
		[
			'one that ends just after it',
			{ docking: '2024-03-01T00:00Z', departure: '2024-04-01T00:01Z' },
			true
		],
		['an open one from before', { docking: '2020-03-01T00:00Z' }, true],
		['one that docks at its beginning', { docking: '2024-04-01T00:00Z' }, true],
		[
			'one without length in it',
			{ docking: '2024-04-03T00:00Z', departure: '2024-04-03T00:00Z' },
			true
		],
		['a planned one that docks in it', { docking: '2024-05-20T00:00Z' }, true],
		['one that docks at its end', { docking: '2024-06-01T00:00Z' }, false]
	])('is, for %s, as the reader expects', (_, plan, isShown) => {
		expect(isInSpan(stayOf(plan), span, now)).toBe(isShown);
	});

	it('is false for an open stay in a span that lies wholly after now', () => {
		const open = stayOf({ docking: '2020-03-01T00:00Z' });
		expect(isInSpan(open, between('2024-05-02', '2024-06-01'), now)).toBe(false);
		expect(isInSpan(open, between('2024-05-01', '2024-06-01'), now)).toBe(false);
	});

	it('is true after now for a stay whose departure is planned', () => {
		const leaving = stayOf({ docking: '2020-03-01T00:00Z', departure: '2024-05-20T00:00Z' });
		expect(isInSpan(leaving, between('2024-05-02', '2024-06-01'), now)).toBe(true);
	});

	it('is false for a planned stay that docks before the span', () => {
		const planned = stayOf({ docking: '2024-05-20T00:00Z', departure: '2024-09-01T00:00Z' });
		expect(isInSpan(planned, between('2024-06-01', '2024-07-01'), now)).toBe(false);
	});
});
