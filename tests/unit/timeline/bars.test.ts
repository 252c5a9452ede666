import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { endAt } from '../../../src/lib/docking/state.ts';
import { layoutMarks } from '../../../src/lib/timeline/bars.ts';
import { indexLane } from '../../../src/lib/timeline/lane-index.ts';
import { at, between } from '../at.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';
import { randomLane } from './random-lane.ts';

const span = between('2024-01-01', '2024-01-11');
const now = at('2024-01-06');
const always = between('1990-01-01', '2060-01-01');

function barsOf(...plans: Omit<EventPlan, 'id'>[]) {
	const events = plans.map((plan, index) => makeEvent({ id: index + 1, ...plan }));
	const { stays } = buildCatalogue(events);
	const items = indexLane(stays, now).itemsIn(span, now, 0);
	const clock = { now, knownUntil: now };
	const { bars, subLanes } = layoutMarks(items, span, clock);
	const round = (x: number) => Math.round(x * 1000) / 1000;
	return {
		subLanes,
		bars: bars.map((bar) => [
			bar.stay.id,
			round(bar.x0),
			round(bar.x1),
			bar.subLane,
			`${bar.startsBefore ? '<' : '|'}${bar.state}${bar.goesOn ? '>' : '|'}`
		])
	};
}

describe('the bars of a lane', () => {
	it('cuts a bar to the view and says at which end it goes on', () => {
		expect(barsOf({ docking: '2023-12-01T00:00Z', departure: '2024-01-02T00:00Z' }).bars).toEqual([
			[1, 0, 0.1, 0, '<departed|']
		]);
		expect(barsOf({ docking: '2024-01-02T00:00Z', departure: '2024-02-02T00:00Z' }).bars).toEqual([
			[1, 0.1, 1, 0, '|docked>']
		]);
	});

	it('draws an open stay to now, flat there', () => {
		expect(barsOf({ docking: '2024-01-02T00:00Z' }).bars).toEqual([[1, 0.1, 0.5, 0, '|docked>']]);
	});

	it('draws a planned stay without departure to the next docking, else to the end of the view', () => {
		const planned = { docking: '2024-01-07T00:00Z' };
		const next = { docking: '2024-01-09T00:00Z', departure: '2024-01-10T00:00Z' };
		expect(barsOf(planned, next).bars).toEqual([
			[1, 0.6, 0.8, 0, '|planned|'],
			[2, 0.8, 0.9, 0, '|planned|']
		]);
		expect(barsOf(planned).bars).toEqual([[1, 0.6, 1, 0, '|planned|']]);
	});

	it('puts overlapping stays on separate sub-lanes, and the next on the first that is free', () => {
		const { bars, subLanes } = barsOf(
			{ docking: '2024-01-01T00:00Z', departure: '2024-01-03T00:00Z' },
			{ docking: '2024-01-02T00:00Z', departure: '2024-01-04T00:00Z' },
			{ docking: '2024-01-03T00:00Z', departure: '2024-01-05T00:00Z' }
		);
		expect(bars.map(([id, , , subLane]) => [id, subLane])).toEqual([
			[1, 0],
			[2, 1],
			[3, 0]
		]);
		expect(subLanes).toBe(2);
	});

	it('leaves stays without length that coincide a place each', () => {
		const moment = { docking: '2024-01-03T00:00Z', departure: '2024-01-03T00:00Z' };
		expect(barsOf(moment, moment).bars.map(([, , , subLane]) => subLane)).toEqual([0, 1]);
	});

	it('needs one sub-lane for an empty lane', () => {
		expect(barsOf()).toEqual({ bars: [], subLanes: 1 });
	});

	it('never lets two bars of one sub-lane overlap, and uses no more sub-lanes than overlaps ask for', () => {
		fc.assert(
			fc.property(randomLane(25), ({ index, clock }) => {
				// All of the lane: a stay keeps its place when a view leaves out what it overlaps.
				const items = index.itemsIn(always, clock.now, 0);
				const { bars, subLanes } = layoutMarks(items, always, clock);
				for (const [index, bar] of bars.entries()) {
					expect(bar.subLane).toBeLessThan(subLanes);
					for (const other of bars.slice(index + 1)) {
						if (other.subLane === bar.subLane) expect(other.x0).toBeGreaterThanOrEqual(bar.x1);
					}
				}
				const stays = bars.map((bar) => bar.stay).filter((stay) => stay.docking <= clock.now);
				const most = Math.max(
					1,
					...stays.map(
						({ docking }) =>
							stays.filter(
								(one) =>
									one.docking <= docking &&
									(endAt(one, clock.now) > docking || one.docking === docking)
							).length
					)
				);
				if (stays.length === bars.length) expect(subLanes).toBeLessThanOrEqual(most);
			}),
			{ numRuns: 300 }
		);
	});

	it('keeps every bar in the plot, its segments touching and in order', () => {
		fc.assert(
			fc.property(randomLane(), ({ bars }) => {
				for (const bar of bars) {
					expect(bar.x0).toBe(bar.segments[0]!.x0);
					expect(bar.x1).toBe(bar.segments.at(-1)!.x1);
					expect(bar.x0).toBeGreaterThanOrEqual(0);
					expect(bar.x1).toBeLessThanOrEqual(1);
					for (const [index, segment] of bar.segments.entries()) {
						expect(segment.x1).toBeGreaterThanOrEqual(segment.x0);
						if (index) expect(segment.x0).toBeCloseTo(bar.segments[index - 1]!.x1, 10);
					}
				}
			})
		);
	});
});
