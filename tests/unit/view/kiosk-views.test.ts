import { describe, expect, it } from 'vitest';
import { parseKiosk } from '../../../src/lib/view/kiosk-options.ts';
import {
	kioskTurns,
	type AllView,
	type KioskTurn,
	type PlacedStay,
	type StationView
} from '../../../src/lib/view/kiosk-views.ts';
import { at } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { today, viewOf, type Asked } from './kiosk-for-test.ts';

const atlas = sampleCatalogue();
function turnsOf(query = '', now = today) {
	return kioskTurns(atlas, parseKiosk(new URLSearchParams(query)).options, at(now));
}

function stationOf(id: number, asked?: Asked): StationView {
	const view = viewOf(id, asked);
	if (view?.type !== 'station') throw new Error(`no view of station ${id}`);
	return view;
}

function allOf(asked?: Asked): AllView {
	const view = viewOf('all', asked);
	if (view?.type !== 'all') throw new Error('no view of all stations');
	return view;
}

const lanesOf = ({ scene }: StationView) => scene.groups.flatMap((group) => group.lanes);
const portsOf = (view: StationView) => lanesOf(view).map(({ port }) => port.name);
const placeOf = (placed: PlacedStay | undefined) => placed && [placed.stay.craft, placed.port];

const frontOrder = [
	...['Harmony forward', 'Harmony zenith', 'Harmony nadir', 'Unity nadir'],
	...['Zvezda aft', 'Poisk zenith', 'Rassvet nadir', 'Prichal nadir']
];

describe('the views that take turns', () => {
	it('are the active stations, the most visited first, then all of them', () => {
		expect(turnsOf()).toEqual([4, 18, 'all']);
	});

	it.each<[string, string, KioskTurn[]]>([
		['one station asked alone stands still', 'station=4', [4]],
		['the order of the address is kept', 'station=18,4', [18, 4, 'all']],
		['a station that is gone is shown when it is asked for', 'station=5,18', [5, 18, 'all']],
		['ids that nobody knows are passed over', 'station=99,18', [18]],
		['ids of what is no station are passed over', 'station=45,18', [18]],
		['only unknown ids are as good as none', 'station=99,-4', [4, 18, 'all']]
	])('%s', (_, query, turns) => {
		expect(turnsOf(query)).toEqual(turns);
	});

	it.each<[string, KioskTurn[]]>([
		['1960-01-01', []],
		['1998-06-15', [5]],
		['2000-12-01', [4, 5, 'all']]
	])('are those of the time that is looked at: %s', (now, turns) => {
		expect(turnsOf('', now)).toEqual(turns);
	});
});

describe('a station', () => {
	it('shows its ports in use from front to back, and how many are occupied', () => {
		const view = stationOf(4);
		expect(view.host.shortName).toBe('ISS');
		expect(view.occupancy).toEqual({ occupied: 5, inUse: 8 });
		expect(view.scene.groups).toHaveLength(1);
		expect(portsOf(view)).toEqual(frontOrder);
		expect(view.more).toBe(0);
	});

	it('tells its last arrival, and no next where none is planned', () => {
		const view = stationOf(4);
		expect(placeOf(view.last)).toEqual(['Crew-13 Dragon', 'Harmony forward']);
		expect(view.next).toBeUndefined();
	});

	it('shows the time of the options', () => {
		const { scene } = stationOf(4, { query: 'span=90d&ahead=0d' });
		expect(scene.span).toEqual({ from: at('2026-07-10T00:30Z'), to: at(today) });
		const farBack = stationOf(4, { query: 'span=100y' });
		expect(farBack.scene.span.from).toBe(at('1950-01-01'));
	});

	it('draws stays in those lanes, as many as each lane counts', () => {
		const lanes = lanesOf(stationOf(18));
		expect(lanes.map(({ port, stayCount, items }) => [port.name, stayCount, items.length])).toEqual(
			[
				['Tianhe forward', 3, 3],
				['Tianhe aft', 3, 3],
				['Tianhe nadir', 2, 2]
			]
		);
	});

	it('keeps its occupancy curve, whatever there is room for', () => {
		const steps = (room: number) => stationOf(4, { room }).scene.groups[0]!.steps;
		expect(steps(1)).toEqual(steps(11));
		expect(steps(11).at(-1)?.count).toBe(5);
	});

	it('is the same whichever other stations take turns', () => {
		expect(stationOf(4, { query: 'station=18,4' })).toEqual(stationOf(4));
	});

	it('that nobody knows has no view', () => {
		expect(viewOf(999)).toBeUndefined();
	});
});

