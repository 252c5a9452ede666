import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { tableRows } from '../../../src/lib/view/table-rows.ts';
import { sortColumns, type SortColumn } from '../../../src/lib/view/view.ts';
import { at } from '../at.ts';
import { makeEvent, makeModule } from '../docking/make-event.ts';

const catalogue = buildCatalogue([
	makeEvent({
		id: 1,
		vehicle: 'Crew-10',
		docking: '2025-01-01T00:00Z',
		departure: '2025-02-01T00:00Z',
		portId: 30,
		agencyId: 2
	}),
	makeEvent({ id: 2, vehicle: 'Crew-9', docking: '2025-03-01T00:00Z', agencyId: 1 }),
	makeModule({
		id: 3,
		vehicle: 'Atlas',
		docking: '2026-12-01T00:00Z',
		portId: 19,
		stationId: 18,
		stationName: 'Tiangong'
	}),
	makeEvent({
		id: 4,
		vehicle: 'Crew-9',
		docking: '2024-01-01T00:00Z',
		departure: '2026-11-01T00:00Z',
		agencyId: 1
	})
]);
const now = at('2026-10-08');

const order = (column: SortColumn, isDescending: boolean) =>
	tableRows(catalogue, catalogue.stays, { column, isDescending }, now).map(({ stay }) => stay.id);

describe('tableRows', () => {
	it.each<[SortColumn, number[], number[]]>([
		['craft', [3, 4, 2, 1], [1, 4, 2, 3]],
		['kind', [4, 1, 2, 3], [3, 4, 1, 2]],
		['station', [4, 1, 2, 3], [3, 4, 1, 2]],
		['port', [4, 2, 3, 1], [1, 3, 4, 2]],
		['agency', [4, 2, 1, 3], [3, 1, 4, 2]],
		['docking', [4, 1, 2, 3], [3, 2, 1, 4]],
		['departure', [1, 4, 2, 3], [2, 3, 4, 1]],
		['duration', [3, 1, 2, 4], [4, 2, 1, 3]]
	])('sorts by %s: %j, turned round %j', (column, up, down) => {
		expect(order(column, false)).toEqual(up);
		expect(order(column, true)).toEqual(down);
	});

	it('sorts by every column that the address can name', () => {
		for (const column of sortColumns) expect(order(column, true)).toHaveLength(4);
	});

	it('tells where each stay is, and leaves the stays as they were', () => {
		const before = catalogue.stays.map((stay) => stay.id);
		const [row] = tableRows(
			catalogue,
			catalogue.stays,
			{ column: 'docking', isDescending: true },
			now
		);
		expect(row).toMatchObject({ portName: 'Port 19', hostName: 'Tiangong' });
		expect(catalogue.stays.map((stay) => stay.id)).toEqual(before);
	});

	it('names no port where it is called like its host', () => {
		const alone = { stationId: null, portId: 48, portName: 'Intelsat 901' };
		const made = buildCatalogue([makeEvent({ id: 1, docking: '2025-01-01T00:00Z', ...alone })]);
		const rows = tableRows(made, made.stays, { column: 'port', isDescending: false }, now);
		expect(rows).toMatchObject([{ portName: '', hostName: 'Intelsat 901' }]);
	});
});
