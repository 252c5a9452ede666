import { describe, expect, it } from 'vitest';
import { stillFrame } from '../../../src/lib/timeline/bars.ts';
import { layoutTimeline } from '../../../src/lib/timeline/layout.ts';
import { createSlices } from '../../../src/lib/timeline/slices.ts';
import { spanWithMargin } from '../../../src/lib/time/span.ts';
import { between } from '../at.ts';
import { sceneOf } from './scene-for-test.ts';

const scene = sceneOf({ ports: 'all' });
const lanes = scene.groups.flatMap((group) => group.lanes).length;
const frames = ['2024-01-01', '2024-02-01', '2024-03-01'].map((from) =>
	stillFrame(between(from, '2024-09-01'))
);

/** Draws for a frame, so many lanes anew, and tells which frame each lane shows. */
function drawerOf() {
	const slices = createSlices();
	const drawFor = (frame: (typeof frames)[number], most: number) => {
		slices.begin(frame, most);
		const layout = layoutTimeline(scene, {
			widthsPx: [1000],
			zone: 'UTC',
			frame,
			keep: slices.keep
		});
		return layout.groups.flatMap((group) => group.lanes.map((lane) => frames.indexOf(lane.frame)));
	};
	return { slices, drawFor };
}

describe('slices', () => {
	it('draw every lane at first, however few may be drawn', () => {
		const { slices, drawFor } = drawerOf();
		expect(new Set(drawFor(frames[0]!, 0))).toEqual(new Set([0]));
		expect(slices.isWhole).toBe(true);
	});

	it('draw all of them anew when all may be drawn, for the same frame too', () => {
		const { slices } = drawerOf();
		const [lane] = scene.groups.flatMap((group) => group.lanes);
		let drawn = 0;
		for (const _ of [1, 2]) {
			slices.begin(frames[0]!, Infinity);
			slices.keep(lane!, () => (drawn++, { stays: [], runs: [] }) as never);
		}
		expect(drawn).toBe(2);
	});

	it('draw so many lanes of a new frame, and reach all of them in turn', () => {
		const { slices, drawFor } = drawerOf();
		drawFor(frames[0]!, Infinity);
		let left = lanes;
		while (left > 0) {
			left -= 2;
			const shown = drawFor(frames[1]!, 2);
			expect(shown.filter((one) => one === 0).length).toBe(Math.max(0, left));
			expect(slices.isWhole).toBe(left <= 0);
		}
	});

	it('let those wait no longer that have waited longest', () => {
		const { drawFor } = drawerOf();
		drawFor(frames[0]!, Infinity);
		const half = Math.ceil(lanes / 2);
		drawFor(frames[1]!, half);
		const shown = drawFor(frames[2]!, lanes - half);
		expect(shown).not.toContain(0);
	});

	it('draw first what no longer reaches across the view', () => {
		const { slices } = drawerOf();
		const wide = { ...frames[0]!, cut: spanWithMargin(frames[0]!.view, 5) };
		const [first, second] = scene.groups.flatMap((group) => group.lanes);
		const draw = () => ({ stays: [], runs: [] }) as never;
		slices.begin(wide, 0);
		slices.keep(first!, draw);
		slices.begin(frames[1]!, 0);
		slices.keep(first!, draw);
		slices.keep(second!, draw);
		const far = stillFrame(between('2023-06-01', '2024-02-01'));
		slices.begin(far, 1);
		let drawn = 0;
		slices.keep(first!, () => (drawn++, { stays: [], runs: [] }) as never);
		expect(drawn).toBe(0);
		slices.keep(second!, () => (drawn++, { stays: [], runs: [] }) as never);
		expect(drawn).toBe(1);
	});
});
