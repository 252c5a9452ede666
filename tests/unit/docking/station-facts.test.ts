import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { deorbitOf } from '../../../src/lib/docking/known-places.ts';
import { stationFacts } from '../../../src/lib/docking/station-facts.ts';
import { at } from '../at.ts';
import { makeEvent, makeModule } from './make-event.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

const sample = sampleCatalogue();
const factsOf = (id: number, now: string, catalogue = sample, knownUntil = now) =>
	stationFacts(catalogue, id, { now: at(now), knownUntil: at(knownUntil) })!;

describe('the facts of the sample’s stations', () => {
	it.each([
		[4, '2025-12-02', 8, 8],
		[4, '2026-10-08', 5, 8],
		[18, '2026-10-08', 2, 3]
	])('tell at station %i on %s %i of %i ports occupied', (id, now, occupied, inUse) => {
		const facts = factsOf(id, now);
		expect(facts.occupancy).toEqual({ occupied, inUse });
		expect(facts.docked).toHaveLength(occupied);
		expect(facts.ports.filter((port) => port.isInUse)).toHaveLength(inUse);
		expect(facts.ports.filter((port) => port.status.docked.length > 0)).toHaveLength(occupied);
	});

	it('count every row of the list: 369 stays at the ISS, 30 at Tiangong, 148 at Mir', () => {
		for (const [id, count] of [
			[4, 369],
			[18, 30],
			[5, 148]
		] as const) {
			const { history } = factsOf(id, '2026-10-08');
			const sums = [history.kinds, history.years, history.agencies].map((list) =>
				list.reduce((sum, { stays }) => sum + stays, 0)
			);
			expect(sums).toEqual([count, count, count - history.stayCountWithoutAgency]);
		}
	});

	it('name Tianzhou-7’s 297 days the longest stay at Tiangong', () => {
		const { longest } = factsOf(18, '2026-10-08').history;
		expect(longest?.id).toBe(529);
	});

	it('find the ISS at its fullest in December 2025, with eight craft', () => {
		const { busiest } = factsOf(4, '2026-10-08').history;
		expect(busiest).toEqual({ craft: 8, first: at('2025-12-01'), days: 9 });
	});

	it('end with the clock: on 1 Dec 2022 Tianzhou-7 had not come', () => {
		const { history, ports } = factsOf(18, '2022-12-01');
		expect(history.longest?.craft).not.toBe('Tianzhou-7');
		expect(history.years.at(-1)?.year).toBe(2022);
		expect(ports.flatMap(({ status }) => status.docked.map(({ craft }) => craft))).toEqual(
			expect.arrayContaining(['Shenzhou 14', 'Shenzhou 15'])
		);
	});

	it('list ports in use first, as people list them, with the name a port has elsewhere', () => {
		const { ports } = factsOf(4, '2026-10-08');
		expect(ports.slice(0, 9).map(({ port }) => port.name)).toEqual([
			...['Harmony forward', 'Harmony zenith', 'Harmony nadir', 'Unity nadir', 'Zvezda aft'],
			...['Poisk zenith', 'Rassvet nadir', 'Prichal nadir', 'Unity forward']
		]);
		expect(ports[0]?.aliases).toEqual([{ id: 12, name: 'Node 2 forward' }]);
		expect(ports[8]?.modules.map(({ craft }) => craft)).toEqual(['Destiny']);
	});
});

it('a name that events have used for a port is told once, as they spell it', () => {
	const catalogue = buildCatalogue([
		makeEvent({ id: 1, docking: '2020-01-01T00:00Z', portId: 12, portName: 'Node 2 Fwd' })
	]);
	const [facts] = factsOf(4, '2020-02-01', catalogue).ports;
	expect(facts?.port.id).toBe(19);
	expect(facts?.aliases).toEqual([{ id: 12, name: 'Node 2 Fwd' }]);
});

