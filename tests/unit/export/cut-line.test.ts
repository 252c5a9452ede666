import { describe, expect, it } from 'vitest';
import { cutLine, type Line } from '../../../src/lib/export/cut-line.ts';
import type { Rect } from '../../../src/lib/timeline/bar-pieces.ts';

const down: Line = { x1: 10, y1: 0, x2: 10, y2: 100 };
const box = (x: number, y: number): Rect => ({ x, y, width: 20, height: 10 });
const upright = (...spans: [number, number][]) =>
	spans.map(([y1, y2]) => ({ x1: 10, y1, x2: 10, y2 }));

describe('cutLine', () => {
	it.each<[string, Line, Rect[], Line[]]>([
		['leaves a line that meets nothing', down, [box(20, 40)], [down]],
		['cuts out what a box covers', down, [box(0, 40)], upright([0, 40], [50, 100])],
		['cuts at each box', down, [box(0, 60), box(5, 20)], upright([0, 20], [30, 60], [70, 100])],
		['cuts boxes that meet as one', down, [box(0, 40), box(0, 50)], upright([0, 40], [60, 100])],
		['takes an end that lies in a box', down, [box(0, -5)], upright([5, 100])],
		['leaves nothing of what is covered', down, [{ ...box(0, -1), height: 102 }], []],
		[
			'keeps the direction of a line that leads up and across',
			{ x1: 0, y1: 100, x2: 50, y2: 0 },
			[{ x: 0, y: 40, width: 100, height: 20 }],
			[
				{ x1: 0, y1: 100, x2: 20, y2: 60 },
				{ x1: 30, y1: 40, x2: 50, y2: 0 }
			]
		]
	])('%s', (_, line, boxes, rest) => {
		expect(cutLine(line, boxes)).toEqual(rest);
	});
});