describe('a station with little room', () => {
	it.each([
		[1, ['Harmony forward']],
		[3, ['Harmony forward', 'Unity nadir', 'Zvezda aft']],
		[7, frontOrder.filter((name) => name !== 'Rassvet nadir')]
	])('shows %i ports in their order, occupied ones first, and counts the rest', (room, ports) => {
		const view = stationOf(4, { room });
		expect(portsOf(view)).toEqual(ports);
		expect(view.more).toBe(8 - room);
		expect(view.occupancy.inUse).toBe(8);
	});

	it('leaves nothing out where there is just enough', () => {
		expect(stationOf(4, { room: 8 })).toEqual(stationOf(4, { room: 11 }));
	});

	it('shows ports in use rather than one before them that is not', () => {
		const before = { now: '2025-10-08' };
		const isInUse = lanesOf(stationOf(4, before)).map((lane) => lane.isInUse);
		expect(isInUse).toEqual([true, true, false, true, true, true, true, true]);
		const view = stationOf(4, { ...before, room: 3 });
		expect(portsOf(view)).toEqual(['Harmony forward', 'Harmony zenith', 'Unity nadir']);
		expect(view.more).toBe(5);
		expect(portsOf(stationOf(4, { ...before, room: 7 }))).not.toContain('Harmony nadir');
	});

	it('shows some ports out of use where there is room left, each in its place', () => {
		const wide = { query: 'span=5y' };
		const whole = portsOf(stationOf(4, wide));
		expect(whole.slice(6)).toEqual(['Pirs nadir', 'Rassvet nadir', 'Nauka nadir', 'Prichal nadir']);
		const view = stationOf(4, { ...wide, room: 9 });
		expect(portsOf(view)).toEqual(whole.filter((name) => name !== 'Nauka nadir'));
		expect(view.more).toBe(1);
	});
});

describe('a station that is gone', () => {
	it('is as it was at a moment of its life', () => {
		const mir = stationOf(5, { now: '1998-06-15' });
		expect(mir.host.name).toBe('Mir');
		expect(mir.occupancy).toEqual({ occupied: 2, inUse: 3 });
		expect(placeOf(mir.last)).toEqual(['STS-91 Discovery', 'Mir Docking Module']);
		expect(placeOf(mir.next)).toEqual(['Soyuz TM-28', 'Kvant-1 aft']);
		expect(portsOf(mir)).toContain('Kristall axial');
	});

	it('is an empty one today, with its last arrival', () => {
		const mir = stationOf(5);
		expect([lanesOf(mir), mir.more, mir.next]).toEqual([[], 0, undefined]);
		expect(mir.occupancy).toEqual({ occupied: 0, inUse: 0 });
		expect(placeOf(mir.last)).toEqual(['Progress M1-5', 'Kvant-1 aft']);
	});
});

describe('what comes next', () => {
	it('is the first docking after the moment that is looked at', () => {
		const { last, next } = stationOf(4, { now: '2025-10-08' });
		expect(placeOf(last)).toEqual(['Cygnus NG-23', 'Unity nadir']);
		expect(placeOf(next)).toEqual(['HTV-X1', 'Harmony nadir']);
		expect(next!.stay.docking).toBe(at('2025-10-29T19:43Z'));
	});

	it('has come at the very moment of its docking, and not a second before', () => {
		const names = (now: string) => {
			const { last, next } = stationOf(4, { now });
			return [last?.stay.craft, next?.stay.craft];
		};
		expect(names('2025-10-29T19:42:59Z')).toEqual(['Cygnus NG-23', 'HTV-X1']);
		expect(names('2025-10-29T19:43Z')[0]).toBe('HTV-X1');
		expect(names('2025-10-29T19:43Z')[1]).not.toBe('HTV-X1');
	});

	it('is known of a station that is not there yet, which nobody has reached', () => {
		const { last, next } = stationOf(4, { now: '1990-01-01' });
		expect(last).toBeUndefined();
		expect(placeOf(next)).toEqual(['STS-88 Endeavour', 'Unity forward']);
	});
});

