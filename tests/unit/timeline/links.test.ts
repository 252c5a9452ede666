import { describe, expect, it } from 'vitest';
import { everyStay } from '../../../src/lib/docking/query.ts';
import { layoutLinks } from '../../../src/lib/timeline/links.ts';
import type { SceneQuery } from '../../../src/lib/timeline/scene.ts';
import { between } from '../at.ts';
import { sceneOf } from './scene-for-test.ts';

function linksOf(query: Partial<SceneQuery> = {}) {
	const scene = sceneOf(query);
	return layoutLinks(scene.groups[0]!.lanes, scene);
}

describe('layoutLinks', () => {
	it('leads from where a craft left to where it docked again', () => {
		const [link, ...others] = linksOf();
		expect(others).toEqual([]);
		expect(link).toMatchObject({ fromId: 1, toId: 2, fromLane: 1, toLane: 2 });
		expect(link!.x0).toBeCloseTo(122 / 275, 5);
		expect(link!.x1 - link!.x0).toBeCloseTo(1 / 24 / 275, 5);
	});

	it('shows none that lies outside the view, or of which one bar is not shown', () => {
		expect(linksOf({ span: between('2024-05-01', '2024-09-01') })).toEqual([]);
		expect(linksOf({ filter: { ...everyStay, ports: [3] } })).toEqual([]);
		expect(linksOf({ filter: { ...everyStay, kinds: ['cargo'] } })).toEqual([]);
	});
});
