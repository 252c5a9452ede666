import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { laneWords, lifeText } from '../../../src/lib/timeline/lane-words.ts';
import { at, between } from '../at.ts';
import { makeEvent, makeModule, type EventPlan } from '../docking/make-event.ts';
import { sceneOf } from './scene-for-test.ts';

type Plan = Partial<EventPlan> & { readonly isModule?: boolean };

function wordsOf(plans: Plan[], now = '2024-07-01', knownUntil = now) {
	const events = plans.map(({ isModule, ...plan }, index) =>
		(isModule ? makeModule : makeEvent)({ id: index + 1, docking: '2024-06-24T12:00Z', ...plan })
	);
	const clock = { now: at(now), knownUntil: at(knownUntil) };
	const span = between('2024-01-01', '2024-09-01');
	const scene = sceneOf({ clock, span, ports: 'all' }, buildCatalogue(events));
	return laneWords(scene.groups[0]!.lanes[0]!, clock);
}

const left = (departure: string, plan: Plan = {}): Plan => ({
	docking: '2000-01-01T00:00Z',
	departure,
	...plan
});
const toTheDay = { precision: { departure: 'day' } } as const;

describe('what a lane says', () => {
	it('names who is docked there, and nobody who has left', () => {
		const [crew, cargo] = [{ vehicle: 'Soyuz MS-25' }, { vehicle: 'Progress MS-27' }];
		expect(wordsOf([crew]).docked).toBe('Soyuz MS-25');
		expect(wordsOf([crew, { ...cargo, docking: '2024-06-25T00:00Z' }]).docked).toBe(
			'Soyuz MS-25, Progress MS-27'
		);
		expect(wordsOf([left('2024-04-18T00:00Z', crew)]).docked).toBe('');
	});

	it.each<[string, Plan[], string, string, string]>([
		['docked', [{}], '2024-07-01', '2024-07-01', '6 d 12 h'],
		[
			'docked since a day',
			[{ docking: '2024-06-24', precision: { docking: 'day' } }],
			'2024-07-01T12:00Z',
			'2024-07-01T12:00Z',
			'8 d'
		],
		[
			'docked for years',
			[{ docking: '2020-01-01T00:00Z' }],
			'2024-07-01',
			'2024-07-01',
			'4 y 6 mo'
		],
		['docked, by data of June', [{}], '2024-07-01', '2024-06-26T12:00Z', 'at least 2 d'],
		['empty for days', [left('2024-04-18T00:00Z')], '2024-07-01', '2024-07-01', 'empty 74 d'],
		[
			'empty for hours',
			[left('2024-06-30T21:30Z')],
			'2024-07-01',
			'2024-07-01',
			'empty 2 h 30 min'
		],
		[
			'empty since a day',
			[left('2024-06-29', toTheDay)],
			'2024-07-01T12:00Z',
			'2024-07-01T12:00Z',
			'empty 3 d'
		],
		[
			'empty for long',
			[left('2022-04-18T00:00Z')],
			'2024-07-01',
			'2024-07-01',
			'empty since Apr 2022'
		],
		[
			'empty, by data of June',
			[left('2024-04-18T00:00Z')],
			'2024-07-01',
			'2024-06-26',
			'empty on 26 Jun'
		],
		['never used', [{ docking: '2024-08-01T00:00Z' }], '2024-07-01', '2024-07-01', 'never used'],
		[
			'a module',
			[left('2024-04-18T00:00Z'), { isModule: true }],
			'2024-07-01',
			'2024-07-01',
			'holds a module'
		],
		[
			'a module that has left',
			[
				left('2001-04-18T00:00Z'),
				{ isModule: true, docking: '2001-05-01T00:00Z', departure: '2002-03-23T00:00Z' }
			],
			'2024-07-01',
			'2024-07-01',
			'empty since Mar 2002'
		],
		[
			'gone',
			[left('2021-07-01T00:00Z', { portId: 18 })],
			'2024-07-01',
			'2024-07-01',
			'gone since Jul 2021'
		],
		[
			'not gone yet',
			[left('2021-07-01T00:00Z', { portId: 18 })],
			'2021-07-20',
			'2021-07-20',
			'empty 19 d'
		]
	])('is, %s, %o at %s (known until %s): “%s”', (_, plans, now, knownUntil, status) => {
		expect(wordsOf(plans, now, knownUntil).status).toBe(status);
	});

	it('counts its stays, and the share of the span in which it was occupied', () => {
		const words = wordsOf([{ docking: '2024-01-01T00:00Z', departure: '2024-04-01T00:00Z' }]);
		expect(words).toMatchObject({ count: '1 stay', share: '50%', isOccupied: false });
		expect(wordsOf([{}, { docking: '2024-08-01T00:00Z' }]).count).toBe('2 stays');
	});

	it('says no share of a span that lies ahead', () => {
		expect(wordsOf([left('2023-12-01T00:00Z')], '2023-12-15').share).toBe('');
	});
});

describe('the time of a station', () => {
	it.each([
		['2021-05-01', '2024-07-01', false, 'since May 2021'],
		['1986-03-01', '2001-03-01', true, '1986–2001'],
		['1971-06-07', '1971-06-30', true, '1971']
	])('from %s to %s (over: %s) reads %s', (from, to, isOver, text) => {
		expect(lifeText({ ...between(from, to), isOver })).toBe(text);
	});
});
