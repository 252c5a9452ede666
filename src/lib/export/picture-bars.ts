import { pathRound } from 'd3';
import type { Kind } from '../docking/stay.ts';
import {
	barPieces,
	barTexts,
	dash,
	fadeFrom,
	runRect,
	traceEdge,
	traceShape,
	type BarPiece,
	type Colour,
	type LaneBox,
	type Pen,
	type TextPiece
} from '../timeline/bar-pieces.ts';
import type { Bar, RunMark } from '../timeline/bars.ts';
import type { LabelPlace } from '../timeline/labels.ts';
import type { Palette } from './palette.ts';
import { element, type Mark } from './svg.ts';

/** What a lane of a picture is drawn with. */
export interface LaneColours {
	readonly palette: Palette;
	/** What lies behind: bars and names are set off against it; undefined: nobody knows. */
	readonly ground: string | undefined;
}

/** Several stays that melt together, as one mark. */
export function drawRun(mark: RunMark, box: LaneBox, { palette }: LaneColours): Mark {
	const { kind, count } = mark.run;
	return element('rect', { ...runRect(mark, box), fill: palette[kind], 'data-count': count });
}

/** One stay: its stretches, arrows where it goes on, and its name. */
export function drawBar(
	bar: Bar,
	label: LabelPlace | undefined,
	box: LaneBox,
	colours: LaneColours
): Mark[] {
	return [
		...barPieces(bar, box).flatMap((piece) => drawPiece(bar, piece, colours)),
		...barTexts(bar, label, box).flatMap((text) => drawText(text, colours))
	];
}

function drawPiece(bar: Bar, { shape, fill, isFading, edge }: BarPiece, colours: LaneColours) {
	const { kind, id } = bar.stay;
	const own = fill === 'ground' ? colours.ground : fill && colours.palette[fill];
	const marks: Mark[] = [];
	if (own !== undefined)
		marks.push(
			element('path', {
				d: pathBy((pen) => traceShape(shape, pen)),
				fill: isFading ? `url(#fade-${kind})` : own,
				'data-event': edge ? undefined : id
			})
		);
	if (edge)
		marks.push(
			element('path', {
				d: pathBy((pen) => traceEdge(shape, edge, pen)),
				fill: 'none',
				stroke: colourOf(edge.colour, colours),
				'stroke-width': edge.width,
				'stroke-dasharray': edge.isDashed ? dash.join(' ') : undefined
			})
		);
	return marks;
}

function drawText(piece: TextPiece, colours: LaneColours): Mark[] {
	const { x, text, size, behind } = piece;
	const y = piece.y + size * piece.baseline;
	const fill = colourOf(piece.colour, colours);
	const mark: Mark = { x, y, text, size, weight: 500, fill, ...(piece.isEnd && { anchor: 'end' }) };
	if (!behind || colours.ground === undefined) return [mark];
	const { colour, ...rect } = behind;
	return [element('rect', { ...rect, fill: colourOf(colour, colours) }), mark];
}

function colourOf(colour: Colour, { palette, ground }: LaneColours): string {
	return (colour === 'ground' ? ground : undefined) ?? palette[colour]!;
}

/** The path that is traced, as SVG has it: a rectangle has no round corners there. */
function pathBy(trace: (pen: Pen) => void): string {
	const path = pathRound(2);
	trace({
		moveTo: (x, y) => path.moveTo(x, y),
		lineTo: (x, y) => path.lineTo(x, y),
		arcTo: (x1, y1, x2, y2, radius) => path.arcTo(x1, y1, x2, y2, radius),
		roundRect(x, y, width, height, [upperLeft = 0, upperRight = 0, lowerRight = 0, lowerLeft = 0]) {
			const [right, bottom] = [x + width, y + height];
			path.moveTo(x + upperLeft, y);
			path.arcTo(right, y, right, bottom, upperRight);
			path.arcTo(right, bottom, x, bottom, lowerRight);
			path.arcTo(x, bottom, x, y, lowerLeft);
			path.arcTo(x, y, right, y, upperLeft);
			path.closePath();
		}
	});
	return path.toString();
}

/** What fades at its end because nobody noted when a stay ended, by kind: for `<defs>`. */
export function fadeOf(kind: Kind, palette: Palette): string {
	const stop = (offset: number, opacity: number) =>
		element('stop', { offset, 'stop-color': palette[kind], 'stop-opacity': opacity });
	return element('linearGradient', { id: `fade-${kind}` }, stop(fadeFrom, 1) + stop(1, 0));
}
