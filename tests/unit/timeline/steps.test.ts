import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { indexLane } from '../../../src/lib/timeline/lane-index.ts';
import {
	nearestIn,
	stepFrom,
	type Step,
	type WalkedLane
} from '../../../src/lib/timeline/steps.ts';
import { at, between } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';

const now = at('2024-12-01');
const month = (number: number, day = 1) =>
	`2024-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}T00:00Z`;
const visit = (id: number, portId: number, from: number, to: number, stationId = 4) =>
	makeEvent({
		id,
		portId,
		stationId,
		portName: `Port ${portId}`,
		docking: month(from),
		departure: month(to)
	});

/** Two ports at one station, an empty one between, one at another station. */
function lanes(): WalkedLane[] {
	const catalogue = buildCatalogue([
		visit(1, 10, 1, 2),
		visit(2, 10, 3, 4),
		visit(3, 10, 9, 10),
		visit(4, 11, 2, 3),
		visit(5, 11, 8, 9),
		visit(6, 20, 5, 6, 18)
	]);
	const walked = [...catalogue.lanes.values()].map(({ port, stays }) => ({
		portId: port.id,
		hostKey: port.hostKey,
		items: indexLane(stays, now).itemsIn(between('2024-01-01', '2025-01-01'), now, 0)
	}));
	const [first, ...others] = walked.sort((a, b) => a.portId - b.portId);
	return [first!, { portId: 99, hostKey: 'station:4', items: [] }, ...others];
}

/** The stays that keys lead to, one after the other. */
function walk(from: number, ...steps: Step[]): (string | undefined)[] {
	const all = lanes();
	const start = all.find(({ items }) =>
		items.some((item) => item.type === 'stay' && item.stay.id === from)
	)!;
	const item = start.items.find((one) => one.type === 'stay' && one.stay.id === from)!;
	const docking = item.type === 'stay' ? item.stay.docking : now;
	let place = nearestIn(start, docking, now);
	return steps.map((step) => {
		const next = place && stepFrom(all, place, step, now);
		if (next) place = next;
		return next?.key;
	});
}

describe('a step', () => {
	it('leads along the lane, and nowhere beyond its ends', () => {
		expect(walk(1, 'later', 'later', 'later')).toEqual(['s2', 's3', undefined]);
		expect(walk(3, 'earlier', 'first', 'earlier', 'last')).toEqual(['s2', 's1', undefined, 's3']);
	});

	it('leads to what stands nearest in time in the next lane that has anything', () => {
		expect(walk(1, 'down')).toEqual(['s4']);
		expect(walk(3, 'down')).toEqual(['s5']);
		expect(walk(5, 'up')).toEqual(['s3']);
		expect(walk(6, 'down')).toEqual([undefined]);
	});

	it('comes back to where it began when it goes down and up again', () => {
		expect(walk(2, 'down', 'down', 'up', 'up')).toEqual(['s4', 's6', 's4', 's2']);
	});

	it('leads over the other lanes of a station to the next station', () => {
		expect(walk(1, 'station-down', 'station-up')).toEqual(['s6', 's4']);
	});

	it('leads nowhere from what is not there', () => {
		expect(stepFrom(lanes(), { key: 's77', at: now }, 'later', now)).toBeUndefined();
	});
});
