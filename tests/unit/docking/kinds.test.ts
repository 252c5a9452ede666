import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/lib/docking/kinds.ts';
import { makeEvent } from './make-event.ts';

const docking = '2024-01-01T00:00Z';

describe('the kind of a craft', () => {
	it.each([
		['Crew Dragon 2', 'crew'],
		['Dragon 2', 'crew'],
		['Cargo Dragon 2', 'cargo'],
		['Dragon Cargo', 'cargo'],
		['Dragon', 'cargo'],
		['Dragon 1.0', 'cargo'],
		['CST-100 Starliner', 'crew'],
		['Space Shuttle', 'crew'],
		['Soyuz MS', 'crew'],
		['Soyuz 7K-T', 'crew'],
		['Shenzhou', 'crew'],
		['Mengzhou', 'crew'],
		['Apollo', 'crew'],
		['Gemini', 'crew'],
		['Progress MS', 'cargo'],
		['Progress M-SO1', 'other'],
		['Progress M-UM', 'other'],
		['Tianzhou', 'cargo'],
		['Cygnus XL', 'cargo'],
		['Cygnus Enhanced', 'cargo'],
		['HTV', 'cargo'],
		['HTV-X', 'cargo'],
		['H-II Transfer Vehicle', 'cargo'],
		['ATV', 'cargo'],
		['Automated Transfer Vehicle', 'cargo'],
		['Dream Chaser Cargo System', 'cargo'],
		['TKS', 'other'],
		['Mission Extension Vehicle', 'other'],
		['SpaDEx', 'other']
	])('is, for a %s, %s', (name, kind) => {
		expect(kindOf(makeEvent({ id: 1, docking, config: { name } }))).toBe(kind);
	});

	it('goes by the configuration before what the mission is called', () => {
		const config = { name: 'Soyuz MS', type: { id: 1, name: 'Cargo Resupply' } };
		expect(kindOf(makeEvent({ id: 1, docking, config, missionType: 'Resupply' }))).toBe('crew');
	});

	it('goes by the configuration’s id before its name', () => {
		const config = { id: 25, name: 'Soyuz look-alike' };
		expect(kindOf(makeEvent({ id: 1, docking, config }))).toBe('cargo');
	});

	it.each([
		[
			'type Cargo Resupply',
			{ config: { name: 'Argo', type: { id: 4, name: 'Cargo Resupply' } } },
			'cargo'
		],
		['mission type Resupply', { config: { name: 'Argo' }, missionType: 'Resupply' }, 'cargo'],
		[
			'mission type Human Exploration',
			{ config: { name: 'Argo' }, missionType: 'Human Exploration' },
			'crew'
		],
		['type Capsule alone', { config: { name: 'Argo', type: { id: 1, name: 'Capsule' } } }, 'other'],
		['nothing', { vehicle: null }, 'other']
	])('of an unknown configuration goes by %s', (_, plan, kind) => {
		expect(kindOf(makeEvent({ id: 1, docking, ...plan }))).toBe(kind);
	});

	const payload = (type: string | null, missionType: string | null = null) => {
		const event = makeEvent({ id: 1, docking, missionType });
		const { launch } = event.flight_vehicle_chaser!;
		const nothing = { manufacturer: null, operator: null, description: null };
		const named = type === null ? null : { id: 1, name: type };
		return {
			...event,
			flight_vehicle_chaser: null,
			payload_flight_chaser: {
				id: 1,
				destination: null,
				launch,
				payload: { id: 1, name: 'Load', type: named, ...nothing }
			}
		};
	};
	it.each([
		['Space Station Module', null, 'module'],
		['Logistics Carrier', null, 'other'],
		['Cargo', null, 'cargo'],
		[null, 'Resupply', 'cargo'],
		[null, 'Human Exploration', 'other'],
		[null, null, 'other']
	])('of a payload of type %s on a mission of type %s is %s', (type, mission, kind) => {
		expect(kindOf(payload(type, mission))).toBe(kind);
	});

	it('of a station that docks to another is other', () => {
		const station = { id: 18, name: 'Tiangong', image: null };
		const event = makeEvent({ id: 1, docking });
		expect(kindOf({ ...event, flight_vehicle_chaser: null, space_station_chaser: station })).toBe(
			'other'
		);
	});
});