describe('whether a station flies', () => {
	it.each([
		[4, '2026-10-08', { is: 'active' }],
		[5, '2001-03-22T23:59Z', { is: 'active' }],
		[5, '2001-03-23', { is: 'deorbited', at: at('2001-03-23') }],
		[5, '1986-01-01', { is: 'unknown' }],
		[1_000_006, '2026-10-08', { is: 'deorbited', at: at('1971-10-11') }]
	] as const)('is told of %i at %s', (id, now, state) => {
		expect(factsOf(id, now).state).toEqual(state);
	});

	it('is not known where nothing tells', () => {
		const catalogue = buildCatalogue([
			makeEvent({
				id: 1,
				docking: '2020-01-01T00:00Z',
				departure: '2020-02-01T00:00Z',
				stationId: 99
			})
		]);
		expect(factsOf(99, '2026-01-01', catalogue).state).toEqual({ is: 'unknown' });
	});

	it('is known by a name whose hyphen differs, and of no other station', () => {
		expect(deorbitOf(99, 'Tiangong-1')).toBe(at('2018-04-02'));
		expect(deorbitOf(18, 'Tiangong')).toBeUndefined();
	});

	it('has every station of the sample that is gone, after its last stay began', () => {
		for (const host of sample.hosts.values()) {
			if (host.stationId === undefined || [4, 18].includes(host.stationId)) continue;
			const gone = deorbitOf(host.stationId, host.name);
			const dockings = sample.lanesByHost
				.get(host.key)!
				.flatMap(({ stays }) => stays.map(({ docking }) => docking));
			expect(gone, host.name).toBeGreaterThan(Math.max(...dockings));
		}
	});
});

it('a station that nothing has docked at is none', () => {
	expect(
		stationFacts(sample, 99_999, { now: at('2026-01-01'), knownUntil: at('2026-01-01') })
	).toBe(undefined);
});

it('a station that is only planned has no life, no history and no port in use', () => {
	const catalogue = buildCatalogue([makeEvent({ id: 1, docking: '2030-01-01T00:00Z' })]);
	const facts = factsOf(4, '2026-01-01', catalogue);
	expect(facts.life).toBeUndefined();
	expect(facts.history).toMatchObject({ kinds: [], years: [], agencies: [], craftCount: 0 });
	expect(facts.history.busiest).toBeUndefined();
	expect(facts.ports.map(({ stayCount, life }) => ({ stayCount, life }))).toEqual([
		{ stayCount: 0, life: undefined }
	]);
});

describe('numbers of the past', () => {
	const catalogue = buildCatalogue([
		makeEvent({ id: 1, docking: '2020-01-01T00:00Z', departure: '2020-01-11T00:00Z' }),
		makeEvent({ id: 2, docking: '2020-02-01T00:00Z', departure: '2020-02-03T06:00Z' }),
		makeEvent({ id: 3, docking: '2020-06-01T00:00Z' }),
		makeModule({ id: 4, docking: '2019-06-01T00:00Z', portId: 30 })
	]);

	it('end with the data, however far the clock has gone', () => {
		const soon = factsOf(4, '2025-01-01', catalogue, '2020-06-05').history;
		expect([soon.longest?.id, soon.shortest?.id]).toEqual([1, 2]);
		expect(soon.years.at(-1)?.year).toBe(2020);
		const late = factsOf(4, '2025-01-01', catalogue).history;
		expect(late.longest?.id).toBe(3);
	});

	it('keep modules out of the longest stay and the busiest day, and in the counts', () => {
		const { longest, busiest, kinds, craftCount, moduleCount } = factsOf(
			4,
			'2020-06-05',
			catalogue
		).history;
		expect(longest?.id).toBe(1);
		expect(busiest).toEqual({ craft: 1, first: at('2020-01-01'), days: 10 + 3 + 4 });
		expect(kinds.map(({ kind, stays }) => [kind, stays])).toEqual([
			['cargo', 3],
			['module', 1]
		]);
		expect([craftCount, moduleCount]).toEqual([3, 1]);
	});

	it('leave out of the shortest stay what is known to the day, and what ends before it begins', () => {
		const odd = buildCatalogue([
			makeEvent({
				id: 1,
				docking: '2020-01-01T00:00Z',
				departure: '2020-01-02T00:00Z',
				precision: { docking: 'day' }
			}),
			makeEvent({ id: 2, docking: '2020-02-02T00:00Z', departure: '2020-02-01T00:00Z' }),
			makeEvent({ id: 3, docking: '2020-03-01T00:00Z', departure: '2020-03-09T00:00Z' })
		]);
		expect(factsOf(4, '2020-06-05', odd).history.shortest?.id).toBe(3);
	});

	it('count one craft once that docks twice', () => {
		const twice = buildCatalogue([
			makeEvent({
				id: 1,
				docking: '2020-01-01T00:00Z',
				departure: '2020-01-11T00:00Z',
				flightId: 7
			}),
			makeEvent({ id: 2, docking: '2020-01-11T02:00Z', portId: 30, flightId: 7 })
		]);
		expect(factsOf(4, '2020-06-05', twice).history.craftCount).toBe(1);
	});
});
