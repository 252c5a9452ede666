import {
	barPieces,
	barTexts,
	dash,
	fadeFrom,
	middleOf,
	runRect,
	traceEdge,
	traceShape,
	type BarPiece,
	type LaneBox,
	type Shape,
	type TextPiece
} from '../bar-pieces.ts';
import type { RelocationLink } from '../links.ts';
import { paintArea } from './paint-area.ts';
import { paintGrid } from './paint-axis.ts';
import type { PaintedLane, PaintedTimeline } from '../painted.ts';
import type { Brush } from './paint.ts';

/** Paints all that plots show, where their elements stand. */
export function paintPlots(timeline: PaintedTimeline, brush: Brush): void {
	const { groups, widthPx, nowX } = timeline;
	const { pen, scale } = brush;
	const root = pen.canvas.closest('[data-timeline]')!;
	// Boxes that are painted by themselves stand on whole px.
	const top = Math.round(pen.canvas.getBoundingClientRect().top);
	const bandOf = (element: Element) => {
		const box = element.getBoundingClientRect();
		return { y: (Math.round(box.top) - top) / scale, height: box.height / scale };
	};
	const stations = root.querySelectorAll('[data-station]');
	paintGrid(timeline, brush);
	for (const [at, { area, lanes, links }] of groups.entries()) {
		const [band, ...plots] = stations[at]!.querySelectorAll(':is(.group, [data-port]) > .plot');
		if (area) paintArea(area, timeline, bandOf(band!), brush);
		const boxes = lanes.map(({ subLanes }, index): LaneBox => {
			const { y, height } = bandOf(plots[index]!);
			return { x: 0, y, width: widthPx, height: height / subLanes, aheadX: nowX };
		});
		paintLinks(links, boxes, brush);
		for (const [index, lane] of lanes.entries()) paintLane(lane, boxes[index]!, brush);
	}
}

/** From a line's middle to its base line, as a share of its size: the typeface's own. */
const baseline = 0.375;

function paintLinks(
	links: readonly RelocationLink[],
	boxes: readonly LaneBox[],
	{ pen, palette }: Brush
): void {
	pen.beginPath();
	for (const { x0, x1, from, to } of links) {
		const [a, b] = [boxes[from.lane]!, boxes[to.lane]!];
		pen.moveTo(x0 * a.width, middleOf(from.subLane, a));
		pen.lineTo(x1 * b.width, middleOf(to.subLane, b));
	}
	pen.lineWidth = 1.5;
	pen.strokeStyle = palette['ink-soft'];
	pen.setLineDash([]);
	pen.stroke();
}

function paintLane({ marks, bars, labels }: PaintedLane, box: LaneBox, brush: Brush): void {
	const { pen, palette } = brush;
	for (const mark of marks) {
		const { x, y, width, height } = runRect(mark, box);
		pen.fillStyle = palette[mark.run.kind];
		pen.fillRect(x, y, width, height);
	}
	for (const piece of bars.flatMap((bar) => barPieces(bar, box))) paintPiece(piece, brush);
	const texts = bars.flatMap((bar) => barTexts(bar, labels.get(bar.stay.id), box));
	paintTexts(texts, brush);
}

function paintPiece(piece: BarPiece, { pen, palette }: Brush): void {
	const { shape, fill, isFading, edge } = piece;
	if (fill) {
		pen.beginPath();
		traceShape(onPixels(shape), pen);
		pen.fillStyle = isFading ? fading(piece, palette[fill], pen) : palette[fill];
		pen.fill();
	}
	if (!edge) return;
	pen.beginPath();
	traceEdge(onPixels(shape), edge, pen);
	pen.lineWidth = edge.width;
	pen.strokeStyle = palette[edge.colour];
	pen.setLineDash(edge.isDashed ? [...dash] : []);
	pen.stroke();
}

/** As elements stand: no edge is smoothed upwards or downwards. */
function onPixels(shape: Shape): Shape {
	const y = Math.round(shape.y);
	return { ...shape, y, height: Math.round(shape.y + shape.height) - y };
}

function fading({ shape }: BarPiece, colour: string, pen: CanvasRenderingContext2D) {
	const gradient = pen.createLinearGradient(shape.x, 0, shape.x + shape.width, 0);
	gradient.addColorStop(fadeFrom, colour);
	gradient.addColorStop(1, 'transparent');
	return gradient;
}

/** Sizes are set once each: a canvas takes long to make out a font. */
function paintTexts(pieces: readonly TextPiece[], { pen, palette, fontFamily }: Brush): void {
	for (const [size, alike] of Map.groupBy(pieces, (piece) => piece.size)) {
		pen.font = `500 ${size}px ${fontFamily}`;
		for (const { x, y, text, colour, isEnd, behind } of alike) {
			if (behind) {
				pen.fillStyle = palette[behind.colour];
				pen.fillRect(behind.x, behind.y, behind.width, behind.height);
			}
			pen.textAlign = isEnd ? 'right' : 'left';
			pen.fillStyle = palette[colour];
			pen.fillText(text, x, Math.floor(y + size * baseline));
		}
	}
}
