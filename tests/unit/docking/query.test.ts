import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import type { Lane } from '../../../src/lib/docking/lane.ts';
import {
	everyStay,
	lanesOf,
	laneStaysAt,
	laneStaysIn,
	lastStayBefore,
	queryStays,
	stayTest,
	type StayFilter
} from '../../../src/lib/docking/query.ts';
import { isVisiting } from '../../../src/lib/docking/state.ts';
import { kinds, type Stay } from '../../../src/lib/docking/stay.ts';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { dayMs, type Span } from '../../../src/lib/time/span.ts';
import { at, between } from '../at.ts';
import { makeEvent } from './make-event.ts';
import { randomEvents, randomInstant, randomSpan } from './random-events.ts';

/** Docking ≤ t < departure, where a lost craft left at the instant by which it was gone. */
function isPresent(stay: Stay, t: Instant): boolean {
	const end = stay.departure ?? stay.lostAt;
	return stay.docking <= t && (end === undefined || t < end);
}

/** [docking, departure or now) meets the span; what is planned or has no length: docks in it. */
function isShown(stay: Stay, { from, to }: Span, now: Instant): boolean {
	if (from <= stay.docking && stay.docking < to) return true;
	if (stay.docking > now) return false;
	const lostAt = stay.lostAt !== undefined && stay.lostAt <= now ? stay.lostAt : undefined;
	return stay.docking < to && (stay.departure ?? lostAt ?? now) > from;
}

const someOf = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
const randomFilter: fc.Arbitrary<StayFilter> = fc.record({
	stations: someOf<number | 'other'>([4, 18, 'other', 999]),
	ports: someOf([19, 30, 32, 48, 999]),
	kinds: someOf(kinds),
	agencies: someOf([1, 2, 3]),
	text: fc.constantFrom('', '', 'progress', 'PORT 3', 'agency 2,progress', 'nothing like it'),
	isDockedNow: fc.boolean()
});

describe('the index', () => {
	it('shows of a lane what a look at every stay shows', () => {
		fc.assert(
			fc.property(randomEvents, randomSpan, randomInstant, (events, span, now) => {
				for (const lane of buildCatalogue(events).lanes.values()) {
					const slow = lane.stays.filter((stay) => isShown(stay, span, now));
					expect(laneStaysIn(lane, span, now)).toEqual(slow);
				}
			})
		);
	});

	it('tells who is docked as a look at every stay does', () => {
		fc.assert(
			fc.property(randomEvents, randomInstant, (events, t) => {
				for (const lane of buildCatalogue(events).lanes.values()) {
					expect(laneStaysAt(lane, t)).toEqual(lane.stays.filter((stay) => isPresent(stay, t)));
					const came = lane.stays.filter((stay) => stay.docking <= t && isVisiting(stay));
					expect(lastStayBefore(lane, t, isVisiting)).toEqual(came.at(-1));
				}
			})
		);
	});

	it('answers any query as a look at every stay does', () => {
		fc.assert(
			fc.property(
				randomEvents,
				randomFilter,
				randomSpan,
				randomInstant,
				(events, filter, span, now) => {
					const catalogue = buildCatalogue(events);
					const terms = filter.text
						.toLowerCase()
						.split(/[\s,]+/)
						.filter(Boolean);
					const slow = catalogue.stays.filter((stay) => {
						const text = catalogue.searchText.get(stay.id)!;
						return (
							isShown(stay, span, now) &&
							(!filter.stations.length || filter.stations.includes(stay.stationId ?? 'other')) &&
							(!filter.ports.length || filter.ports.includes(stay.portId)) &&
							(!filter.kinds.length || filter.kinds.includes(stay.kind)) &&
							(!filter.agencies.length || filter.agencies.includes(stay.agency!.id)) &&
							terms.every((term) => text.includes(term)) &&
							(!filter.isDockedNow || isPresent(stay, now))
						);
					});
					const test = stayTest(catalogue, filter, now);
					expect(queryStays(lanesOf(catalogue, filter), test, span, now)).toEqual(slow);
				}
			),
			{ numRuns: 200 }
		);
	});
});

