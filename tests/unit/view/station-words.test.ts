import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { stationFacts } from '../../../src/lib/docking/station-facts.ts';
import {
	busiestText,
	emptyText,
	lengthText,
	shareBaseText,
	stateText,
	staysByText,
	usedText
} from '../../../src/lib/view/station-words.ts';
import { at } from '../at.ts';
import { makeEvent, makeModule, type EventPlan } from '../docking/make-event.ts';

const clockAt = (now: string, knownUntil = now) => ({ now: at(now), knownUntil: at(knownUntil) });
type Plan = Partial<EventPlan> & { readonly isModule?: boolean };

function factsOf(plans: Plan[], now: string, knownUntil = now) {
	const events = plans.map(({ isModule, ...plan }, index) =>
		(isModule ? makeModule : makeEvent)({ id: index + 1, docking: '2024-01-01T00:00Z', ...plan })
	);
	const stationId = plans[0]?.stationId ?? 4;
	return stationFacts(buildCatalogue(events), stationId, clockAt(now, knownUntil))!;
}

describe('what stands at a port without a visiting craft', () => {
	const left = { departure: '2024-03-01T06:00Z' };
	const toTheDay = { departure: '2024-03-01', precision: { departure: 'day' } } as const;
	it.each<[string, Plan[], string, string, string]>([
		['nothing', [left], '2024-03-11', '2024-03-11', 'empty since 1 Mar 2024, 9 d 18 h'],
		[
			'by old data',
			[left],
			'2024-04-01',
			'2024-03-03',
			'empty since 1 Mar 2024, at least 1 d 18 h'
		],
		[
			'nothing since a day',
			[toTheDay],
			'2024-03-11T18:00Z',
			'2024-03-11T18:00Z',
			'empty since 1 Mar 2024, 11 d'
		],
		['a module', [{ isModule: true, portId: 30 }], '2024-03-11', '2024-03-11', 'holds Module 1'],
		[
			'a port that is gone',
			[{ ...left, portId: 18 }],
			'2024-03-11',
			'2024-03-11',
			'gone since 26 Jul 2021'
		],
		['a port only planned', [{}], '2023-12-01', '2023-12-01', 'no visiting craft so far'],
		[
			'a station that is gone',
			[{ ...left, stationId: 5 }],
			'2024-03-11',
			'2024-03-11',
			'last stay ended 1 Mar 2024'
		],
		[
			'a port of a station that is gone, with a module to its end',
			[
				{ ...left, stationId: 5 },
				{
					isModule: true,
					stationId: 5,
					docking: '2024-03-02T00:00Z',
					departure: '2024-03-09T00:00Z'
				}
			],
			'2027-03-11',
			'2027-03-11',
			'last visit ended 1 Mar 2024'
		],
		[
			'a module’s port of a station that is gone',
			[{ ...left, isModule: true, stationId: 5 }],
			'2024-03-11',
			'2024-03-11',
			'last stay ended 1 Mar 2024'
		],
		[
			'a port that a module has left',
			[left, { isModule: true, docking: '2024-03-02T00:00Z', departure: '2024-03-09T00:00Z' }],
			'2024-03-11',
			'2024-03-11',
			'empty since 9 Mar 2024, 2 d'
		]
	])('is told: %s', (_, plans, now, knownUntil, words) => {
		const { ports, state } = factsOf(plans, now, knownUntil);
		expect(emptyText(ports[0]!, state, clockAt(now, knownUntil), 'UTC')).toBe(words);
	});
});

describe('since when a station is used', () => {
	it.each<[string, Plan[], string, string]>([
		['active', [{}], '2026-03-15', 'Used since 1 Jan 2024, for 804 d'],
		[
			'gone',
			[{ stationId: 5, docking: '1990-01-01T00:00Z', departure: '1994-02-01T00:00Z' }],
			'2026-03-15',
			'Used from 1 Jan 1990 to 1 Feb 1994, for 4 y 1 mo'
		],
		['only planned', [{}], '2023-01-01', 'No docking yet']
	])('is told: %s', (_, plans, now, words) => {
		expect(usedText(factsOf(plans, now), clockAt(now), 'UTC')).toBe(words);
	});
});

describe('how long a stay lasted', () => {
	it.each<[string, Plan, string, string, string]>([
		['left', { departure: '2024-01-11T14:00Z' }, '2024-06-01', '2024-06-01', '10 d 14 h'],
		['still there', {}, '2024-01-03', '2024-01-03', '2 d so far'],
		['still there by old data', {}, '2024-06-01', '2024-01-03', 'at least 2 d so far'],
		[
			'left unnoticed',
			{ missionEnd: '2024-01-09T00:00Z' },
			'2024-06-01',
			'2024-06-01',
			'length unknown'
		]
	])('is told: %s', (_, plan, now, knownUntil, words) => {
		const [stay] = buildCatalogue([
			makeEvent({ id: 1, docking: '2024-01-01T00:00Z', ...plan })
		]).stays;
		expect(lengthText(stay!, clockAt(now, knownUntil))).toBe(words);
	});
});

it.each([
	[311, 17, 'by 311 visiting craft and 17 modules'],
	[1, 1, 'by 1 visiting craft and 1 module'],
	[3, 0, 'by 3 visiting craft'],
	[0, 2, 'by 2 modules']
])(
	'the stays of %i craft and %i modules are told to be theirs',
	(craftCount, moduleCount, words) => {
		expect(staysByText({ craftCount, moduleCount })).toBe(words);
	}
);

it.each([
	[true, '2024-06-15', '2026-10-08', 'of the time since Jun 2024'],
	[false, '2001-03-10', '2007-11-14', 'of Mar 2001 to Nov 2007'],
	[false, '2001-03-10', '2001-03-14', 'of Mar 2001']
])('a share names its base: in use %s from %s to %s', (isInUse, from, to, words) => {
	expect(shareBaseText(isInUse, { from: at(from), to: at(to) }, 'UTC')).toBe(words);
});

it.each([
	[1, 'first on 1 Dec 2025'],
	[2, 'first on 1 Dec 2025, then on 1 more day'],
	[9, 'first on 1 Dec 2025, then on 8 more days']
])('a busiest day that came %i times is told', (days, words) => {
	expect(busiestText({ craft: 8, first: at('2025-12-01'), days })).toBe(words);
});

it('whether a station flies is told, and that nobody told it', () => {
	expect(stateText({ is: 'active' })).toBe('active');
	expect(stateText({ is: 'deorbited', at: at('2001-03-23') })).toBe('de-orbited on 23 Mar 2001');
	expect(stateText({ is: 'unknown' })).toBe('not known whether it still flies');
});
