import { describe, expect, it } from 'vitest';
import { layoutTimeline } from '../../../src/lib/timeline/layout.ts';
import { layoutPainted } from '../../../src/lib/timeline/painted.ts';
import { between } from '../at.ts';
import { sceneOf } from './scene-for-test.ts';

const scene = sceneOf({ ports: 'all' });

describe('what is painted while a view moves', () => {
	it.each([
		['all of it, wide', scene.span, 1200],
		['all of it, narrow', scene.span, 240],
		['a part, with now in it', between('2024-03-20', '2024-08-10'), 1200],
		['what is past', between('2024-02-10', '2024-03-10'), 700],
		['what lies ahead', between('2024-07-20', '2024-09-01'), 700]
	])('is what elements show: %s', (_, view, widthPx) => {
		const painted = layoutPainted(scene, { view, widthPx, zone: 'UTC', items: undefined });
		const drawn = layoutTimeline(scene, { view, widthsPx: [widthPx], zone: 'UTC' });
		const [axis] = drawn.axis;
		expect(painted.axis).toEqual({ lower: axis!.lower, upper: axis!.upper });
		expect(painted.nowX).toBe(drawn.nowX);
		let [barCount, nameCount] = [0, 0];
		for (const [at, group] of painted.groups.entries()) {
			const { lanes, links, area } = drawn.groups[at]!;
			expect(group.area).toEqual(area);
			expect(group.links).toEqual(links);
			for (const [index, lane] of group.lanes.entries()) {
				const { bars, marks, subLanes, labels } = lanes[index]!;
				expect(lane).toMatchObject({ bars, marks, subLanes });
				const named = [...labels].map(([id, [label]]) => [id, label]);
				expect([...lane.labels].sort(byId)).toEqual(named.sort(byId));
				barCount += bars.length;
				nameCount += labels.size;
			}
		}
		expect(barCount).toBeGreaterThan(1);
		expect(nameCount).toBeGreaterThan(0);
	});
});

function byId([a]: readonly unknown[], [b]: readonly unknown[]): number {
	return Number(a) - Number(b);
}
