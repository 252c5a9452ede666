import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { viewStays } from '../../../src/lib/export/excerpt.ts';
import { pageClock, pageData } from '../../../src/lib/server/page-data.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { at } from '../at.ts';
import { randomEvents, randomInstant } from '../docking/random-events.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const now = at('2026-10-08T12:00Z');
const snapshotOf = (catalogue: Snapshot['catalogue'], minute = now): Snapshot => ({
	catalogue,
	source: 'live',
	minute,
	updated: minute,
	staleAfterMs: 3_600_000,
	version: 'test',
	events: catalogue.stays.length,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 0,
	reason: undefined,
	warnings: [],
	unreadable: 0
});

/** Ids that the table of `/` shows and ids that the data hold, both in order. */
function idsOf(snapshot: Snapshot, query: string) {
	const view = parseView(new URLSearchParams(query));
	const clock = pageClock(view, snapshot);
	const page = pageData(snapshot, { ...view, mode: 'table' }, clock);
	const ascending = (ids: number[]) => ids.sort((a, b) => a - b);
	const data = viewStays(snapshot.catalogue, view, clock.now).map(({ id }) => id);
	return {
		page: ascending((page.rows ?? []).map(({ stay }) => stay.id)),
		data: ascending(data),
		count: page.stayCount
	};
}

const queries = [
	'',
	'station=4',
	'station=4,18,other&from=1960-01-01&to=2149-12-31',
	'station=other&from=1960-01-01',
	'station=18&from=2021-01-01',
	'port=12',
	'kind=crew,cargo&from=2020-01-01',
	'agency=63',
	'q=dragon&from=2000-01-01',
	'docked=now',
	'now=2012-05-05T00:00Z',
	'now=2012-05-05T00:00Z&docked=now&kind=module',
	'station=999'
];

describe('the stays of a view', () => {
	it.each(queries)('are those that / counts: ?%s', (query) => {
		const { page, data, count } = idsOf(snapshotOf(sampleCatalogue()), query);
		expect(data).toEqual(page);
		expect(data).toHaveLength(count);
		if (!query.includes('999')) expect(count).toBeGreaterThan(0);
	});

	it('are those that / counts, whatever the events', () => {
		fc.assert(
			fc.property(randomEvents, randomInstant, fc.constantFrom(...queries), (events, at, query) => {
				const { page, data } = idsOf(snapshotOf(buildCatalogue(events), at), query);
				expect(data).toEqual(page);
			})
		);
	});

	it('stand by docking, then id', () => {
		const view = parseView(new URLSearchParams('station=4&from=1998-01-01&sort=craft'));
		const stays = viewStays(sampleCatalogue(), view, now);
		const sorted = [...stays].sort((a, b) => a.docking - b.docking || a.id - b.id);
		expect(stays).toEqual(sorted);
	});
});
