import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ll2DockingEvent } from '../../../src/lib/docking/ll2.ts';
import { generateEvents, type FullEvent } from '../../upstream/generate.ts';
import { firstOddId, oddDocuments, oddEvents } from '../../upstream/odd-events.ts';

const events = generateEvents();
const aliasOf = (portId: number | undefined) => (portId === 12 ? 19 : portId);
const lanes = Map.groupBy(events, (event) => aliasOf(event.docking_location?.id));
const chaserOf = (event: FullEvent) =>
	event.flight_vehicle_chaser?.url ?? event.payload_flight_chaser?.url;

/** The paths of an object's fields, arrays through their first element. */
function fieldsOf(value: unknown, at = ''): string[] {
	if (typeof value !== 'object' || value === null) return [at];
	if (Array.isArray(value)) return value.length ? fieldsOf(value[0], `${at}[]`) : [];
	return Object.entries(value).flatMap(([key, part]) => fieldsOf(part, `${at}.${key}`));
}

describe('generateEvents', () => {
	it('gives the same documents for the same seed and others for another', () => {
		expect(generateEvents({ count: 80, seed: 9 })).toEqual(generateEvents({ count: 80, seed: 9 }));
		expect(generateEvents({ count: 80, seed: 9 })).not.toEqual(
			generateEvents({ count: 80, seed: 10 })
		);
	});

	it.each([0, 1, 11, 650, 2000])(
		'gives %d documents when asked for so many, ids from 1',
		(count) => {
			const ids = generateEvents({ count }).map(({ id }) => id);
			expect(ids).toEqual(Array.from({ length: count }, (_, index) => index + 1));
		}
	);

	it('has every field of the real Tianzhou event', () => {
		const file = new URL('../../upstream/event-529.json', import.meta.url);
		const real: unknown = JSON.parse(readFileSync(file, 'utf8'));
		const tianzhou = events.find(
			(event) =>
				event.departure !== null &&
				event.flight_vehicle_chaser?.spacecraft.spacecraft_config.name === 'Tianzhou'
		);
		expect(fieldsOf(tianzhou)).toEqual(expect.arrayContaining(fieldsOf(real)));
	});

	it('has no two stays at once at one physical port', () => {
		for (const lane of lanes.values())
			for (const [index, event] of lane.entries()) {
				const next = lane[index + 1];
				if (next) expect(Date.parse(event.departure ?? '')).toBeLessThan(Date.parse(next.docking));
			}
	});

	it('leaves stays open at the end only, and some ports of each station empty', () => {
		for (const stationId of [4, 18]) {
			const own = [...lanes.values()].filter(
				([event]) => event?.space_station_target?.id === stationId
			);
			const open = own.filter((lane) => lane.at(-1)?.departure === null);
			expect(open.length).toBeGreaterThan(0);
			expect(open.length).toBeLessThan(own.length);
		}
		const until = '2026-10-08T00:00:00Z';
		expect(
			events.every(({ docking, departure }) => docking < until && (departure ?? '') < until)
		).toBe(true);
	});

	it('moves some craft to another port of the same station within 36 hours', () => {
		const flights = [...Map.groupBy(events, chaserOf).values()];
		const moved = flights.filter((parts) => parts.length > 1);
		expect(moved.length).toBeGreaterThan(10);
		for (const [from, to] of moved) {
			const gapMs = Date.parse(to?.docking ?? '') - Date.parse(from?.departure ?? '');
			expect(gapMs).toBeGreaterThan(0);
			expect(gapMs).toBeLessThan(36 * 3_600_000);
			expect(from?.docking_location?.id).not.toBe(to?.docking_location?.id);
			expect(from?.space_station_target?.id).toBe(to?.space_station_target?.id);
		}
	});

	it('lists the forward port of Harmony under both ids, and modules as payload flights', () => {
		const portIds = new Set(events.map((event) => event.docking_location?.id));
		expect(portIds.has(12) && portIds.has(19)).toBe(true);
		expect(events.some((event) => event.payload_flight_chaser !== null)).toBe(true);
	});

	it('is frozen to its depth, since documents share parts', () => {
		expect(() => {
			const station = events[0]?.space_station_target;
			if (station) station.name = 'Mir';
		}).toThrow(TypeError);
	});

	it('has what Berthline reads of a chaser, as far as types can tell', () => {
		type Chasers = Pick<
			Ll2DockingEvent,
			'docking_location' | 'flight_vehicle_chaser' | 'payload_flight_chaser'
		>;
		const read: readonly Chasers[] = events;
		expect(read).toHaveLength(650);
	});
});

describe('oddEvents', () => {
	const odd = oddEvents();

	it('can be written as JSON, each kind apart from id-doubled with ids of its own', () => {
		const { 'id-doubled': doubled, ...others } = odd;
		expect(new Set(doubled.documents.map((event) => (event as FullEvent).id)).size).toBe(1);
		const ids = Object.values(others)
			.flatMap(({ documents }) => documents)
			.map((document) => (document as Partial<FullEvent> | null)?.id)
			.filter((id) => typeof id === 'number');
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => id >= firstOddId && id < 1_000_000).length).toBeGreaterThan(60);
		expect(() => JSON.stringify(oddDocuments())).not.toThrow();
	});

	it('marks as unreadable exactly those without a usable id, docking or object', () => {
		const isReadable = (document: unknown) => {
			const { id, docking } = (document ?? {}) as Record<string, unknown>;
			const day = typeof docking === 'string' ? docking.split('T')[0] : undefined;
			return typeof id === 'number' && isRealDay(day);
		};
		for (const [kind, { documents, expect: expected }] of Object.entries(odd))
			if (expected !== 'either')
				expect([kind, documents.every(isReadable)]).toEqual([kind, expected === 'keep']);
	});

	it('gives new documents each time, so that a test may change them', () => {
		const [first] = odd['chaser-spacecraft-flight'].documents;
		const [second] = oddEvents()['chaser-spacecraft-flight'].documents;
		expect(first).toEqual(second);
		expect((first as FullEvent).docking_location).not.toBe((second as FullEvent).docking_location);
	});

	it('has overlapping stays where the kind says so', () => {
		const { 'stays-overlapping': overlapping } = odd;
		const [first, second] = overlapping.documents as FullEvent[];
		expect(first && second && second.docking < String(first.departure)).toBe(true);
	});

	it('keeps hostile names as they are, and no prototype changes', () => {
		const [document] = odd['prototype-fields'].documents;
		expect(Object.hasOwn(document as object, '__proto__')).toBe(true);
		expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
		expect(JSON.stringify(odd['name-script'])).toContain('</script>');
	});
});

/** True for `2024-02-29`, not for `2023-02-30`. */
function isRealDay(day: string | undefined): boolean {
	const at = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(String(day));
}
