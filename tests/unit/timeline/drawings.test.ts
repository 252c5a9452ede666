import { describe, expect, it } from 'vitest';
import { stillFrame } from '../../../src/lib/timeline/bars.ts';
import { reuseDrawings } from '../../../src/lib/timeline/drawings.ts';
import { layoutTimeline, type LaneLayout } from '../../../src/lib/timeline/layout.ts';
import { between } from '../at.ts';
import { sceneOf } from './scene-for-test.ts';

const scene = sceneOf({ ports: 'all' });

function lanesFor(from: string, to: string): readonly LaneLayout[] {
	const frame = stillFrame(between(from, to));
	const { groups } = layoutTimeline(scene, { widthsPx: [1000], zone: 'UTC', frame });
	return groups.flatMap(({ lanes }) => lanes);
}

describe('reuseDrawings', () => {
	it('gives back the very drawings of what looks the same', () => {
		const [former, drawn] = [
			lanesFor('2024-01-01', '2024-09-01'),
			lanesFor('2024-01-01', '2024-09-01')
		];
		const stays = drawn.flatMap((lane, index) => reuseDrawings(former[index]!, lane).stays);
		expect(stays.length).toBeGreaterThan(3);
		for (const [index, stay] of former.flatMap((lane) => lane.stays).entries())
			expect(stays[index]).toBe(stay);
	});

	it('draws anew what stands elsewhere, and all else of the new lane stays its own', () => {
		const [former, drawn] = [
			lanesFor('2024-01-01', '2024-09-01'),
			lanesFor('2024-02-01', '2024-10-01')
		];
		for (const [index, lane] of drawn.entries()) {
			const made = reuseDrawings(former[index]!, lane);
			expect(made).toEqual(lane);
			expect(made.frame).toBe(lane.frame);
		}
	});
});