describe('a station whose data end before now', () => {
	const old = { now: '2025-11-30', knownUntil: '2025-10-08' };

	it('is told of as it was then: a docking after that has come for nobody', () => {
		const then = stationOf(4, { now: '2025-10-08' });
		const view = stationOf(4, old);
		expect(stationOf(4, { now: old.now }).occupancy).not.toEqual(then.occupancy);
		expect(view.occupancy).toEqual(then.occupancy);
		expect(placeOf(view.last)).toEqual(placeOf(then.last));
		expect(view.movements[0]!.key).toBe(then.movements[0]!.key);
		expect(allOf({ ...old, query: 'station=4,18' }).stations[0]!.occupancy).toEqual(then.occupancy);
	});
});

describe('all stations', () => {
	const told = (asked?: Asked) =>
		allOf(asked).stations.map(({ host, occupancy, ports, more }) => ({
			host: host.shortName,
			occupied: `${occupancy.occupied} of ${occupancy.inUse}`,
			ports: ports.map(({ name, docked, status }) => [
				name,
				docked.map(({ craft }) => craft).join(' + '),
				status
			]),
			more
		}));

	it('tell their ports in use, who is there, and since when', () => {
		expect(told()).toEqual([
			{
				host: 'ISS',
				occupied: '5 of 8',
				more: 0,
				ports: [
					['Harmony forward', 'Crew-13 Dragon', '6 d 1 h'],
					['Harmony zenith', '', 'empty 1 d'],
					['Harmony nadir', '', 'empty 215 d'],
					['Unity nadir', 'Cygnus NG-24', '177 d'],
					['Zvezda aft', 'Progress MS-34', '163 d'],
					['Poisk zenith', 'Progress MS-35', '18 d 10 h'],
					['Rassvet nadir', '', 'empty 73 d 17 h'],
					['Prichal nadir', 'Soyuz MS-29', '85 d 6 h']
				]
			},
			{
				host: 'Tiangong',
				occupied: '2 of 3',
				more: 0,
				ports: [
					['Tianhe forward', '', 'empty 131 d'],
					['Tianhe aft', 'Tianzhou-10', '149 d'],
					['Tianhe nadir', 'Shenzhou 23', '136 d']
				]
			}
		]);
	});

	it('stand in the order of their turns, without those that are gone', () => {
		const stations = told({ query: 'station=5,18,4' });
		expect(stations.map(({ host, ports }) => [host, ports.length])).toEqual([
			['Tiangong', 3],
			['ISS', 8]
		]);
	});

	it('are those that are gone where there is no other, four at most', () => {
		const stations = told({ query: 'station=5,6,7,8,11' });
		expect(stations.map(({ ports }) => ports.length)).toEqual([0, 0, 0, 0]);
	});

	it('show as many ports each as there is room for, and count the rest', () => {
		const stations = told({ room: 2 });
		expect(stations.map(({ ports, more }) => [ports.map(([name]) => name), more])).toEqual([
			[['Harmony forward', 'Unity nadir'], 6],
			[['Tianhe aft', 'Tianhe nadir'], 1]
		]);
	});

	it('leave out ports that are not in use, and do not count them', () => {
		const [iss] = told({ now: '2025-10-08', room: 5 });
		expect(iss!.ports.map(([name]) => name)).not.toContain('Harmony nadir');
		expect([iss!.ports.length, iss!.more]).toEqual([5, 2]);
	});

	it('say no more than old data know', () => {
		const [iss] = told({ knownUntil: '2026-10-07T00:30Z' });
		const [, , status] = iss!.ports[0]!;
		expect(status).toBe('at least 5 d 1 h');
	});
});
