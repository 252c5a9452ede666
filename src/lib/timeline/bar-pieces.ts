import type { Kind } from '../docking/stay.ts';
import { layoutArrows } from './arrows.ts';
import type { Bar, RunMark } from './bars.ts';
import type { LabelPlace } from './labels.ts';
import type { BarSegment } from './segments.ts';
import { textWidthEm } from './text-width.ts';

/** A colour by its name in `look/tokens.css`. */
export type Colour =
	Kind | `${Kind}-pale` | 'ground' | 'ahead' | 'ink' | 'ink-soft' | 'line' | 'line-strong' | 'area';

/** Where a lane's plot lies in a drawing that has no elements to place things by, in px. */
export interface LaneBox {
	/** Where share 0 is. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	/** Of one sub-lane. */
	readonly height: number;
	/** From this share of the plot on, the shade of what lies ahead is behind; undefined: nowhere. */
	readonly aheadX: number | undefined;
}

export interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A rectangle with round corners; an end that goes on is flat. */
export interface Shape extends Rect {
	readonly radius: number;
	readonly isFlatLeft: boolean;
	readonly isFlatRight: boolean;
}

/** A line along the inside of a shape's edge; none where an end goes on. */
export interface Edge {
	readonly colour: Colour;
	readonly width: number;
	readonly isDashed: boolean;
}

/** A shape of a bar, filled, or with an edge, or both. */
export interface BarPiece {
	readonly shape: Shape;
	readonly fill?: Colour;
	/** The fill fades at the right: nobody noted when the stay ended. */
	readonly isFading?: boolean;
	readonly edge?: Edge;
}

/** Words of a bar. */
export interface TextPiece {
	readonly x: number;
	/** Of the middle of their line. */
	readonly y: number;
	/** From there to the base line in a picture, as a share of the size. */
	readonly baseline: number;
	readonly text: string;
	readonly size: number;
	readonly colour: Colour;
	/** `x` is where they end. */
	readonly isEnd: boolean;
	/** Beside its bar a name stands on its own ground, not on the lines of the grid. */
	readonly behind?: Rect & { readonly colour: Colour };
}

/** Where a fading shape begins to fade, as a share of its width. */
export const fadeFrom = 0.6;
/** A dash and the gap after it, in px. */
export const dash: readonly number[] = [5, 4];

const thinnest = 2;
const gap = 2;
/** Above and below a bar, as shares of its lane. */
const barMargin = 0.16;
const runMargin = 0.26;
const labelSize = 13.5;
const arrowSize = 20;
/** From a line of text's middle to its base line, as a share of its size. */
export const baseline = 0.36;
/** An arrow's own middle lies lower. */
const arrowBaseline = 0.3;

/** Several stays that melt together, as one mark. */
export function runRect({ x0, x1, subLane }: RunMark, box: LaneBox): Rect {
	return {
		x: box.x + x0 * box.width,
		y: box.y + (subLane + runMargin) * box.height,
		width: Math.max((x1 - x0) * box.width, thinnest),
		height: (1 - 2 * runMargin) * box.height
	};
}

/** The shapes of one stay, from back to front. */
export function barPieces(bar: Bar, box: LaneBox): BarPiece[] {
	const last = bar.segments.length - 1;
	return bar.segments.flatMap((segment, index) => {
		const isFlatLeft = index > 0 || bar.startsBefore;
		const isFlatRight = index < last || bar.goesOn;
		const shape = shapeOf(bar, segment, { isFlatLeft, isFlatRight, box });
		return stretchPieces(bar, segment, shape, bar.isFaded && index === last);
	});
}

interface Stretch {
	readonly isFlatLeft: boolean;
	readonly isFlatRight: boolean;
	readonly box: LaneBox;
}

function shapeOf(bar: Bar, { x0, x1 }: BarSegment, { box, ...ends }: Stretch): Shape {
	const { kind } = bar.stay;
	return {
		x: box.x + x0 * box.width,
		y: box.y + (bar.subLane + barMargin) * box.height,
		width: Math.max((x1 - x0) * box.width - (ends.isFlatRight ? 0 : gap), thinnest),
		height: (1 - 2 * barMargin) * box.height,
		radius: kind === 'crew' ? box.height * 0.34 : kind === 'module' ? 1 : 2,
		...ends
	};
}

/** Round ends for crew, square for cargo, an inner frame for modules, a pale box for other. */
function stretchPieces(
	{ stay: { kind } }: Bar,
	{ style }: BarSegment,
	shape: Shape,
	isFading: boolean
): BarPiece[] {
	const edge = (width: number, isDashed: boolean): Edge => ({ colour: kind, width, isDashed });
	const frame = kind === 'module' && shape.width >= 8 ? framePieces(shape, style) : [];
	if (style === 'outline') return [{ shape, fill: 'ground', edge: edge(2, true) }, ...frame];
	if (style === 'pale') return [{ shape, fill: `${kind}-pale`, edge: edge(1.5, true) }, ...frame];
	if (kind === 'other') return [{ shape, fill: 'other-pale', edge: edge(1.5, false) }];
	return [{ shape, fill: kind, isFading }, ...frame];
}

