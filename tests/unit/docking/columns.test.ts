import { brotliCompressSync, constants } from 'node:zlib';
import fc from 'fast-check';
import { randomInt, randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { columnsFormat, decodeColumns, type Columns } from '../../../src/lib/docking/columns.ts';
import { encodeColumns } from '../../../src/lib/docking/encode-columns.ts';
import { buildAtlas, buildLane, type Atlas } from '../../../src/lib/docking/lane.ts';
import { bareStay, type BareStay, type Port } from '../../../src/lib/docking/stay.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { makeEvent } from './make-event.ts';
import { randomEvents } from './random-events.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

/** Columns as a browser gets them. */
function sent(columns: Columns): Columns {
	return JSON.parse(JSON.stringify(columns)) as Columns;
}

/** Everything that an atlas tells, bare, with its order. */
function contentOf(atlas: Atlas) {
	return {
		hosts: [...atlas.hosts],
		lanes: [...atlas.lanes].map(([id, lane]) => ({
			id,
			port: lane.port,
			stays: lane.stays.map(bareStay),
			ends: lane.ends
		})),
		lanesByHost: [...atlas.lanesByHost].map(([key, lanes]) => [
			key,
			lanes.map(({ port }) => port.id)
		])
	};
}

function expectSame(atlas: Atlas): void {
	const decoded = decodeColumns(sent(encodeColumns(atlas)));
	expect(contentOf(decoded.atlas)).toStrictEqual(contentOf(atlas));
	for (const { stays } of decoded.atlas.lanes.values()) {
		for (const stay of stays) {
			expect(stay).toStrictEqual(bareStay(stay));
			expect(decoded.stayById.get(stay.id)).toBe(stay);
		}
	}
}

describe('columns decoded', () => {
	it('are the catalogue’s lanes, stay by stay, whatever the events', () => {
		fc.assert(fc.property(randomEvents, (events) => expectSame(buildCatalogue(events))));
	});

	it('are the sample’s lanes', () => {
		const catalogue = sampleCatalogue();
		expectSame(catalogue);
		expect(encodeColumns(catalogue).dayDockings).not.toEqual([]);
		expect(encodeColumns(catalogue).movedFrom.at).not.toEqual([]);
	});

	it('are none for a catalogue without events', () => {
		expectSame(buildCatalogue([]));
	});

	it.each([
		['minutes', '2024-01-17T17:46Z', '2024-11-10T08:30Z', 60_000],
		['seconds of a docking', '2024-01-17T17:46:01Z', '2024-11-10T08:30Z', 1000],
		['seconds of a departure', '2024-01-17T17:46Z', '2024-11-10T08:30:59Z', 1000],
		['milliseconds', '2024-01-17T17:46:01.007Z', '2024-11-10T08:30Z', 1],
		['seconds before 1970', '1966-03-16T22:50:59Z', '1966-03-16T23:15Z', 1000]
	])('tell %s exactly, in whole steps', (_, docking, departure, stepMs) => {
		const open = makeEvent({ id: 2, docking: '2025-01-01', missionEnd: '2025-02-01' });
		const catalogue = buildCatalogue([makeEvent({ id: 1, docking, departure }), open]);
		const columns = encodeColumns(catalogue);
		expect(columns.stepMs).toBe(stepMs);
		const { dockings, lengths, lostAt } = columns;
		const steps = [...dockings, ...lengths.filter((length) => length !== null), ...lostAt.values];
		expect(steps.every(Number.isInteger)).toBe(true);
		expectSame(catalogue);
	});

	it('keep the host of a stay whose port the source gives to another one too', () => {
		const atlas = buildCatalogue([
			makeEvent({ id: 1, docking: '2024-01-01', stationId: 4 }),
			makeEvent({ id: 2, docking: '2024-02-01', stationId: null }),
			makeEvent({ id: 3, docking: '2024-03-01', stationId: 18 })
		]);
		expect(encodeColumns(atlas).otherHosts.at).toEqual([0, 1]);
		expectSame(atlas);
	});

	it('tell instant 0 and id 0 like any other', () => {
		const [stay] = buildCatalogue([makeEvent({ id: 0, docking: '1969-12-31' })]).stays;
		const atlas = buildCatalogue([makeEvent({ id: 0, docking: '1970-01-01' })]);
		expectSame(atlas);
		const lost: BareStay = { ...stay!, id: 5, lostAt: instant(0), movedFromId: 0, movedToId: 0 };
		expectSame(atlasOf([lost], atlas));
	});
});

describe('the stays that match', () => {
	it('are those that the test lets pass, whatever it is', () => {
		fc.assert(
			fc.property(randomEvents, fc.func(fc.boolean()), (events, test) => {
				const catalogue = buildCatalogue(events);
				const isHit = (stay: BareStay) => test(stay.id);
				const hits = catalogue.stays.filter(isHit).map(({ id }) => id);
				const { matching } = decodeColumns(sent(encodeColumns(catalogue, isHit)));
				const expected = hits.length === catalogue.stays.length ? undefined : new Set(hits);
				expect(matching).toEqual(expected);
			})
		);
	});

	it('are not told where all of them do, and are none where none does', () => {
		const catalogue = sampleCatalogue();
		expect(encodeColumns(catalogue, () => true)).toStrictEqual(encodeColumns(catalogue));
		expect(encodeColumns(catalogue, () => false).matching).toEqual([]);
		expect(decodeColumns(encodeColumns(catalogue, () => false)).matching).toEqual(new Set());
	});
});

describe('columns that cannot be read', () => {
	const columns = encodeColumns(sampleCatalogue());

	it.each([
		['another format', { ...columns, format: columnsFormat + 1 }],
		['no format', { stays: [] }],
		['no object', null],
		['a text', 'stays']
	])('say so: %s', (_, other) => {
		expect(() => decodeColumns(other as Columns)).toThrow(/^the stays came in format /);
	});

	it.each(['ids', 'dockings', 'lengths', 'counts'] as const)('say so: %s cut off', (name) => {
		const cut = { ...columns, [name]: columns[name].slice(0, -1) };
		expect(() => decodeColumns(cut)).toThrow(/^the stays came broken: /);
	});
});

describe('100,000 stays at 40 ports, to the second', () => {
	const text = Buffer.from(JSON.stringify(encodeColumns(manyStays(100_000))));

	it('take 20 to 30 bytes each', () => {
		expect(text.length / 100_000).toBeGreaterThan(15);
		expect(text.length / 100_000).toBeLessThan(30);
	});

	it('take less than a megabyte compressed as the server does', () => {
		const params = {
			[constants.BROTLI_PARAM_QUALITY]: 5,
			[constants.BROTLI_PARAM_SIZE_HINT]: text.length
		};
		expect(brotliCompressSync(text, { params }).length).toBeLessThan(1_000_000);
	});
});

function atlasOf(stays: readonly BareStay[], places: Atlas): Atlas {
	const ports = new Map([...places.lanes.values()].map(({ port }) => [port.id, port]));
	return atlasBy(stays, places.hosts, ports);
}

/** Stays of sixty years, one after the other at each port, each by a craft of its own. */
function manyStays(count: number): Atlas {
	const ports = 40;
	const seconds = randomInt.source(randomLcg(1))(60 * 366 * 86_400);
	const pick = randomInt.source(randomLcg(2))(4);
	const first = Date.UTC(1966, 0, 1);
	const rows = Array.from({ length: ports }, (_, port) => {
		const ends = Array.from({ length: (2 * count) / ports }, seconds).sort((a, b) => a - b);
		return Array.from({ length: count / ports }, (_, index) => ({
			port,
			docking: instant(first + ends[2 * index]! * 1000),
			departure: instant(first + ends[2 * index + 1]! * 1000)
		}));
	});
	const names = [
		(n: number) => `Progress MS-${n}`,
		(n: number) => `Crew-${n} Dragon`,
		(n: number) => `Cargo ${n}`,
		(n: number) => `Tianzhou-${n}`
	];
	const stays = rows
		.flat()
		.sort((a, b) => a.docking - b.docking)
		.map(({ port, docking, departure }, index): BareStay => {
			const hostKey = `station:${port % 5}`;
			const craft = names[pick()]!(index);
			const known = { dockingPrecision: 'instant', departurePrecision: 'instant' } as const;
			const place = { portId: port, hostKey, stationId: port % 5 };
			return { id: index + 1, craft, kind: 'cargo', ...place, docking, departure, ...known };
		});
	const hosts = Array.from({ length: 5 }, (_, id) => ({
		...{ key: `station:${id}`, type: 'station' as const, stationId: id },
		...{ name: `Station ${id}`, shortName: `S${id}` }
	}));
	const places = rows.map((_, id) => ({
		...{ id, name: `Port ${id}`, hostKey: `station:${id % 5}`, aliases: [] }
	}));
	return atlasBy(
		stays,
		new Map(hosts.map((host) => [host.key, host])),
		new Map(places.map((port) => [port.id, port]))
	);
}

function atlasBy(
	stays: readonly BareStay[],
	hosts: Atlas['hosts'],
	ports: ReadonlyMap<number, Port>
): Atlas {
	const byPort = Map.groupBy(stays, (stay) => stay.portId);
	const lanes = [...byPort].map(([id, own]) => buildLane(ports.get(id)!, own));
	return buildAtlas(hosts, lanes);
}
