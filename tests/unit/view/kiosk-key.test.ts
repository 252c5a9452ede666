import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { kioskKey } from '../../../src/lib/view/kiosk-key.ts';
import type { KioskTurn } from '../../../src/lib/view/kiosk-views.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';
import { clockOf, viewOf, type Asked } from './kiosk-for-test.ts';

const keyOf = (turn: KioskTurn, asked?: Asked) => kioskKey(viewOf(turn, asked), clockOf(asked));

/** The lines of the key of a station with these stays alone, on 1 July 2024. */
function linesOf(plans: Partial<EventPlan>[], knownUntil = '2024-07-01'): string[] {
	const events = plans.map((plan, index) =>
		makeEvent({ id: index + 1, docking: '2024-06-01T00:00Z', ...plan })
	);
	const asked = { now: '2024-07-01', knownUntil, atlas: buildCatalogue(events) };
	return keyOf(4, asked).items.map(({ stretch, text }) => [stretch, text].join(' ').trim());
}

describe('the key of a kiosk', () => {
	it('names the kinds that are on the screen, in the order of the legend', () => {
		expect(keyOf(4)).toEqual({ kinds: ['crew', 'cargo'], items: [] });
		expect(keyOf('all').kinds).toEqual(['crew', 'cargo']);
		expect(keyOf(18, { query: 'span=1d&ahead=0d', now: '2026-06-15' }).kinds).toEqual([
			'crew',
			'cargo'
		]);
	});

	it('says nothing where nothing is shown', () => {
		expect(kioskKey(undefined, clockOf())).toEqual({ kinds: [], items: [] });
	});

	it.each<[string, Partial<EventPlan>[], string | undefined, string[]]>([
		['nothing while all is known', [{}], undefined, []],
		['until which day stays are known', [{}], '2024-06-20', ['pale at least: known to 20 Jun']],
		[
			'the year of another year',
			[{ docking: '2023-10-01T00:00Z' }],
			'2023-12-24',
			['pale at least: known to 24 Dec 2023']
		],
		['nothing of a craft that has left', [{ departure: '2024-06-10T00:00Z' }], '2024-06-20', []],
		['what is planned', [{ docking: '2024-08-01T00:00Z' }], undefined, ['outline planned']],
		[
			'a departure that is planned',
			[{ departure: '2024-08-01T00:00Z' }],
			undefined,
			['outline planned']
		],
		['nothing of a plan beyond the screen', [{ docking: '2025-08-01T00:00Z' }], undefined, []],
		[
			'a departure that nobody noted',
			[{ missionEnd: '2024-06-20T00:00Z' }],
			undefined,
			['faded departure not known']
		]
	])('tells %s', (_, plans, knownUntil, lines) => {
		expect(linesOf(plans, knownUntil)).toEqual(lines);
	});

	it('shows a pale stretch only where one can be seen, and the time of the same day', () => {
		const asked = { now: '2026-10-08T12:00Z', knownUntil: '2026-10-08T06:30Z' };
		const text = 'at least: known to 06:30 UTC';
		expect(keyOf(4, asked).items).toEqual([{ text }]);
		expect(keyOf(4, { ...asked, query: 'span=9d&ahead=2d' }).items).toEqual([
			{ stretch: 'pale', text }
		]);
		expect(keyOf('all', asked).items).toEqual([{ text }]);
	});
});