function framePieces(shape: Shape, style: BarSegment['style']): BarPiece[] {
	const colour = style === 'solid' ? 'ground' : 'module';
	return [
		{ shape: { ...inset(shape, 3), radius: 0 }, edge: { colour, width: 1, isDashed: false } }
	];
}

/** The arrows of a bar where it goes on, and its name. */
export function barTexts(bar: Bar, label: LabelPlace | undefined, box: LaneBox): TextPiece[] {
	return [...arrowTexts(bar, box), ...(label ? [labelText(bar, label, box)] : [])];
}

function arrowTexts(bar: Bar, box: LaneBox): TextPiece[] {
	const arrows = layoutArrows(bar, [box.width]);
	if (!arrows) return [];
	const { kind } = bar.stay;
	const arrow = (text: string, share: number, dx: number, on: BarSegment['style']): TextPiece => ({
		x: box.x + share * box.width + dx,
		y: middleOf(bar.subLane, box),
		baseline: arrowBaseline,
		text,
		size: arrowSize,
		colour: on === 'solid' && kind !== 'other' ? 'ground' : kind,
		isEnd: dx < 0
	});
	return [
		...(arrows.left === undefined ? [] : [arrow('‹', arrows.left, 4, arrows.leftOn)]),
		...(arrows.right === undefined ? [] : [arrow('›', arrows.right, -4, arrows.rightOn)])
	];
}

function labelText(bar: Bar, label: LabelPlace, box: LaneBox): TextPiece {
	const isInverted = label.side === 'inside' && label.isOnSolid && bar.stay.kind !== 'other';
	const own = groundOfLabel(bar, label, box);
	const isAhead =
		own !== undefined && box.aheadX !== undefined && own.x + 2 >= box.x + box.aheadX * box.width;
	return {
		x: box.x + label.x * box.width + label.dxPx,
		y: middleOf(bar.subLane, box),
		baseline,
		text: label.text,
		size: labelSize,
		colour: isInverted ? 'ground' : 'ink',
		isEnd: label.side === 'left',
		...(own && { behind: { ...own, colour: isAhead ? 'ahead' : 'ground' } })
	};
}

/** Where a name beside its bar stands, and no line does; a name in its bar needs no such place. */
export function groundOfLabel(bar: Bar, label: LabelPlace, box: LaneBox): Rect | undefined {
	if (label.side === 'inside') return undefined;
	const x = box.x + label.x * box.width + label.dxPx;
	const width = textWidthEm(label.text) * labelSize;
	const left = label.side === 'left' ? x - width : x;
	return { x: left - 2, y: middleOf(bar.subLane, box) - 9, width: width + 4, height: 18 };
}

/** Where the middle of a sub-lane is. */
export function middleOf(subLane: number, { y, height }: LaneBox): number {
	return y + (subLane + 0.5) * height;
}

/** What a path is traced with: as much of a canvas as shapes need. */
export interface Pen {
	moveTo(x: number, y: number): void;
	lineTo(x: number, y: number): void;
	arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
	/** Radii from the upper left corner on, clockwise. */
	roundRect(x: number, y: number, width: number, height: number, radii: number[]): void;
}

/** Traces a shape all round. */
export function traceShape(shape: Shape, pen: Pen): void {
	const { x, y, width, height } = shape;
	const [left, right] = radii(shape);
	pen.roundRect(x, y, width, height, [left, right, right, left]);
}

/** Traces the line that lies within a shape's edge: an end that goes on has none. */
export function traceEdge(shape: Shape, edge: Edge, pen: Pen): void {
	const line = inset(shape, edge.width / 2);
	const { x, y, width, height, isFlatLeft, isFlatRight } = line;
	if (!isFlatLeft && !isFlatRight) return traceShape(line, pen);
	const [left, right] = [x, x + width];
	const bottom = y + height;
	const radius = Math.max(...radii(line));
	if (isFlatLeft && isFlatRight) {
		pen.moveTo(left, y);
		pen.lineTo(right, y);
		pen.moveTo(right, bottom);
		pen.lineTo(left, bottom);
		return;
	}
	const [flat, round] = isFlatLeft ? [left, right] : [right, left];
	pen.moveTo(flat, y);
	pen.arcTo(round, y, round, bottom, radius);
	pen.arcTo(round, bottom, flat, bottom, radius);
	pen.lineTo(flat, bottom);
}

/** Of the left and the right end: that of a narrow shape is half of its width, at both ends alike. */
function radii({ width, height, radius, isFlatLeft, isFlatRight }: Shape): [number, number] {
	const round = Math.min(radius, width / 2, height / 2);
	return [isFlatLeft ? 0 : round, isFlatRight ? 0 : round];
}

/** `shape` smaller by so much at each end that does not go on. */
function inset(shape: Shape, by: number): Shape {
	const [left, right] = [shape.isFlatLeft ? 0 : by, shape.isFlatRight ? 0 : by];
	return {
		...shape,
		x: shape.x + left,
		y: shape.y + by,
		width: Math.max(0, shape.width - left - right),
		height: Math.max(0, shape.height - 2 * by),
		radius: Math.max(0, shape.radius - by)
	};
}
