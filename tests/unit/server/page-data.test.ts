import { describe, expect, it } from 'vitest';
import { pageClock, pageData } from '../../../src/lib/server/page-data.ts';
import type { Snapshot } from '../../../src/lib/server/snapshot.ts';
import { parseView } from '../../../src/lib/view/parse-view.ts';
import { at } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { staysIn } from '../timeline/scene-for-test.ts';

const updated = at('2026-10-08');
const sample: Snapshot = {
	catalogue: sampleCatalogue(),
	source: 'sample',
	minute: updated,
	updated,
	staleAfterMs: 3_600_000,
	version: 'sample',
	events: 641,
	lastRefresh: undefined,
	nextRefresh: undefined,
	callsLeft: 0,
	reason: undefined,
	warnings: [],
	unreadable: 0
};

const viewOf = (query: string) => parseView(new URLSearchParams(query));
function pageOf(query: string, snapshot = sample) {
	const view = viewOf(query);
	return pageData(snapshot, view, pageClock(view, snapshot));
}

describe('the clock of a page', () => {
	const clockAt = (minute: string, query = '') =>
		pageClock(viewOf(query), { ...sample, minute: at(minute) });
	it.each([
		[
			'is now while the data are fresh',
			'2026-10-08T00:30Z',
			'',
			'2026-10-08T00:30Z',
			'2026-10-08T00:30Z'
		],
		[
			'is now up to the staleness limit',
			'2026-10-08T01:00Z',
			'',
			'2026-10-08T01:00Z',
			'2026-10-08T01:00Z'
		],
		[
			'knows no more than the data beyond it',
			'2026-10-08T01:01Z',
			'',
			'2026-10-08T01:01Z',
			'2026-10-08'
		],
		['is frozen by the address', '2026-11-23', 'now=2025-12-02', '2025-12-02', '2025-12-02'],
		['is frozen after the data too', '2026-10-08', 'now=2027-01-01', '2027-01-01', '2026-10-08']
	])('%s: at %s with “%s” it is %s, known until %s', (_, minute, query, now, knownUntil) => {
		expect(clockAt(minute, query)).toEqual({ now: at(now), knownUntil: at(knownUntil) });
	});
});

