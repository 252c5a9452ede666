import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { queryStays } from '../../../src/lib/docking/query.ts';
import { readDocument } from '../../../src/lib/server/launch-library/read-document.ts';
import { oddEvents } from '../../upstream/odd-events.ts';
import { at, between } from '../at.ts';
import { makeEvent } from './make-event.ts';

const now = at('2026-10-08');
const always = between('1950-01-01', '2150-01-01');

describe('buildCatalogue', () => {
	it.each(Object.entries(oddEvents()))('takes documents of the kind %s', (_, { documents }) => {
		const results = documents.map(readDocument);
		const events = results.flatMap((result) => (result.ok ? [result.event] : []));
		const catalogue = buildCatalogue(events);
		expect(catalogue.stays).toHaveLength(new Set(events.map((event) => event.id)).size);
		for (const stay of catalogue.stays) {
			expect(stay.craft).not.toBe('');
			expect(catalogue.hosts.get(stay.hostKey)?.name).toBeTruthy();
			expect(catalogue.lanes.get(stay.portId)?.stays).toContain(stay);
			expect(Object.is(stay.portId, -0)).toBe(false);
		}
	});

	it('takes documents of all odd kinds at once, and finds each of them again', () => {
		const events = Object.values(oddEvents())
			.flatMap((odd) => odd.documents)
			.map(readDocument)
			.flatMap((result) => (result.ok ? [result.event] : []));
		const catalogue = buildCatalogue(events);
		const ids = new Set(events.map((event) => event.id));
		expect(catalogue.stays.length).toBe(ids.size);
		const far = catalogue.stays.filter((stay) => stay.docking >= always.to);
		const shown = queryStays([...catalogue.lanes.values()], () => true, always, now);
		expect(shown.length + far.length).toBe(ids.size);
	});

	it('lets the later of two events with one id count', () => {
		const first = makeEvent({ id: 1, docking: '2024-01-01T00:00Z' });
		const later = makeEvent({ id: 1, docking: '2024-01-02T00:00Z' });
		expect(buildCatalogue([first, later]).stays.map((stay) => stay.docking)).toEqual([
			at('2024-01-02')
		]);
	});

	it('keys ports by id, never by name', () => {
		const catalogue = buildCatalogue([
			makeEvent({
				id: 1,
				docking: '2024-01-01T00:00Z',
				portId: 28,
				portName: 'Forward',
				stationId: 6
			}),
			makeEvent({
				id: 2,
				docking: '2024-01-01T00:00Z',
				portId: 29,
				portName: 'Forward',
				stationId: 7
			})
		]);
		expect([...catalogue.lanes.keys()].sort()).toEqual([28, 29]);
	});

	const node2 = { id: 1, portId: 12, portName: 'Node 2 forward', docking: '2013-01-01T00:00Z' };
	const harmony = { id: 2, portId: 19, portName: 'Harmony forward', docking: '2014-01-01T00:00Z' };
	it.each([
		['the alias first', [node2, harmony]],
		['the alias last', [{ ...node2, docking: '2015-01-01T00:00Z' }, harmony]],
		[
			'the alias before and after',
			[node2, harmony, { ...node2, id: 3, docking: '2016-01-01T00:00Z' }]
		]
	])('shows one port under the id it is shown by, %s', (_, plans) => {
		for (const order of [plans, [...plans].reverse()]) {
			const catalogue = buildCatalogue(order.map(makeEvent));
			expect([...catalogue.lanes.keys()]).toEqual([19]);
			const { port, stays } = catalogue.lanes.get(19)!;
			expect(port.name).toBe('Harmony forward');
			expect(port.aliases).toEqual([{ id: 12, name: 'Node 2 forward' }]);
			expect(stays).toHaveLength(plans.length);
			expect(catalogue.stayById.get(1)).toMatchObject({ portId: 19, listedPortId: 12 });
		}
	});

	it('gives every target without a listed port a place of its own', () => {
		const flight = { ...makeEvent({ id: 9, docking: '1966-03-16T22:14Z' }).flight_vehicle_chaser! };
		const target = (id: number, name: string) => ({
			...flight,
			id,
			spacecraft: { ...flight.spacecraft!, name }
		});
		const bare = { docking_location: null, space_station_target: null };
		const catalogue = buildCatalogue([
			{
				...makeEvent({ id: 1, docking: '2024-01-01T00:00Z' }),
				...bare,
				flight_vehicle_target: target(71, 'GATV-5003')
			},
			{
				...makeEvent({ id: 2, docking: '2024-02-01T00:00Z' }),
				...bare,
				flight_vehicle_target: target(72, 'GATV-5005')
			},
			{ ...makeEvent({ id: 3, docking: '2024-03-01T00:00Z' }), docking_location: null },
			{ ...makeEvent({ id: 4, docking: '2024-04-01T00:00Z' }), ...bare }
		]);
		const places = catalogue.stays.map((stay) => catalogue.hosts.get(stay.hostKey)!.name);
		expect(places).toEqual([
			'GATV-5003',
			'GATV-5005',
			'International Space Station',
			'Host not named'
		]);
		expect(catalogue.stayById.get(3)).toMatchObject({ portId: -4, stationId: 4 });
		expect(new Set(catalogue.stays.map((stay) => stay.portId)).size).toBe(4);
	});

	it('is empty, without an extent, for no events', () => {
		const catalogue = buildCatalogue([]);
		expect(catalogue.stays).toEqual([]);
		expect(catalogue.extent).toBeUndefined();
		expect(queryStays([...catalogue.lanes.values()], () => true, always, now)).toEqual([]);
	});

	it('counts configurations that no row of the table matches, the most frequent first', () => {
		const argo = { config: { id: 7, name: 'Argo' } };
		const hermes = { config: { id: 8, name: 'Hermes' } };
		const catalogue = buildCatalogue(
			[hermes, argo, {}, argo].map((plan, index) =>
				makeEvent({ id: index + 1, docking: '2024-01-01T00:00Z', ...plan })
			)
		);
		expect(catalogue.unmatchedConfigs).toEqual([
			{ id: 7, name: 'Argo', stays: 2 },
			{ id: 8, name: 'Hermes', stays: 1 }
		]);
	});
});
