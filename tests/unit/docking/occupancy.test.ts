import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import {
	isPortInUse,
	occupancyAt,
	occupancySteps,
	occupiedShare,
	occupiedStretches,
	portStatus
} from '../../../src/lib/docking/occupancy.ts';
import { isDockedAt, isVisiting } from '../../../src/lib/docking/state.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule, type EventPlan } from './make-event.ts';
import { randomEvents, randomInstant, randomSpan } from './random-events.ts';

function laneOf(...events: ReturnType<typeof makeEvent>[]) {
	const lanes = [...buildCatalogue(events).lanes.values()];
	expect(lanes).toHaveLength(1);
	return lanes[0]!;
}
const visit = (docking: string, departure?: string, plan: Partial<EventPlan> = {}) =>
	makeEvent({
		id: Number(docking.slice(0, 10).replaceAll('-', '')),
		docking,
		departure: departure ?? null,
		...plan
	});

describe('a port in use', () => {
	const lane = laneOf(visit('2022-01-01T00:00Z', '2022-06-15T12:00Z'));
	it.each([
		['2021-12-31T23:59Z', false],
		['2022-01-01T00:00Z', true],
		['2022-06-15T12:00Z', true],
		['2024-06-15T11:59Z', true],
		['2024-06-15T12:00Z', false]
	])('is one, at %s, for 24 months after a visiting craft left: %s', (t, isInUse) => {
		expect(isPortInUse(lane, at(t))).toBe(isInUse);
	});

	it('is none by a stay that is only planned', () => {
		expect(isPortInUse(laneOf(visit('2024-03-01T00:00Z')), at('2024-02-01'))).toBe(false);
	});

	it('is none while a module is docked at it', () => {
		const cradle = laneOf(
			visit('2022-01-01T00:00Z', '2022-02-01T00:00Z'),
			makeModule({ id: 2, docking: '2022-03-01T00:00Z', departure: '2022-05-01T00:00Z' })
		);
		expect(isPortInUse(cradle, at('2022-02-15'))).toBe(true);
		expect(isPortInUse(cradle, at('2022-04-01'))).toBe(false);
		expect(isPortInUse(cradle, at('2022-05-01'))).toBe(true);
	});

	it('is none by modules alone', () => {
		const lane = laneOf(
			makeModule({ id: 2, docking: '2022-03-01T00:00Z', departure: '2022-05-01T00:00Z' })
		);
		expect(isPortInUse(lane, at('2022-06-01'))).toBe(false);
	});

	it('is Pirs nadir until Pirs left on 26 July 2021', () => {
		const pirs = laneOf(visit('2021-02-17T06:27Z', '2021-07-26T10:55Z', { portId: 18 }));
		expect(isPortInUse(pirs, at('2021-07-26T10:54Z'))).toBe(true);
		expect(isPortInUse(pirs, at('2021-07-26T10:55Z'))).toBe(false);
		expect(isPortInUse(pirs, at('2021-12-01'))).toBe(false);
		expect(portStatus(pirs, at('2021-12-01')).goneSince).toBe(at('2021-07-26T10:55Z'));
		expect(portStatus(pirs, at('2021-07-01')).goneSince).toBeUndefined();
	});

	it('counts once however many craft are docked at it', () => {
		const crowded = laneOf(visit('2022-01-01T00:00Z'), visit('2022-02-01T00:00Z'));
		expect(occupancyAt([crowded], at('2022-03-01'))).toEqual({ occupied: 1, inUse: 1 });
	});
});

describe('occupancySteps', () => {
	it('counts, at any instant up to now, the ports with a visiting craft', () => {
		const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
		fc.assert(
			fc.property(randomEvents, randomSpan, randomInstant, share, (events, span, now, part) => {
				const lanes = [...buildCatalogue(events).lanes.values()];
				const steps = occupancySteps(lanes, span, now);
				expect(steps[0]!.at).toBe(span.from);
				const t = instant(
					Math.min(span.to - 1, Math.floor(span.from + part * (span.to - span.from)))
				);
				const count = lanes.filter((lane) =>
					lane.stays.some((stay) => isVisiting(stay) && isDockedAt(stay, t))
				).length;
				for (const [index, step] of steps.entries()) {
					if (index) expect(step.at).toBeGreaterThan(steps[index - 1]!.at);
					if (index) expect(step.count).not.toBe(steps[index - 1]!.count);
				}
				if (t < now) expect(steps.findLast((step) => step.at <= t)!.count).toBe(count);
				else expect(steps.every((step) => step.at === span.from || step.at < now)).toBe(true);
			}),
			{ numRuns: 400 }
		);
	});

	it('keeps the last count up to now, where open stays go on', () => {
		const lane = laneOf(visit('2022-01-01T00:00Z'));
		expect(occupancySteps([lane], between('2021-01-01', '2023-01-01'), at('2022-06-01'))).toEqual([
			{ at: at('2021-01-01'), count: 0 },
			{ at: at('2022-01-01'), count: 1 }
		]);
	});
});

