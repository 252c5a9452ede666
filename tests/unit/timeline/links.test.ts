import { describe, expect, it } from 'vitest';
import { everyStay } from '../../../src/lib/docking/query.ts';
import { layoutTimeline } from '../../../src/lib/timeline/layout.ts';
import { linkEndY } from '../../../src/lib/timeline/links.ts';
import type { SceneQuery } from '../../../src/lib/timeline/scene.ts';
import { between } from '../at.ts';
import { sceneOf } from './scene-for-test.ts';

function linksOf(query: Partial<SceneQuery> = {}) {
	const layout = layoutTimeline(sceneOf(query), { widthsPx: [1000], zone: 'UTC' });
	return layout.groups[0]!.links;
}

describe('layoutLinks', () => {
	it('leads from where a craft left to where it docked again', () => {
		const [link, ...others] = linksOf();
		expect(others).toEqual([]);
		expect(link).toMatchObject({
			fromId: 1,
			toId: 2,
			from: { lane: 1, subLane: 0 },
			to: { lane: 2, subLane: 0 }
		});
		expect(link!.x0).toBeCloseTo(122 / 275, 5);
		expect(link!.x1 - link!.x0).toBeCloseTo(1 / 24 / 275, 5);
	});

	it('shows none that lies outside the view, or of which one bar is not shown', () => {
		expect(linksOf({ span: between('2024-05-01', '2024-09-01') })).toEqual([]);
		expect(linksOf({ filter: { ...everyStay, ports: [3] } })).toEqual([]);
		expect(linksOf({ filter: { ...everyStay, kinds: ['cargo'] } })).toEqual([]);
	});
});

describe('linkEndY', () => {
	it.each([
		[{ lane: 0, subLane: 0 }, { head: 0, lane: 1 }, 0.5 / 4],
		[{ lane: 1, subLane: 0 }, { head: 0, lane: 1 }, 1.5 / 4],
		[{ lane: 1, subLane: 1 }, { head: 0, lane: 1 }, 2.5 / 4],
		[{ lane: 2, subLane: 0 }, { head: 0, lane: 1 }, 3.5 / 4],
		[{ lane: 1, subLane: 1 }, { head: 1, lane: 2 }, (3 + 1 + 3) / 11]
	])('finds the middle of the bar at %o in rows of %o', (end, row, y) => {
		expect(linkEndY(end, [1, 2, 1], row)).toBeCloseTo(y, 10);
	});
});