describe('the data of a page', () => {
	it('are, without a query, the active stations with their ports and stays', () => {
		const page = pageOf('');
		expect(page.scene!.groups.map(({ host, lanes }) => [host.shortName, lanes.length])).toEqual([
			['ISS', 8],
			['Tiangong', 3]
		]);
		expect(page.title).toMatch(/^Seven craft are docked: five at the International Space Station/);
		expect(page.shownCount).toBe(page.scene!.stayCount);
		expect(page).toMatchObject({ isFrozen: false, now: updated });
		expect(page.rows).toBeUndefined();
	});

	it('speak of the data’s own date where that lies before now', () => {
		const page = pageOf('', { ...sample, minute: at('2026-11-23') });
		expect(page.title).toMatch(/^On 8 Oct 2026, seven craft were docked/);
		expect(page.scene!.clock.knownUntil).toBe(updated);
	});

	it('speak of the frozen instant', () => {
		const page = pageOf('now=2025-12-02');
		expect(page.title).toMatch(/^On 2 Dec 2025, eleven craft were docked: eight at/);
		expect(page.scene!.groups[0]!.occupancy).toEqual({ occupied: 8, inUse: 8 });
		expect(page.isFrozen).toBe(true);
	});

	it('have rows in place of a scene for the table, of the same stays', () => {
		const page = pageOf('view=table');
		expect(page.scene).toBeUndefined();
		expect(page.rows).toHaveLength(page.stayCount);
		expect(page.stayCount).toBe(pageOf('ports=all').shownCount);
	});

	it('offer every station, those with most stays first, with n of m where it is active', () => {
		const { stations } = pageOf('station=5');
		expect(stations.slice(0, 2).map((one) => one.shortName)).toEqual(['ISS', 'Mir']);
		const of = (name: string) => stations.find((one) => one.shortName === name);
		expect(of('ISS')).toMatchObject({ badge: '5/8', isActive: true, isChosen: false });
		expect(of('Tiangong')).toMatchObject({ badge: '2/3', isActive: true });
		expect(of('Mir')).toMatchObject({ badge: '', isActive: false, isChosen: true });
		expect(stations).toHaveLength(12);
	});

	it('leave n of m and badges alone, whatever the filters', () => {
		const all = pageOf('');
		const crew = pageOf('kind=crew&q=soyuz&docked=now');
		expect(crew.stations).toEqual(all.stations);
		expect(crew.scene!.groups.map((group) => group.occupancy)).toEqual(
			all.scene!.groups.map((group) => group.occupancy)
		);
		expect(crew.stayCount).toBe(1);
	});

	it('match nothing, without failing, for ids that nobody knows', () => {
		for (const query of ['station=999999', 'port=999999', 'agency=999999', 'station=-1']) {
			expect(pageOf(query)).toMatchObject({ stayCount: 0, shownCount: 0 });
		}
	});

	it('show hosts that are no station when asked for', () => {
		const page = pageOf('station=other&from=1966-01-01&to=2026-10-08');
		expect(page.stayCount).toBe(9);
		expect(page.scene!.groups.map((group) => group.host.type)).not.toContain('station');
	});

	it('show for port 12 the stays of port 19', () => {
		const stays = (query: string) =>
			pageOf(query).scene!.groups.flatMap(({ lanes }) => lanes.flatMap(staysIn));
		expect(stays('port=12').length).toBeGreaterThan(0);
		expect(stays('port=12')).toEqual(stays('port=19'));
	});

	it('tell where else there are stays in the span, but not of places that were chosen', () => {
		const names = (query: string) => pageOf(query).elsewhere.map((one) => one.name);
		expect(names('from=1975-01-01&to=1975-12-31')).toContain('Salyut 4');
		expect(names('to=1975-12-31')).toContain('Salyut 4');
		expect(names('q=mev&from=2019-01-01')).toEqual(['craft that are no station']);
		expect(names('kind=other&now=2020-06-01')).toEqual(['craft that are no station']);
		expect(names('now=2020-06-01')).toEqual(['craft that are no station']);
		expect(names('station=4&from=1975-01-01&to=1975-12-31')).toEqual([]);
		expect(names('station=99999&kind=crew')).toEqual(['International Space Station', 'Tiangong']);
		expect(names('port=99999&from=1975-01-01&to=1975-12-31')).toContain('Salyut 4');
		expect(names('station=4,99999&from=1975-01-01&to=1975-12-31')).toEqual([]);
		const [first] = pageOf('from=1986-01-01&to=1999-12-31').elsewhere;
		expect(first!.name).toBe('Mir');
	});

	it('tell, where nothing matches in the span, what does at any time, and where to see it', () => {
		const page = pageOf('q=sts-71');
		const mir = page.stations.find(({ shortName }) => shortName === 'Mir')!;
		expect(page.stayCount).toBe(0);
		const { stays, places, span, ports } = page.atAnyTime!;
		expect({ stays, places, ports }).toEqual({ stays: 1, places: [mir.id], ports: 'used' });
		const [from, to] = [span.from, span.to].map((at) => new Date(at).toISOString());
		expect(pageOf(`q=sts-71&station=${places.join()}&from=${from}&to=${to}`).stayCount).toBe(1);
	});

	it('lead to all ports where what matches is a module at one that no craft visits', () => {
		expect(pageOf('q=pirs').atAnyTime?.ports).toBe('all');
		expect(pageOf('q=pirs&kind=crew').atAnyTime?.ports).toBe('used');
	});

	it('tell nothing of other times where something matches, or nothing ever does', () => {
		for (const query of ['q=crew-13', 'q=sts-71&station=4', 'q=nothing-is-called-so'])
			expect([query, pageOf(query).atAnyTime]).toEqual([query, undefined]);
		expect(pageOf('q=sts-71&station=4').stayCount).toBe(0);
	});

	it('find what is written without its hyphens', () => {
		const found = (query: string) => pageOf(query).stayCount;
		expect(found('q=crew13')).toBe(found('q=crew-13'));
		expect(found('q=crew13')).toBe(1);
	});

	it('name the ports that relocations lead to and from, also out of the view', () => {
		const page = pageOf('port=19&from=2021-01-01&to=2021-12-31');
		const stays = page.scene!.groups.flatMap(({ lanes }) => lanes.flatMap(staysIn));
		const moved = stays.filter((stay) => stay.movedFromId ?? stay.movedToId);
		expect(moved.length).toBeGreaterThan(0);
		for (const stay of moved) {
			const other = stay.movedFromId ?? stay.movedToId!;
			expect(page.movedPorts[other]).toMatch(/^Harmony /);
		}
	});

	it('hold the life of the places shown', () => {
		const { life } = pageOf('station=5');
		expect(life!.from).toBeLessThan(at('1986-03-15'));
		expect(life!.to).toBeGreaterThan(at('2001-03-23'));
		expect(pageOf('station=999999').life).toBeUndefined();
	});

	it('are plain data', () => {
		for (const query of ['', 'view=table', 'station=other']) {
			const page = pageOf(query);
			expect(structuredClone(page)).toEqual(page);
		}
	});
});
