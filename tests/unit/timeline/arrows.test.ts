import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import { layoutArrows } from '../../../src/lib/timeline/arrows.ts';
import { layoutMarks, stillFrame } from '../../../src/lib/timeline/bars.ts';
import { indexLane } from '../../../src/lib/timeline/lane-index.ts';
import { at, between } from '../at.ts';
import { makeEvent } from '../docking/make-event.ts';

const view = { x0: 0, x1: 1 };

function barOf(docking: string, departure: string | null, knownUntil = '2024-01-06') {
	const { stays } = buildCatalogue([makeEvent({ id: 1, docking, departure })]);
	const span = between('2024-01-01', '2024-01-11');
	const clock = { now: at('2024-01-06'), knownUntil: at(knownUntil) };
	const items = indexLane(stays, clock.now).itemsIn(span, clock.now, 0);
	return layoutMarks(items, stillFrame(span), clock).bars[0]!;
}

describe('arrows of ends that go on', () => {
	it('show from the rung on at which the bar holds them', () => {
		const bar = barOf('2024-01-05T12:00Z', null);
		expect(layoutArrows(bar, [100, 300, 400, 500], view)!.ranges).toEqual([{ fromPx: 400 }]);
		expect(layoutArrows(bar, [100, 300], view)).toBeUndefined();
		expect(layoutArrows(bar, [400], view)!.ranges).toEqual([{}]);
	});

	it('are none for a stay that lies wholly in the view', () => {
		const bar = barOf('2024-01-02T00:00Z', '2024-01-04T00:00Z');
		expect(layoutArrows(bar, [1000], view)).toBeUndefined();
	});

	it('stand on the last segment that is wide enough', () => {
		const on = (knownUntil: string) =>
			layoutArrows(barOf('2024-01-02T00:00Z', null, knownUntil), [1000], view)!.rightOn;
		expect(on('2024-01-04')).toBe('pale');
		expect(on('2024-01-05T23:00Z')).toBe('solid');
	});

	it('stand at what is seen of a bar that is drawn further', () => {
		const bar = barOf('2023-12-01T00:00Z', '2024-02-01T00:00Z');
		const seen = layoutArrows(bar, [1000], { x0: 0.2, x1: 0.7 })!;
		expect([seen.left, seen.right]).toEqual([0.2, 0.7]);
		expect(layoutArrows(bar, [1000], { x0: 0.2, x1: 0.201 })).toBeUndefined();
	});
});
