import { describe, expect, it } from 'vitest';
import { createSlices } from '../../../src/lib/timeline/slices.ts';
import { between } from '../at.ts';

const keys = ['area', 'forward', 'aft', 'nadir', 'zenith', 'port', 'starboard'];
const views = ['2024-01-01', '2024-02-01', '2024-03-01'].map((from) => between(from, '2024-09-01'));

/** What a drawing without marks costs, in marks. */
const drawing = 8;

/** Draws for a view, so much anew, and tells which view each drawing is of. */
function drawerOf() {
	const slices = createSlices();
	const drawFor = (view: (typeof views)[number], most: number) => {
		slices.begin(view, most);
		return keys.map((key) => slices.keep(key, () => views.indexOf(view)));
	};
	return { slices, drawFor };
}

describe('slices', () => {
	it('draw everything at first, however few may be drawn', () => {
		const { slices, drawFor } = drawerOf();
		expect(new Set(drawFor(views[0]!, 0))).toEqual(new Set([0]));
		expect(slices.isWhole).toBe(true);
	});

	it('draw all of them anew when all may be drawn, for the same view too', () => {
		const { slices } = drawerOf();
		let drawn = 0;
		for (const _ of [1, 2]) {
			slices.begin(views[0]!, Infinity);
			slices.keep('a lane', () => drawn++);
		}
		expect(drawn).toBe(2);
	});

	it('draw so much of a new view, and reach all of them in turn', () => {
		const { slices, drawFor } = drawerOf();
		drawFor(views[0]!, Infinity);
		let left = keys.length;
		while (left > 0) {
			left -= 2;
			const shown = drawFor(views[1]!, 2 * drawing);
			expect(shown.filter((one) => one === 0).length).toBe(Math.max(0, left));
			expect(slices.isWhole).toBe(left <= 0);
		}
	});

	it('draw as many marks as may be, and one drawing however many it has', () => {
		const slices = createSlices();
		const drawnFor = (view: (typeof views)[number], most: number) => {
			slices.begin(view, most);
			const drawn: number[] = [];
			for (const size of [3, 4, 30]) {
				slices.keep(
					`${size}`,
					() => void drawn.push(size),
					() => size
				);
			}
			return drawn;
		};
		expect(drawnFor(views[0]!, 0)).toEqual([3, 4, 30]);
		expect(drawnFor(views[1]!, 12)).toEqual([3, 4]);
		expect(drawnFor(views[1]!, 12)).toEqual([30]);
	});
});