describe('occupiedShare', () => {
	const lane = laneOf(
		visit('2022-01-03T00:00Z', '2022-01-05T00:00Z'),
		visit('2022-01-04T00:00Z', '2022-01-06T00:00Z'),
		visit('2022-01-08T00:00Z')
	);
	it('counts overlapping stays once', () => {
		expect(occupiedShare(lane, between('2022-01-01', '2022-01-07'), at('2023-01-01'))).toBe(0.5);
	});

	it('counts open stays, and the span, up to now only', () => {
		expect(occupiedShare(lane, between('2022-01-07', '2022-06-01'), at('2022-01-09'))).toBe(0.5);
	});

	it('is what the joined stretches of the span make, whatever the stays', () => {
		fc.assert(
			fc.property(randomEvents, randomSpan, randomInstant, (events, span, now) => {
				const lengthMs = Math.min(span.to, now) - span.from;
				for (const lane of buildCatalogue(events).lanes.values()) {
					const stretches = occupiedStretches(lane, span, now);
					const occupiedMs = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
					expect(occupiedShare(lane, span, now)).toBe(
						lengthMs > 0 ? occupiedMs / lengthMs : undefined
					);
				}
			})
		);
	});

	it('is undefined where nothing of the span has passed', () => {
		const ahead = between('2024-01-01', '2024-02-01');
		expect(occupiedShare(lane, ahead, at('2023-01-01'))).toBeUndefined();
	});
});

describe('portStatus', () => {
	it('tells who is there', () => {
		const lane = laneOf(
			visit('2022-01-01T00:00Z', '2022-02-01T00:00Z'),
			visit('2022-03-01T00:00Z')
		);
		const status = portStatus(lane, at('2022-04-01'));
		expect(status.docked.map((stay) => stay.id)).toEqual([20220301]);
		expect(status.emptySince).toBeUndefined();
	});

	it('tells since when it is empty, by the craft that left last, not by the one that came last', () => {
		const lane = laneOf(
			visit('2022-01-01T00:00Z', '2022-08-01T00:00Z'),
			visit('2022-03-01T00:00Z', '2022-04-01T00:00Z')
		);
		expect(portStatus(lane, at('2022-10-01')).emptySince).toBe(at('2022-08-01'));
	});

	it('is not empty before a module has left, whenever the last craft did', () => {
		const module = { id: 9, docking: '2022-08-02T00:00Z', departure: '2022-09-01T00:00Z' };
		const lane = laneOf(visit('2022-01-01T00:00Z', '2022-08-01T00:00Z'), makeModule(module));
		expect(portStatus(lane, at('2022-08-02')).emptySince).toBeUndefined();
		expect(portStatus(lane, at('2022-10-01')).emptySince).toBe(at('2022-09-01'));
		const alone = laneOf(makeModule(module));
		expect(portStatus(alone, at('2022-10-01')).emptySince).toBe(at('2022-09-01'));
	});

	it('tells that a departure is known to the day, and that a module holds the port', () => {
		const day = { precision: { departure: 'day' } } as const;
		const lane = laneOf(
			visit('2022-01-01T00:00Z', '2022-02-01', day),
			makeModule({ id: 9, docking: '2022-03-01T00:00Z' })
		);
		expect(portStatus(lane, at('2022-02-10'))).toMatchObject({
			emptySincePrecision: 'day',
			holdsModule: false
		});
		expect(portStatus(lane, at('2022-04-10')).holdsModule).toBe(true);
	});

	it('tells nothing of a port that no craft has visited', () => {
		const lane = laneOf(visit('2022-01-01T00:00Z'));
		expect(portStatus(lane, at('2021-01-01'))).toEqual({ docked: [], holdsModule: false });
	});
});
