/** The numbers of a station's page against a slow, obvious count, day by day. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { portFacts } from '../../../src/lib/docking/port-facts.ts';
import { isDockedAt, isVisiting } from '../../../src/lib/docking/state.ts';
import { busiestDay } from '../../../src/lib/docking/station-history.ts';
import type { Stay } from '../../../src/lib/docking/stay.ts';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { dayMs } from '../../../src/lib/time/span.ts';
import { randomEvents, randomInstant } from './random-events.ts';

/** Random events begin and end at midnights: a day is all of one kind. */
function daysBetween(from: Instant, to: Instant): Instant[] {
	return Array.from({ length: (to - from) / dayMs }, (_, day) => instant(from + day * dayMs));
}

function dockedOn(stays: readonly Stay[], day: Instant): Stay[] {
	return stays.filter((stay) => isVisiting(stay) && isDockedAt(stay, day));
}

it('busiestDay is the first day with most craft, and counts all such days', () => {
	fc.assert(
		fc.property(randomEvents, randomInstant, (events, now) => {
			const { stays, lanes } = buildCatalogue(events);
			const first = stays[0]?.docking ?? now;
			const days = daysBetween(first, now).map((day) => ({
				day,
				craft: dockedOn(stays, day).length
			}));
			const most = Math.max(0, ...days.map(({ craft }) => craft));
			const busiest = days.filter(({ craft }) => craft === most);
			expect(busiestDay([...lanes.values()], now)).toEqual(
				most ? { craft: most, first: busiest[0]?.day, days: busiest.length } : undefined
			);
		})
	);
});

it('portFacts tells the share of the days of a port’s life on which a visiting craft was there', () => {
	fc.assert(
		fc.property(randomEvents, randomInstant, (events, now) => {
			for (const lane of buildCatalogue(events).lanes.values()) {
				const facts = portFacts(lane, { now, knownUntil: now });
				const begun = lane.stays.filter((stay) => isVisiting(stay) && stay.docking <= now);
				expect(facts.stayCount).toBe(begun.length);
				expect(facts.life === undefined).toBe(begun.length === 0);
				if (!facts.life || facts.share === undefined) continue;
				const days = daysBetween(facts.life.from, facts.life.to);
				const full = days.filter((day) => dockedOn(begun, day).length > 0);
				expect(facts.share).toBeCloseTo(full.length / days.length, 9);
				if (!facts.isInUse) expect(full.at(-1)).toBe(days.at(-1));
			}
		})
	);
});
