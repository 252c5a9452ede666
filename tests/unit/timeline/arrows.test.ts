import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { layoutArrows } from '../../../src/lib/timeline/arrows.ts';
import { layoutMarks } from '../../../src/lib/timeline/bars.ts';
import { indexLane } from '../../../src/lib/timeline/lane-index.ts';
import { at, between } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';

function barOf(docking: string, departure: string | null, knownUntil = '2024-01-06') {
	const { stays } = buildCatalogue([makeEvent({ id: 1, docking, departure })]);
	const span = between('2024-01-01', '2024-01-11');
	const clock = { now: at('2024-01-06'), knownUntil: at(knownUntil) };
	const items = indexLane(stays, clock.now).itemsIn(span, clock.now, 0);
	return layoutMarks(items, span, clock).bars[0]!;
}

describe('arrows of ends that go on', () => {
	it('show from the rung on at which the bar holds them', () => {
		const bar = barOf('2024-01-05T12:00Z', null);
		expect(layoutArrows(bar, [100, 300, 400, 500])!.ranges).toEqual([{ fromPx: 400 }]);
		expect(layoutArrows(bar, [100, 300])).toBeUndefined();
		expect(layoutArrows(bar, [400])!.ranges).toEqual([{}]);
	});

	it('are none for a stay that lies wholly in the view', () => {
		const bar = barOf('2024-01-02T00:00Z', '2024-01-04T00:00Z');
		expect(layoutArrows(bar, [1000])).toBeUndefined();
	});

	it('stand on the last segment that is wide enough', () => {
		const on = (knownUntil: string) =>
			layoutArrows(barOf('2024-01-02T00:00Z', null, knownUntil), [1000])!.rightOn;
		expect(on('2024-01-04')).toBe('pale');
		expect(on('2024-01-05T23:00Z')).toBe('solid');
	});
});
