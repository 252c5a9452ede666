import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { columnNames } from '../../../src/lib/export/data-columns.ts';
import { dataRow } from '../../../src/lib/export/data-row.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';

const now = at('2026-10-08T12:00Z');

function rowOf(plan: Partial<EventPlan>, others: readonly EventPlan[] = []) {
	const event = makeEvent({ id: 1, docking: '2026-10-01T12:00Z', ...plan });
	const catalogue = buildCatalogue([event, ...others.map(makeEvent)]);
	return dataRow(catalogue.stayById.get(1)!, catalogue, now);
}

describe('a stay as a row of data', () => {
	it('has every column, in the order in which they are documented', () => {
		expect(Object.keys(rowOf({}))).toEqual(columnNames);
		expect(columnNames.slice(0, 3)).toEqual(['id', 'docking', 'departure']);
	});

	it('tells who was where', () => {
		const catalogue = sampleCatalogue();
		expect(dataRow(catalogue.stayById.get(529)!, catalogue, now)).toEqual({
			id: 529,
			docking: '2024-01-17T17:46:00Z',
			departure: '2024-11-10T08:30:00Z',
			station: 'Tiangong',
			stationId: 18,
			port: 'Tianhe aft',
			portId: 32,
			craft: 'Tianzhou-7',
			vehicle: 'Tianzhou-7',
			kind: 'cargo',
			agency: 'China Aerospace Science and Technology Corporation',
			agencyId: 88,
			state: 'departed',
			durationSeconds: 25_713_840,
			departureUnknown: false,
			goneBy: null,
			dockingPrecision: 'instant',
			departurePrecision: 'instant',
			host: 'Tiangong',
			hostType: 'station',
			listedPortId: 32,
			movedFrom: null,
			movedTo: null,
			serial: expect.toSatisfy((serial) => serial === null || typeof serial === 'string'),
			launch: expect.stringContaining('Tianzhou-7'),
			origin: 'Launch Library 2'
		});
	});

	const day = 86_400;
	it.each([
		['docked', {}, 'docked', 7 * day],
		['docked, with a departure planned', { departure: '2026-10-20T00:00Z' }, 'docked', 7 * day],
		['planned', { docking: '2026-10-08T12:00:01Z' }, 'planned', null],
		['departed at now', { departure: '2026-10-08T12:00Z' }, 'departed', 7 * day],
		['without length', { departure: '2026-10-01T12:00Z' }, 'departed', 0],
		['departed nobody knows when', { missionEnd: '2026-10-05T00:00Z' }, 'departed', null]
	] as const)('%s', (_, plan, state, durationSeconds) => {
		expect(rowOf(plan)).toMatchObject({ state, durationSeconds });
	});

	it('says where the departure is unknown, and by when the craft had gone', () => {
		const row = rowOf({ missionEnd: '2026-10-05T00:00Z' });
		const gone = { departure: null, departureUnknown: true, goneBy: '2026-10-05T00:00:00Z' };
		expect(row).toMatchObject({ ...gone, departurePrecision: null });
		const open = { departure: null, departureUnknown: false, goneBy: null };
		expect(rowOf({ missionEnd: '2026-11-05T00:00Z' })).toMatchObject(open);
	});

	it('has no station where the host is none, and says what the host is', () => {
		const row = rowOf({ stationId: null, portId: 45 });
		expect(row).toMatchObject({
			station: null,
			stationId: null,
			hostType: 'spacecraft',
			portId: 45
		});
	});

	it('has the port that pages show, and the one that the event names', () => {
		expect(rowOf({ portId: 12 })).toMatchObject({ portId: 19, listedPortId: 12 });
	});

	it('has no port where the event names none', () => {
		const event = makeEvent({ id: 1, docking: '2026-10-01T12:00Z' });
		const catalogue = buildCatalogue([{ ...event, docking_location: null }]);
		const row = dataRow(catalogue.stays[0]!, catalogue, now);
		const none = { port: null, portId: null, listedPortId: null };
		expect(row).toMatchObject({ ...none, stationId: 4 });
	});

	it('says what is known to the day, and what moved', () => {
		expect(rowOf({ precision: { docking: 'day' } }).dockingPrecision).toBe('day');
		const next = { id: 2, flightId: 1, portId: 20, docking: '2026-10-03T00:00Z' };
		const row = rowOf({ flightId: 1, departure: '2026-10-02T20:00Z' }, [next]);
		expect(row).toMatchObject({ movedFrom: null, movedTo: 2 });
	});
});
