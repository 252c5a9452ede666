import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { dayMs } from '../../../src/lib/time/span.ts';
import {
	besideText,
	eventBeside,
	type BesidePlace
} from '../../../src/lib/timeline/event-beside.ts';
import { at } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';

const { lanes } = buildCatalogue([
	makeEvent({ id: 1, docking: '2024-01-01T00:00Z', departure: '2024-03-01T00:00Z' }),
	makeEvent({ id: 2, portId: 7, docking: '2024-02-01T00:00Z', departure: null })
]);
const all = { test: () => true };
const beside = (day: string, which: 'previous' | 'next', query = all) =>
	eventBeside([...lanes.values()], { at: at(day), apartMs: dayMs }, { ...query, which });
const instantBeside = (...asked: Parameters<typeof beside>) => beside(...asked)?.at;

describe('the event beside an instant', () => {
	it('is a docking or a departure, at any port', () => {
		expect(instantBeside('2024-01-15', 'next')).toBe(at('2024-02-01'));
		expect(instantBeside('2024-02-15', 'next')).toBe(at('2024-03-01'));
		expect(instantBeside('2024-02-15', 'previous')).toBe(at('2024-02-01'));
	});

	it('is not the one that stands there already', () => {
		expect(instantBeside('2024-02-01', 'next')).toBe(at('2024-03-01'));
		expect(instantBeside('2024-02-01', 'previous')).toBe(at('2024-01-01'));
	});

	it('is none before the first and after the last, and none that is not asked for', () => {
		expect(beside('2023-12-01', 'previous')).toBeUndefined();
		expect(beside('2024-04-01', 'next')).toBeUndefined();
		const second = { test: ({ id }: { id: number }) => id === 2 };
		expect(beside('2024-02-15', 'next', second as typeof all)).toBeUndefined();
	});

	it('of several at one instant is each once, there and back', () => {
		const crowd = buildCatalogue([
			makeEvent({ id: 3, docking: '2024-01-01', departure: '2024-02-01' }),
			makeEvent({ id: 4, portId: 7, docking: '2024-02-01', departure: '2024-02-01' }),
			makeEvent({ id: 5, portId: 8, docking: '2024-02-01', departure: '2024-03-01' })
		]);
		const step = (place: BesidePlace, which: 'previous' | 'next') =>
			eventBeside([...crowd.lanes.values()], place, { ...all, which });
		const walk = (which: 'previous' | 'next', from: string) => {
			const told: string[] = [];
			let place: BesidePlace | undefined = { at: at(from), apartMs: 0 };
			while ((place = step(place, which))) told.push(`${place.what} ${place.stay.id}`);
			return told;
		};
		const there = walk('next', '2023-12-01');
		expect(there).toEqual([
			'docking 3',
			'departure 3',
			'docking 4',
			'departure 4',
			'docking 5',
			'departure 5'
		]);
		expect(walk('previous', '2024-04-01')).toEqual(there.toReversed());
	});

	it('is told with its craft and its port, a departure as one', () => {
		const [docking, departure] = [beside('2024-01-15', 'next')!, beside('2024-02-15', 'next')!];
		expect([docking.what, docking.stay.id]).toEqual(['docking', 2]);
		expect(besideText(docking, 'UTC')).toBe(
			`${docking.stay.craft}: docking at ${docking.port.name}, 1 Feb 2024, 00:00 UTC`
		);
		expect(besideText(departure, 'UTC')).toBe(
			`${departure.stay.craft}: departure from ${departure.port.name}, 1 Mar 2024, 00:00 UTC`
		);
	});
});
