import { describe, expect, it } from 'vitest';
import { craftName, shortCraftName, vehicleName } from '../../../src/lib/docking/craft-name.ts';
import { makeEvent } from './make-event.ts';

const docking = '2024-01-01T00:00Z';
const name = (
	vehicle: string | null,
	config: string,
	mission: string | null,
	launchName?: string
) =>
	craftName(
		makeEvent({
			id: 1,
			docking,
			vehicle,
			config: { name: config },
			mission,
			launchName: launchName ?? null
		})
	);

describe('craftName', () => {
	it.each([
		['Tianzhou-7', 'Tianzhou', 'Tianzhou-7', 'Tianzhou-7'],
		['Progress MS-30', 'Progress MS', 'Progress MS-30 (91P)', 'Progress MS-30'],
		['Crew Dragon Grace (C213)', 'Crew Dragon 2', 'Crew-13', 'Crew-13 Dragon'],
		['Cargo Dragon C209', 'Cargo Dragon 2', 'Dragon CRS-2 SpX-33', 'Dragon CRS-2 SpX-33'],
		['Calypso', 'CST-100 Starliner', 'Starliner-1', 'Starliner-1'],
		['Calypso', 'CST-100 Starliner', 'OFT-2', 'OFT-2 Starliner'],
		['Space Shuttle Atlantis', 'Space Shuttle', 'STS-135', 'STS-135 Atlantis'],
		['Orbiter Atlantis', 'Space Shuttle', 'STS-71', 'STS-71 Atlantis'],
		['Space Shuttle Atlantis', 'Space Shuttle', 'Atlantis STS-71', 'Atlantis STS-71'],
		['Crew Dragon Grace (C213)', 'Crew Dragon 2', null, 'Crew Dragon Grace (C213)']
	])('of %s (%s) on %s is %s', (vehicle, config, mission, expected) => {
		expect(name(vehicle, config, mission)).toBe(expected);
	});

	it('takes the mission from the launch’s name where the mission itself is not told', () => {
		const launch = 'Falcon 9 Block 5 | Crew-13';
		expect(name('Crew Dragon Grace (C213)', 'Crew Dragon 2', null, launch)).toBe('Crew-13 Dragon');
	});

	it.each(['Long March 7 | ', 'Long March 7', ' | '])(
		'is never empty, with a launch “%s” too',
		(launch) => {
			const event = makeEvent({ id: 5, docking, vehicle: null, launchName: launch });
			expect(craftName(event)).toBe('Spacecraft flight 5');
		}
	);

	it('leaves the vehicle its own name', () => {
		const event = makeEvent({
			id: 1,
			docking,
			vehicle: 'Crew Dragon Grace (C213)',
			config: { name: 'Crew Dragon 2' },
			mission: 'Crew-13'
		});
		expect(vehicleName(event)).toBe('Crew Dragon Grace (C213)');
	});
});

describe('shortCraftName', () => {
	it.each([
		['Crew-13 Dragon', 'Crew-13'],
		['Dragon CRS-2 SpX-33', 'CRS-2 SpX-33'],
		['STS-135 Atlantis', 'STS-135'],
		['Progress MS-30', 'MS-30'],
		['Soyuz TMA-18M', 'TMA-18M'],
		['Cygnus NG-24', 'NG-24'],
		['SpaDEx Chaser (SDX01)', 'SpaDEx Chaser'],
		['Shenzhou 22', undefined],
		['Soyuz 19', undefined],
		['Tianzhou-7', undefined]
	])('of %s is %s', (craft, short) => {
		expect(shortCraftName(craft)).toBe(short);
	});
});
