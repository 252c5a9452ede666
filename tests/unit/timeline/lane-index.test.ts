import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { isInSpan } from '../../../src/lib/docking/state.ts';
import type { BareStay } from '../../../src/lib/docking/stay.ts';
import { hourMs } from '../../../src/lib/time/span.ts';
import { indexLane } from '../../../src/lib/timeline/lane-index.ts';
import type { LaneItem, Run } from '../../../src/lib/timeline/lane-items.ts';
import { at } from '../at.ts';
import { randomEvents, randomInstant, randomSpan } from '../docking/random-events.ts';
import { makeEvent } from '../docking/make-event.ts';

const short = fc.constantFrom(0, hourMs, 100 * hourMs, 5000 * hourMs);

/** The stays of one port, some overlapping, in their order. */
const lane = randomEvents.map((events) => {
	const [first] = [...buildCatalogue(events).lanes.values()].sort(
		(a, b) => b.stays.length - a.stays.length
	);
	return first?.stays ?? [];
});

const runsOf = (items: readonly LaneItem[]) => items.filter((item) => item.type === 'run');
const aloneIn = (items: readonly LaneItem[]) =>
	items.flatMap((item) => (item.type === 'stay' ? [item.stay] : []));

/** The stays of a run, by its first and its last. */
function inRun(run: Run, stays: readonly BareStay[], alone: ReadonlySet<number>): BareStay[] {
	const from = stays.findIndex(({ id }) => id === run.firstId);
	const to = stays.findIndex(({ id }) => id === run.lastId);
	return stays.slice(from, to + 1).filter(({ id }) => !alone.has(id));
}

describe('a lane’s index', () => {
	it('gives every stay that a view shows, alone or in a run, and none twice', () => {
		fc.assert(
			fc.property(lane, randomSpan, randomInstant, short, (stays, span, now, shortMs) => {
				const items = indexLane(stays, now).itemsIn(span, now, shortMs);
				const alone = aloneIn(items).map(({ id }) => id);
				expect(new Set(alone).size).toBe(alone.length);
				const shown = stays.filter((stay) => isInSpan(stay, span, now));
				const everAlone = new Set(
					aloneIn(indexLane(stays, now).itemsIn(always, now, shortMs)).map(({ id }) => id)
				);
				const held = runsOf(items).flatMap((run) => inRun(run, stays, everAlone));
				for (const { id } of shown)
					expect(alone.includes(id) || held.some((stay) => stay.id === id)).toBe(true);
				if (shortMs === 0) expect(alone).toEqual(shown.map(({ id }) => id));
			}),
			{ numRuns: 300 }
		);
	});

	it('melts only what is over, short, and near its neighbour, and counts it', () => {
		fc.assert(
			fc.property(lane, randomInstant, short, (stays, now, shortMs) => {
				const items = indexLane(stays, now).itemsIn(always, now, shortMs);
				const alone = new Set(aloneIn(items).map(({ id }) => id));
				for (const run of runsOf(items)) {
					expect(run.count).toBeGreaterThan(1);
					expect(run.span.to - run.span.from).toBeLessThan(2 * run.count * shortMs);
					for (const stay of inRun(run, stays, alone)) {
						const end = stay.departure ?? stay.lostAt ?? Infinity;
						expect(end).toBeLessThanOrEqual(now);
						expect(end - stay.docking).toBeLessThan(shortMs);
					}
				}
				const counted = runsOf(items).reduce((sum, run) => sum + run.count, 0);
				const shown = stays.filter((stay) => isInSpan(stay, always, now));
				expect(counted + alone.size).toBe(shown.length);
			}),
			{ numRuns: 300 }
		);
	});

	it('counts what a view shows', () => {
		fc.assert(
			fc.property(lane, randomSpan, randomInstant, (stays, span, now) => {
				const shown = stays.filter((stay) => isInSpan(stay, span, now));
				expect(indexLane(stays, now).countStays(span, now)).toBe(shown.length);
			})
		);
	});

	it('keeps a stay on its sub-lane whatever the view', () => {
		fc.assert(
			fc.property(lane, randomSpan, randomInstant, (stays, span, now) => {
				const index = indexLane(stays, now);
				const places = new Map(
					index
						.itemsIn(always, now, 0)
						.flatMap((item) => (item.type === 'stay' ? [[item.stay.id, item.subLane]] : []))
				);
				for (const item of index.itemsIn(span, now, 0))
					if (item.type === 'stay') expect(item.subLane).toBe(places.get(item.stay.id));
			})
		);
	});

	it('holds until the next planned docking', () => {
		const { stays } = buildCatalogue([
			makeEvent({ id: 1, docking: '2024-01-01T00:00Z', departure: '2024-02-01T00:00Z' }),
			makeEvent({ id: 2, docking: '2024-03-01T00:00Z' }),
			makeEvent({ id: 3, docking: '2024-05-01T00:00Z' })
		]);
		expect(indexLane(stays, at('2024-02-15')).holdsUntil).toBe(at('2024-03-01'));
		expect(indexLane(stays, at('2024-06-15')).holdsUntil).toBeUndefined();
	});

	it('has two places for craft that are at a port at once', () => {
		const { stays } = buildCatalogue([
			makeEvent({ id: 1, docking: '2024-01-01T00:00Z' }),
			makeEvent({ id: 2, docking: '2024-02-01T00:00Z', flightId: 2 })
		]);
		const items = indexLane(stays, at('2024-06-01')).itemsIn(always, at('2024-06-01'), 0);
		expect(items.map(({ subLane }) => subLane)).toEqual([0, 1]);
	});
});

const always = { from: at('1900-01-01'), to: at('2200-01-01') };