describe('a query', () => {
	const catalogue = buildCatalogue([
		makeEvent({
			id: 1,
			docking: '2024-01-01T00:00Z',
			vehicle: 'Progress MS-26',
			portName: 'Zvezda aft'
		}),
		makeEvent({
			id: 2,
			docking: '2024-02-01T00:00Z',
			vehicle: 'Soyuz MS-25',
			portId: 48,
			stationId: null
		})
	]);
	const always = between('1950-01-01', '2150-01-01');
	const now = at('2026-10-08');
	const ids = (asked: Partial<StayFilter>) => {
		const filter = { ...everyStay, ...asked };
		const test = stayTest(catalogue, filter, now);
		return queryStays(lanesOf(catalogue, filter), test, always, now).map((stay) => stay.id);
	};

	it('matches nothing for an unknown station, port or agency', () => {
		expect(ids({ stations: [999] })).toEqual([]);
		expect(ids({ ports: [999] })).toEqual([]);
		expect(ids({ agencies: [999] })).toEqual([]);
	});

	it('finds hosts that are no station when asked for other', () => {
		expect(ids({ stations: ['other'] })).toEqual([2]);
		expect(ids({ stations: [4, 'other'] })).toEqual([1, 2]);
	});

	it('searches without regard to case, in craft, port and station, for all terms at once', () => {
		expect(ids({ text: 'ZVEZDA progress' })).toEqual([1]);
		expect(ids({ text: 'zvezda,progress' })).toEqual([1]);
		expect(ids({ text: 'iss' })).toEqual([1]);
		expect(ids({ text: 'zvezda soyuz' })).toEqual([]);
		expect(ids({ text: ' ' })).toEqual([1, 2]);
	});
});

/** A lane whose stays and index count how often one of them is looked at. */
function counting(lane: Lane): { lane: Lane; touched: () => number } {
	let touched = 0;
	const watch = <T extends object>(list: T): T =>
		new Proxy(list, {
			get(target, key) {
				if (typeof key === 'string' && /^\d+$/.test(key)) touched++;
				return Reflect.get(target, key, target) as unknown;
			}
		});
	return {
		lane: { ...lane, stays: watch(lane.stays), ends: watch(lane.ends) },
		touched: () => touched
	};
}

describe('100,000 stays at one port', () => {
	const firstMs = Date.UTC(1960, 0, 1);
	const iso = (days: number) => new Date(firstMs + days * dayMs).toISOString();
	const events = Array.from({ length: 100_000 }, (_, index) => {
		const lengthDays = index % 7 === 0 ? 3 : 0.4;
		// An old stay that nobody closed, and one that lasts for decades.
		const departure = index === 3 ? null : iso(index * 0.5 + (index === 5 ? 20_000 : lengthDays));
		return makeEvent({ id: index + 1, docking: iso(index * 0.5), departure });
	});
	const catalogue = buildCatalogue(events);
	const [lane] = lanesOf(catalogue, everyStay);
	const now = instant(firstMs + 60_000 * dayMs);

	it.each([
		['at the beginning', 1, 1],
		['in the middle', 25_000, 30],
		['at the end', 49_990, 5],
		['after the last', 55_000, 300]
	])('are queried for a span %s by looking at few more than the answer holds', (_, day, days) => {
		const span = {
			from: instant(firstMs + day * dayMs),
			to: instant(firstMs + (day + days) * dayMs)
		};
		const watched = counting(lane!);
		const answer = laneStaysIn(watched.lane, span, now);
		expect(answer).toEqual(lane!.stays.filter((stay) => isShown(stay, span, now)));
		expect(watched.touched()).toBeLessThan(300 + 40 * answer.length);
		const present = counting(lane!);
		const docked = laneStaysAt(present.lane, span.from);
		expect(present.touched()).toBeLessThan(300 + 40 * docked.length);
	});
});
