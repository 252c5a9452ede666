import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import type { Catalogue } from '../../../src/lib/docking/catalogue.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { joined, numberWord, titleOf } from '../../../src/lib/view/title.ts';
import { placedFilter } from '../../../src/lib/view/view-span.ts';
import { at } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const sample = sampleCatalogue();

function titleFor(
	query: string,
	moment: string,
	isNow = true,
	catalogue: Catalogue = sample
): string {
	const now = at(moment);
	const filter = placedFilter(catalogue, parseView(new URLSearchParams(query)).filter, now);
	return titleOf(catalogue, filter, { at: now, isNow });
}

describe('the title', () => {
	const date = '2026-10-08';
	it.each([
		['', 'Seven craft are docked: five at the International Space Station, two at Tiangong'],
		['station=4', 'Five craft are docked at the International Space Station'],
		['station=18', 'Two craft are docked at Tiangong'],
		[
			'station=18,4',
			'Seven craft are docked: five at the International Space Station, two at Tiangong'
		],
		['station=5', 'No craft is docked at Mir: its last stay ended on 23 Mar 2001'],
		['station=5&agency=44', 'No NASA craft is docked at Mir: the last left on 8 Jun 1998'],
		[
			'station=5&q=sts-71',
			'No craft matching “sts-71” is docked at Mir: the last left on 4 Jul 1995'
		],
		['station=5&kind=module', 'No modules are docked at Mir: the last left on 23 Mar 2001'],
		['station=5,4', 'Five craft are docked at the International Space Station'],
		[
			'station=other',
			'Three craft are docked: one at Intelsat 901, one at Intelsat 10-02, one at SpaDEx Target (SDX02)'
		],
		['station=999', 'No craft is docked at the place asked for: nothing is known of it here'],
		['port=19', 'One craft is docked at Harmony forward of the International Space Station'],
		['port=30', 'No craft is docked at Harmony zenith of the International Space Station'],
		['port=19,30,2', 'Two craft are docked at three ports of the International Space Station'],
		['port=48', 'One craft is docked at Intelsat 901'],
		['port=999', 'No craft is docked at the place asked for: nothing is known of it here'],
		[
			'kind=cargo',
			'Four cargo craft are docked: three at the International Space Station, one at Tiangong'
		],
		['kind=crew,cargo&station=18', 'Two crew or cargo craft are docked at Tiangong'],
		['kind=other', 'No other craft is docked at the International Space Station or Tiangong'],
		['kind=module&station=18', 'Two modules are docked at Tiangong'],
		['kind=module&station=18&q=wentian', 'One module matching “wentian” is docked at Tiangong'],
		['kind=module&station=18&q=dragon', 'No modules matching “dragon” are docked at Tiangong'],
		['q=soyuz', 'One craft matching “soyuz” is docked at the International Space Station'],
		['q=zarya&station=5', 'No craft matching “zarya” is docked at Mir'],
		[
			'agency=999999',
			'No craft of an agency not known here is docked at the International Space Station or Tiangong'
		],
		[
			'docked=now',
			'Seven craft are docked: five at the International Space Station, two at Tiangong'
		],
		[
			'view=table&from=2000-01-01&to=2000-02-01',
			'Seven craft are docked: five at the International Space Station, two at Tiangong'
		]
	])('of “%s” now is “%s”', (query, title) => {
		expect(titleFor(query, date)).toBe(title);
	});

	it.each([
		[
			'',
			'2026-10-08',
			'On 8 Oct 2026, seven craft were docked: five at the International Space Station, two at Tiangong'
		],
		[
			'',
			'2025-12-02',
			'On 2 Dec 2025, eleven craft were docked: eight at the International Space Station, three at Tiangong'
		],
		['', '1973-06-01', 'On 1 Jun 1973, one craft was docked at Skylab'],
		['', '1960-01-01', 'On 1 Jan 1960, no craft was docked'],
		[
			'station=4',
			'1999-01-01',
			'On 1 Jan 1999, no craft was docked at the International Space Station'
		],
		['station=5', '1995-07-01', 'On 1 Jul 1995, two craft were docked at Mir'],
		['station=5', '2005-01-01', 'No craft is docked at Mir: its last stay ended on 23 Mar 2001'],
		['station=other', '1966-03-17', 'On 17 Mar 1966, no craft was docked at any of six places'],
		[
			'kind=module&station=18&q=dragon',
			'2026-10-08',
			'On 8 Oct 2026, no modules matching “dragon” were docked at Tiangong'
		],
		[
			'kind=module',
			'2026-10-08',
			'On 8 Oct 2026, 18 modules were docked: 16 at the International Space Station, two at Tiangong'
		]
	])('of “%s” on %s is “%s”', (query, moment, title) => {
		expect(titleFor(query, moment, false)).toBe(title);
	});

	it('names an agency by its short name', () => {
		const jaxa = sample.agencies.find((one) => one.abbrev === 'JAXA')!;
		expect(titleFor(`agency=${jaxa.id}&station=4`, date)).toBe(
			'No JAXA craft is docked at the International Space Station'
		);
	});

	it('says by when the last stay at a station that is gone had ended, where nobody noted it', () => {
		const salyut = { stationId: 14, stationName: 'Salyut 6', portId: 4 };
		const catalogue = buildCatalogue([
			makeEvent({ ...salyut, id: 1, docking: '1980-06-01T00:00Z', missionEnd: '1980-07-01T00:00Z' })
		]);
		expect(titleFor('station=14', date, true, catalogue)).toBe(
			'No craft is docked at Salyut 6: its last stay ended by 1 Jul 1980'
		);
	});

	it('does not call a station gone before its first craft has come', () => {
		const catalogue = buildCatalogue([
			makeEvent({ id: 1, stationId: 77, stationName: 'Haven-1', docking: '2027-01-01T00:00Z' })
		]);
		expect(titleFor('station=77', date, true, catalogue)).toBe('No craft is docked at Haven-1');
	});

	it('is a sentence for an empty catalogue too', () => {
		expect(titleFor('', date, true, buildCatalogue([]))).toBe('No craft is docked');
	});
});

describe('words', () => {
	it('are written up to twelve, figures above', () => {
		expect([0, 1, 12, 13].map(numberWord)).toEqual(['no', 'one', 'twelve', '13']);
	});

	it('are joined as in a sentence', () => {
		expect([joined([]), joined(['a']), joined(['a', 'b']), joined(['a', 'b', 'c'], 'or')]).toEqual([
			'',
			'a',
			'a and b',
			'a, b or c'
		]);
	});
});
