import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { odditiesOf, type OddityKind } from '../../../src/lib/docking/oddities.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from './make-event.ts';

const now = at('2026-01-01');

function found(...plans: Omit<EventPlan, 'id'>[]): [OddityKind, number[]][] {
	const events = plans.map((plan, index) => makeEvent({ id: index + 1, ...plan }));
	return odditiesOf(buildCatalogue(events), now).map(({ kind, stays }) => [
		kind,
		stays.map(({ id }) => id)
	]);
}

describe('odditiesOf', () => {
	it('finds nothing in stays as they should be', () => {
		const first = { docking: '2023-05-01T00:00Z', departure: '2023-07-01T12:00Z' };
		expect(found(first, { docking: '2025-07-02T00:00Z' })).toEqual([]);
	});

	it('tells two craft at one port, and for how long', () => {
		const events = [
			makeEvent({ id: 1, docking: '2023-05-01T00:00Z', departure: '2023-07-01T12:00Z' }),
			makeEvent({ id: 2, docking: '2023-07-01T00:00Z', departure: '2023-08-01T00:00Z' })
		];
		const [oddity] = odditiesOf(buildCatalogue(events), now);
		expect(oddity).toMatchObject({ kind: 'overlap', overlapMs: 12 * 3_600_000 });
		expect(oddity!.stays.map(({ id }) => id)).toEqual([1, 2]);
	});

	it('tells departures before their docking', () => {
		expect(found({ docking: '2023-05-01T00:00Z', departure: '2023-04-30T00:00Z' })).toEqual([
			['backwards', [1]]
		]);
	});

	it('tells stays open for longer than a craft lasts', () => {
		expect(found({ docking: '2024-08-01T00:00Z' })).toEqual([['overlong', [1]]]);
		expect(found({ docking: '2024-09-01T00:00Z' })).toEqual([]);
	});

	it('tells craft that are gone though no departure was noted', () => {
		const docking = '2024-01-01T00:00Z';
		expect(found({ docking, missionEnd: '2024-06-01T00:00Z' })).toEqual([
			['departure-unknown', [1]]
		]);
	});

	it('tells a port that is listed under two ids, once', () => {
		const stay = (portId: number, year: number) => ({
			portId,
			docking: `${year}-01-01T00:00Z`,
			departure: `${year}-02-01T00:00Z`
		});
		expect(found(stay(12, 2024), stay(19, 2025))).toEqual([['listed-twice', [1, 2]]]);
	});

	it('tells events whose host is no station', () => {
		const stay = { docking: '2024-01-01T00:00Z', departure: '2024-02-01T00:00Z' };
		expect(found({ ...stay, stationId: null })).toEqual([['no-station', [1]]]);
	});

	it('puts the newest first', () => {
		const backwards = (day: string) => ({ docking: `2023-05-${day}`, departure: `2023-05-${day}` });
		expect(found(backwards('01'), backwards('09'), backwards('05')).map(([, [id]]) => id)).toEqual([
			2, 3, 1
		]);
	});
});
