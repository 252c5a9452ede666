import fc from 'fast-check';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { hourMs, type Span } from '../../../src/lib/time/span.ts';
import { timeScale } from '../../../src/lib/time/time-scale.ts';
import { layoutMarks, type LaneMarks } from '../../../src/lib/timeline/bars.ts';
import { indexLane, type LaneIndex } from '../../../src/lib/timeline/lane-index.ts';
import type { ViewClock } from '../../../src/lib/docking/state.ts';
import { makeEvent } from '../docking/make-event.ts';

/** One lane laid out at random: bars of every state and length, overlapping or not. */
export interface RandomLane extends LaneMarks {
	readonly index: LaneIndex;
	readonly span: Span;
	readonly clock: ViewClock;
	/** Share of the span; undefined outside it. */
	readonly nowShare: number | undefined;
}

const firstMs = Date.UTC(2024, 0, 1);
const hours = (max: number) => fc.integer({ min: 0, max });
const craft = fc.constantFrom(
	'Progress MS-31',
	'Soyuz MS-28',
	'Crew-13 Dragon',
	'Tianzhou-10',
	'Shenzhou 23',
	'Cygnus NG-24',
	'SpaDEx Chaser (SDX01)',
	'A craft whose name is longer than anything should be',
	'חללית 7'
);

const stay = fc.record({
	gapHours: hours(2000),
	lengthHours: fc.option(fc.oneof(hours(30), hours(6000)), { freq: 12 }),
	craft
});

/** `mostStays` in a view of days to years, with now somewhere about it. */
export function randomLane(mostStays = 14): fc.Arbitrary<RandomLane> {
	return fc
		.record({
			stays: fc.array(stay, { minLength: 1, maxLength: mostStays }),
			fromHours: hours(20_000),
			spanHours: fc.integer({ min: 24, max: 30_000 }),
			nowPart: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
			ageHours: fc.constantFrom(0, 0, 200, 3000),
			isSparse: fc.boolean()
		})
		.map((plan) => {
			let atHours = 0;
			const iso = (count: number) => new Date(firstMs + count * hourMs).toISOString();
			const events = plan.stays.map((row, index) => {
				const docking = atHours;
				const length = row.lengthHours;
				atHours += row.gapHours + (plan.isSparse ? (length ?? 0) : 0);
				return makeEvent({
					id: index + 1,
					docking: iso(docking),
					departure: length === null ? null : iso(docking + length),
					vehicle: row.craft
				});
			});
			const from = instant(firstMs + plan.fromHours * hourMs);
			const span = { from, to: instant(from + plan.spanHours * hourMs) };
			const scale = timeScale(span);
			const now = scale.at(plan.nowPart);
			const clock = { now, knownUntil: instant(now - plan.ageHours * hourMs) };
			const [lane] = buildCatalogue(events).lanes.values();
			const index = indexLane(lane!.stays, now);
			const isInside = plan.nowPart >= 0 && plan.nowPart < 1;
			return {
				index,
				...layoutMarks(index.itemsIn(span, now, 0), span, clock),
				span,
				clock,
				nowShare: isInside ? plan.nowPart : undefined
			};
		});
}
