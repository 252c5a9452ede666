import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { timeScale } from '../../../src/lib/time/time-scale.ts';
import { arrowRanges, arrowSegment } from '../../../src/lib/timeline/arrows.ts';
import { layoutBars } from '../../../src/lib/timeline/bars.ts';
import { at, between } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';

function barOf(docking: string, departure: string | null, knownUntil = '2024-01-06') {
	const { stays } = buildCatalogue([makeEvent({ id: 1, docking, departure })]);
	const clock = { now: at('2024-01-06'), knownUntil: at(knownUntil) };
	return layoutBars(stays, timeScale(between('2024-01-01', '2024-01-11')), clock).bars[0]!;
}

describe('arrows of ends that go on', () => {
	it('show from the rung on at which the bar holds them', () => {
		const bar = barOf('2024-01-05T12:00Z', null);
		expect(arrowRanges(bar, [100, 300, 400, 500])).toEqual([{ fromPx: 400 }]);
		expect(arrowRanges(bar, [100, 300])).toEqual([]);
		expect(arrowRanges(bar, [400])).toEqual([{}]);
	});

	it('are none for a stay that lies wholly in the view', () => {
		expect(arrowRanges(barOf('2024-01-02T00:00Z', '2024-01-04T00:00Z'), [1000])).toEqual([]);
	});

	it('stand on the last segment that is wide enough', () => {
		expect(arrowSegment(barOf('2024-01-02T00:00Z', null, '2024-01-04'))!.style).toBe('pale');
		expect(arrowSegment(barOf('2024-01-02T00:00Z', null, '2024-01-05T23:00Z'))!.style).toBe(
			'solid'
		);
	});
});
