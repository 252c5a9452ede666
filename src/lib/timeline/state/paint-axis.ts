import type { Colour } from '../bar-pieces.ts';
import { tickLabelDxPx, type Tick } from '../axis.ts';
import type { PaintedTimeline } from '../painted.ts';
import type { Brush } from './paint.ts';

const labelPx = 12;
/** Where the lower row begins, and both base lines, as shares of the height. */
const lowerY = 0.6;
const upperBase = 0.29;
const lowerBase = 0.83;

/** Paints the two rows of the axis as its elements stand. */
export function paintAxis({ axis, widthPx }: PaintedTimeline, brush: Brush): void {
	const { pen, palette, fontFamily, heightPx } = brush;
	paintLines(axis.lower, 'line', brush, widthPx, lowerY);
	paintLines(axis.upper, 'line-strong', brush, widthPx);
	pen.textAlign = 'left';
	const write = (ticks: readonly Tick[], share: number) => {
		for (const { x, label } of ticks)
			if (label) pen.fillText(label, x * widthPx + (x > 0 ? tickLabelDxPx : 0), share * heightPx);
	};
	pen.font = `400 ${labelPx}px ${fontFamily}`;
	pen.fillStyle = palette['ink-soft'];
	write(axis.lower, lowerBase);
	pen.font = `600 ${labelPx}px ${fontFamily}`;
	pen.fillStyle = palette.ink;
	write(axis.upper, upperBase);
}

/** Paints a line at every tick, from the top to the bottom. */
export function paintGrid({ axis, widthPx }: PaintedTimeline, brush: Brush): void {
	paintLines(axis.lower, 'line', brush, widthPx);
	paintLines(axis.upper, 'line-strong', brush, widthPx);
}

/** As wide as a border is. */
function paintLines(
	ticks: readonly Tick[],
	colour: Colour,
	{ pen, palette, heightPx, scale }: Brush,
	widthPx: number,
	fromShare = 0
): void {
	pen.fillStyle = palette[colour];
	const top = fromShare * heightPx;
	for (const { x } of ticks)
		if (x > 0) pen.fillRect(Math.round(x * widthPx), top, 1 / scale, heightPx - top);
}
