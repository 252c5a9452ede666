import { describe, expect, it } from 'vitest';
import { stillFrame } from '../../../src/lib/timeline/bars.ts';
import { createSlices } from '../../../src/lib/timeline/slices.ts';
import { spanWithMargin } from '../../../src/lib/time/span.ts';
import { between } from '../at.ts';

const keys = ['area', 'forward', 'aft', 'nadir', 'zenith', 'port', 'starboard'];
const frames = ['2024-01-01', '2024-02-01', '2024-03-01'].map((from) =>
	stillFrame(between(from, '2024-09-01'))
);

/** What a drawing without marks costs, in marks. */
const drawing = 8;

/** Draws for a frame, so much anew, and tells which frame each drawing is of. */
function drawerOf() {
	const slices = createSlices();
	const drawFor = (frame: (typeof frames)[number], most: number) => {
		slices.begin(frame, most);
		return keys.map((key) => slices.keep(key, () => frames.indexOf(frame)));
	};
	return { slices, drawFor };
}

describe('slices', () => {
	it('draw everything at first, however few may be drawn', () => {
		const { slices, drawFor } = drawerOf();
		expect(new Set(drawFor(frames[0]!, 0))).toEqual(new Set([0]));
		expect(slices.isWhole).toBe(true);
	});

	it('draw all of them anew when all may be drawn, for the same frame too', () => {
		const { slices } = drawerOf();
		let drawn = 0;
		for (const _ of [1, 2]) {
			slices.begin(frames[0]!, Infinity);
			slices.keep('a lane', () => drawn++);
		}
		expect(drawn).toBe(2);
	});

	it('draw so much of a new frame, and reach all of them in turn', () => {
		const { slices, drawFor } = drawerOf();
		drawFor(frames[0]!, Infinity);
		let left = keys.length;
		while (left > 0) {
			left -= 2;
			const shown = drawFor(frames[1]!, 2 * drawing);
			expect(shown.filter((one) => one === 0).length).toBe(Math.max(0, left));
			expect(slices.isWhole).toBe(left <= 0);
		}
	});

	it('draw as many marks as may be, and one drawing however many it has', () => {
		const slices = createSlices();
		const drawnFor = (frame: (typeof frames)[number], most: number) => {
			slices.begin(frame, most);
			const drawn: number[] = [];
			for (const size of [3, 4, 30]) {
				slices.keep(`${size}`, () => void drawn.push(size), { sizeOf: () => size });
			}
			return drawn;
		};
		expect(drawnFor(frames[0]!, 0)).toEqual([3, 4, 30]);
		expect(drawnFor(frames[1]!, 12)).toEqual([3, 4]);
		expect(slices.isFull).toBe(true);
		expect(drawnFor(frames[1]!, 12)).toEqual([30]);
		expect(slices.isFull).toBe(false);
	});

	it('draw all at once that would end within the view, unless they are many', () => {
		const drawnFrom = (count: number) => {
			const slices = createSlices();
			const keep = (key: string, draw: () => void) => slices.keep(key, draw, { sizeOf: () => 100 });
			let drawn = 0;
			for (const frame of [stillFrame(between('2024-03-01', '2024-04-01')), frames[0]!]) {
				slices.begin(frame, 1);
				drawn = 0;
				for (const key of keys.slice(0, count)) keep(key, () => void drawn++);
			}
			return drawn;
		};
		expect(drawnFrom(3)).toBe(3);
		expect(drawnFrom(7)).toBe(1);
	});

	it('put into a new drawing what may stay of the former one, and nothing at first', () => {
		const slices = createSlices();
		const joined = [frames[0]!, frames[1]!].map((frame, index) => {
			slices.begin(frame, Infinity);
			return slices.keep('a lane', () => [index], {
				reuse: (former, drawn) => [...former, ...drawn]
			});
		});
		expect(joined).toEqual([[0], [0, 1]]);
	});

	it('let those wait no longer that have waited longest', () => {
		const { drawFor } = drawerOf();
		drawFor(frames[0]!, Infinity);
		const half = Math.ceil(keys.length / 2);
		drawFor(frames[1]!, half * drawing);
		const shown = drawFor(frames[2]!, (keys.length - half) * drawing);
		expect(shown).not.toContain(0);
	});

	it('draw first what no longer reaches across the view', () => {
		const { slices } = drawerOf();
		const wide = { ...frames[0]!, cut: spanWithMargin(frames[0]!.view, 5) };
		const draw = () => 0;
		slices.begin(wide, 0);
		slices.keep('first', draw);
		slices.begin(frames[1]!, 0);
		slices.keep('first', draw);
		slices.keep('second', draw);
		const far = stillFrame(between('2023-06-01', '2024-02-01'));
		slices.begin(far, 1);
		let drawn = 0;
		slices.keep('first', () => drawn++);
		expect(drawn).toBe(0);
		slices.keep('second', () => drawn++);
		expect(drawn).toBe(1);
	});
});
