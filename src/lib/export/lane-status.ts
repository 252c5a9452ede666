import { baseline } from '../timeline/bar-pieces.ts';
import { labelTexts } from '../timeline/labels.ts';
import { dockedUnnamed, type LaneWords } from '../timeline/lane-words.ts';
import type { LaneLayout } from '../timeline/layout.ts';
import { textWidth } from './fit-text.ts';
import type { Canvas } from './picture-canvas.ts';
import { sizes } from './picture-fit.ts';
import type { TextMark } from './svg.ts';

const size = 13.5;
/** The line of a name above how long, where lanes are high and where they are low. */
const roomy = { from: 34, size, lineHeight: 17 } as const;
const dense = { size: 12, lineHeight: 13.5 } as const;
/** Between a name and what stands before or after it. */
const gap = 8;

/** What stands at the end of a lane. */
export interface LaneStatus {
	readonly marks: readonly TextMark[];
	/** From there on the words stand. */
	readonly x: number;
}

/**
 * How long a craft has been docked or the port empty, about `middle`; and who it is, where that is
 * told by no bar: one too short for its name, or out of view. A wide picture has the name above how
 * long, a narrow one before it.
 */
export function laneStatus(
	layout: LaneLayout,
	words: LaneWords,
	middle: number,
	{ fit, plot, palette, columns }: Canvas
): LaneStatus {
	const status: TextMark = {
		...{ x: columns.status, y: middle + size * baseline, text: words.status, size },
		weight: words.isOccupied ? 600 : 400,
		anchor: 'end',
		fill: palette[words.isOccupied ? 'ink' : 'ink-soft']!
	};
	const statusX = columns.status - textWidth(words.status, size, 600);
	const leftX = fit.isNarrow
		? sizes.margin + 18 + textWidth(layout.lane.port.name, size)
		: plot.x + plot.width;
	const endX = fit.isNarrow ? statusX - gap : columns.status;
	const line = fit.isNarrow || fit.laneHeight >= roomy.from ? roomy : dense;
	const name = unnamed(layout, line.size, endX - leftX - gap);
	if (!name) return { marks: [status], x: statusX };
	const told: TextMark = { ...status, x: endX, text: name, size: line.size, weight: 400 };
	const nameX = endX - textWidth(name, line.size, 400);
	if (fit.isNarrow) return { marks: [told, status], x: nameX };
	const half = line.lineHeight / 2;
	return {
		marks: [
			{ ...told, y: told.y - half },
			{ ...status, y: status.y + half }
		],
		x: Math.min(nameX, statusX)
	};
}

/** Who is docked and has no name at a bar, in the longest form that `width` has room for. */
function unnamed({ lane, labels }: LaneLayout, fontPx: number, width: number): string | undefined {
	const [only, ...others] = dockedUnnamed(lane, labels);
	if (!only || others.length) return undefined;
	return labelTexts(only.craft).find((text) => textWidth(text, fontPx, 400) <= width);
}
