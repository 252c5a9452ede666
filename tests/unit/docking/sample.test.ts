import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStays } from '../../../src/commands/sample/read-stays.ts';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { occupancyAt } from '../../../src/lib/docking/occupancy.ts';
import { overlapsOf } from '../../../src/lib/docking/overlaps.ts';
import { relocationGapMs } from '../../../src/lib/docking/relocations.ts';
import { stayName } from '../../../src/lib/docking/stay-text.ts';
import { activeStations } from '../../../src/lib/timeline/scene.ts';
import { at } from '../at.ts';
import { sampleEvents } from './sample-catalogue.ts';

const events = sampleEvents();
const catalogue = buildCatalogue(events);
const csv = new URL('../../../src/lib/server/archive/sample/stays.csv', import.meta.url);
const rows = readStays(readFileSync(csv, 'utf8'));
const updated = at('2026-10-08');

describe('the real stays of the sample', () => {
	it.each([
		['2025-12-02', 'station:4', 8, 8],
		['2026-10-08', 'station:4', 5, 8],
		['2026-10-08', 'station:18', 2, 3]
	])('tell that on %s at %s %d of %d ports are occupied', (date, host, occupied, inUse) => {
		const lanes = catalogue.lanesByHost.get(host)!;
		expect(occupancyAt(lanes, at(date))).toEqual({ occupied, inUse });
	});

	it('give event 529 its accessible name, to the letter', () => {
		const stay = catalogue.stayById.get(529)!;
		const port = catalogue.lanes.get(stay.portId)!.port;
		expect(stayName(stay, port.name, { now: updated, knownUntil: updated })).toBe(
			'Tianzhou-7 at Tianhe aft, docked 17 Jan 2024 17:46 UTC, departed 10 Nov 2024 08:30 UTC, 297 d 14 h'
		);
		expect(stay.departure! - stay.docking).toBe(((297 * 24 + 14) * 60 + 44) * 60_000);
	});

	it('hold a relocation for each row marked as one, but for those that flew free for weeks', () => {
		const marked = events.flatMap((event, index) =>
			rows[index]!.relocated === 'yes' ? [catalogue.stayById.get(event.id)!] : []
		);
		const found = catalogue.stays.filter((stay) => stay.movedFromId !== undefined);
		expect(marked).toHaveLength(72);
		expect(found.filter((stay) => !marked.includes(stay))).toEqual([]);
		const missed = marked.filter((stay) => stay.movedFromId === undefined);
		// Away for 16 and 31 days: the CSV's mark says only that they had been at another port before.
		expect(missed.map((stay) => stay.craft)).toEqual(['Progress M-32', 'Tianzhou-5']);
		for (const stay of missed) {
			const before = catalogue.stays.findLast(
				(one) => one.craftKey === stay.craftKey && one.docking < stay.docking
			)!;
			expect(stay.docking - before.departure!).toBeGreaterThan(relocationGapMs);
		}
	});

	it('link the two ends of every relocation to each other', () => {
		for (const stay of catalogue.stays) {
			if (stay.movedFromId === undefined) continue;
			const before = catalogue.stayById.get(stay.movedFromId)!;
			expect(before.movedToId).toBe(stay.id);
			expect(before.stationId).toBe(stay.stationId);
			expect(before.portId).not.toBe(stay.portId);
		}
	});

	it.each([
		['1970-01-01', []],
		['1971-07-01', ['Salyut 1']],
		['1978-06-01', ['Salyut 5', 'Salyut 6']],
		['1985-06-01', ['Salyut 7']],
		['1999-01-01', ['International Space Station', 'Mir']],
		['2005-01-01', ['International Space Station']],
		['2012-12-01', ['International Space Station', 'Tiangong 1']],
		['2018-01-01', ['International Space Station', 'Tiangong 2']],
		['2026-10-08', ['International Space Station', 'Tiangong']]
	])('make, on %s, %j the active stations', (date, names) => {
		const active = activeStations(catalogue, at(date));
		const hosts = active.map((id) => catalogue.hosts.get(`station:${id}`)!.name);
		expect(hosts.sort()).toEqual(names);
	});

	it('never overlap at one port', () => {
		const overlaps = [...catalogue.lanes.values()].flatMap((lane) => overlapsOf(lane, updated));
		expect(overlaps).toEqual([]);
	});

	it('leave one configuration to the kinds’ other sources, and say so', () => {
		expect(catalogue.unmatchedConfigs.map(({ name, stays }) => [name, stays])).toEqual([
			['7K-OK (uncrewed)', 1]
		]);
	});
});
