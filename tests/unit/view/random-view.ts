import fc from 'fast-check';
import { kinds } from '../../../src/lib/docking/stay.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { dayMs, minuteMs } from '../../../src/lib/time/span.ts';
import { viewLimits } from '../../../src/lib/view/limits.ts';
import { sortColumns, themes, type View } from '../../../src/lib/view/view.ts';

const id = fc.integer({ min: -999, max: 2_000_000 }).filter((one) => one !== 12);
const ids = fc.uniqueArray(id, { maxLength: 4 });
const first: number = viewLimits.from;
const last: number = viewLimits.to;

/** Instants that a view may name: to the millisecond, to the minute, at midnight. */
const moment = (min: number, max: number) =>
	fc
		.tuple(fc.integer({ min, max }), fc.constantFrom(1, minuteMs, dayMs))
		.map(([epochMs, unitMs]) => instant(Math.max(min, Math.floor(epochMs / unitMs) * unitMs)));

const span = fc.oneof(
	fc.constant({}),
	moment(first, last - 1).map((from) => ({ from })),
	moment(first + 1, last - 1).map((to) => ({ to })),
	fc
		.tuple(moment(first, last - 2 * dayMs), moment(minuteMs, last - first))
		.map(([from, lengthMs]) => ({ from, to: instant(Math.min(from + lengthMs, last - dayMs)) }))
		.filter(({ from, to }) => to - from >= minuteMs)
);

const text = fc
	.oneof(
		fc.string({ maxLength: 40 }),
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constant('Crew-13 “Grace” & co, 100%')
	)
	.map((one) => one.toWellFormed().trim());

/** Any view that a person can choose. */
export const randomView: fc.Arbitrary<View> = fc
	.record({
		stations: fc.uniqueArray(fc.oneof(id, fc.constant('other' as const)), { maxLength: 4 }),
		ports: ids,
		kinds: fc.subarray([...kinds]),
		agencies: ids,
		text,
		isDockedNow: fc.boolean(),
		span,
		now: fc.option(moment(first, last - 1), { nil: undefined }),
		theme: fc.constantFrom(...themes),
		zone: fc.constantFrom(
			'UTC',
			'local',
			'Europe/Berlin',
			'America/Argentina/Buenos_Aires',
			'+02:00'
		),
		column: fc.constantFrom(...sortColumns),
		isDescending: fc.boolean(),
		order: fc.constantFrom(
			'front' as const,
			'name' as const,
			'first-use' as const,
			'occupancy' as const
		),
		collapsed: ids,
		mode: fc.constantFrom('timeline' as const, 'table' as const),
		ports_: fc.constantFrom('used' as const, 'all' as const)
	})
	.map(
		({
			stations,
			ports,
			kinds,
			agencies,
			text,
			isDockedNow,
			span,
			now,
			column,
			isDescending,
			ports_,
			...rest
		}) => ({
			...rest,
			...span,
			...(now !== undefined && { now }),
			filter: { stations, ports, kinds, agencies, text, isDockedNow },
			sort: { column, isDescending },
			ports: ports_
		})
	);
