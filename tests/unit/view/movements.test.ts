import { describe, expect, it } from 'vitest';
import { lastMovements } from '../../../src/lib/view/movements.ts';
import { at, between } from '../at.ts';
import { sampleCatalogue } from '../docking/sample-catalogue.ts';
import { smallCatalogue } from '../timeline/scene-for-test.ts';

const lanes = smallCatalogue().lanesByHost.get('station:4')!;

function told(from: string, now: string, count = 12): string[] {
	return lastMovements(lanes, between(from, '2025-01-01'), at(now), count).map(
		(one) => `${new Date(one.at).toISOString().slice(0, 10)} ${one.stay.craft} ${one.words}`
	);
}

describe('the last movements at a station', () => {
	it('are who came, went, and moved to another port, the latest first', () => {
		expect(told('2024-01-05', '2024-07-01')).toEqual([
			'2024-06-01 Progress MS-27 left Zvezda aft',
			'2024-05-01 Argo docked at Poisk zenith',
			'2024-04-01 Soyuz MS-25 moved to Rassvet nadir',
			'2024-03-01 Progress MS-26 left Zvezda aft',
			'2024-02-01 Progress MS-27 docked at Zvezda aft',
			'2024-01-10 Soyuz MS-25 docked at Poisk zenith'
		]);
	});

	it('are as many as asked for, of the span, none after now, none of a module', () => {
		expect(told('2024-01-05', '2024-07-01', 1)).toEqual([
			'2024-06-01 Progress MS-27 left Zvezda aft'
		]);
		expect(told('2024-04-15', '2024-05-15')).toEqual(['2024-05-01 Argo docked at Poisk zenith']);
		expect(told('2021-11-01', '2021-12-01')).toEqual([]);
	});

	it('each have a key of their own', () => {
		const all = sampleCatalogue().lanesByHost.get('station:4')!;
		const span = between('1998-01-01', '2027-01-01');
		const movements = lastMovements(all, span, at('2026-10-08'), Infinity);
		expect(movements.length).toBeGreaterThan(500);
		expect(new Set(movements.map(({ key }) => key)).size).toBe(movements.length);
	});
});
