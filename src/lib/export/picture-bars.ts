import type { Kind } from '../docking/stay.ts';
import type { Bar, RunMark } from '../timeline/bars.ts';
import { layoutArrows } from '../timeline/arrows.ts';
import type { LabelPlace } from '../timeline/labels.ts';
import type { BarSegment } from '../timeline/segments.ts';
import type { Rect } from './cut-line.ts';
import { textWidth } from './fit-text.ts';
import type { Palette } from './palette.ts';
import { element, type Mark } from './svg.ts';

/** Where a lane's plot lies in the picture, and what its bars are drawn with. */
export interface LaneBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	/** Of one sub-lane. */
	readonly height: number;
	readonly palette: Palette;
	/** What lies behind: bars and names are set off against it; undefined: nobody knows. */
	readonly ground: string | undefined;
	/** From this share of the plot on, the shade of what lies ahead is behind. */
	readonly aheadX: number | undefined;
}

const thinnest = 2;
const gap = 2;
/** Above and below a bar, as shares of its lane. */
const barMargin = 0.16;
const runMargin = 0.26;
const labelSize = 13.5;
const arrowSize = 20;
/** From a line of text's middle to its base line, as a share of its size. */
export const baseline = 0.36;

/** Several stays that melt together, as one mark. */
export function drawRun({ run, x0, x1, subLane }: RunMark, box: LaneBox): Mark {
	const { height, palette } = box;
	return element('rect', {
		x: box.x + x0 * box.width,
		y: box.y + (subLane + runMargin) * height,
		width: Math.max((x1 - x0) * box.width, thinnest),
		height: (1 - 2 * runMargin) * height,
		fill: palette[run.kind],
		'data-count': run.count
	});
}

/** One stay: its stretches, arrows where it goes on, and its name. */
export function drawBar(bar: Bar, label: LabelPlace | undefined, box: LaneBox): Mark[] {
	const last = bar.segments.length - 1;
	return [
		...bar.segments.flatMap((segment, index) =>
			drawStretch(bar, segment, { isFirst: index === 0, isLast: index === last, box })
		),
		...drawArrows(bar, box),
		...(label ? drawLabel(bar, label, box) : [])
	];
}

interface Stretch {
	readonly isFirst: boolean;
	readonly isLast: boolean;
	readonly box: LaneBox;
}

/** Round ends for crew, square for cargo, an inner frame for modules, a pale box for other. */
function drawStretch(bar: Bar, segment: BarSegment, { isFirst, isLast, box }: Stretch): Mark[] {
	const { palette } = box;
	const { kind } = bar.stay;
	const isFlatLeft = !isFirst || bar.startsBefore;
	const isFlatRight = !isLast || bar.goesOn;
	const full = (segment.x1 - segment.x0) * box.width;
	const shape: Shape = {
		x: box.x + segment.x0 * box.width,
		y: box.y + (bar.subLane + barMargin) * box.height,
		width: Math.max(full - (isFlatRight ? 0 : gap), thinnest),
		height: (1 - 2 * barMargin) * box.height,
		radius: kind === 'crew' ? box.height * 0.34 : kind === 'module' ? 1 : 2,
		isFlatLeft,
		isFlatRight
	};
	const own = palette[kind];
	const pale = palette[`${kind}-pale`];
	if (segment.style === 'outline')
		return [edged(shape, box.ground ?? 'none', { stroke: own, width: 2, dash: '5 4' })];
	if (segment.style === 'pale')
		return [edged(shape, pale, { stroke: own, width: 1.5, dash: '5 4' })];
	if (kind === 'other') return [edged(shape, pale, { stroke: own, width: 1.5 })];
	const fill = bar.isFaded && isLast ? `url(#fade-${kind})` : own;
	const body = element('path', { d: outline(shape), fill, 'data-event': bar.stay.id });
	if (kind !== 'module' || shape.width < 8) return [body];
	const frame = { ...inset(shape, 2.5), radius: 0 };
	return [body, edged(frame, 'none', { stroke: box.ground ?? palette['ground'], width: 1 })];
}

interface Shape {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly radius: number;
	readonly isFlatLeft: boolean;
	readonly isFlatRight: boolean;
}

interface Edge {
	readonly stroke: string | undefined;
	readonly width: number;
	readonly dash?: string;
}

/** A shape with a line along its edge, within it; none where it goes on. */
function edged(shape: Shape, fill: string | undefined, edge: Edge): string {
	const line = inset(shape, edge.width / 2);
	return (
		(fill === 'none' ? '' : element('path', { d: outline(shape), fill })) +
		element('path', {
			d: openOutline(line),
			fill: 'none',
			stroke: edge.stroke,
			'stroke-width': edge.width,
			'stroke-dasharray': edge.dash
		})
	);
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

/** The radius of a round end: that of a narrow shape is half of its width, at both ends alike. */
function endRadius({ width, height, radius }: Shape): number {
	return Math.min(radius, width / 2, height / 2);
}

/** The right end, from the upper edge to the lower one; the upper edge begins so far from the left. */
function rightEnd(shape: Shape, from = 0): string {
	const { height, isFlatRight } = shape;
	const width = shape.width - from;
	const r = isFlatRight ? 0 : endRadius(shape);
	return `h${f(width - r)}${corner(r, r, r)}v${f(height - 2 * r)}${corner(r, -r, r)}h${f(r - width)}`;
}

/** All round. */
function outline(shape: Shape): string {
	const { x, y, height, isFlatLeft } = shape;
	const r = isFlatLeft ? 0 : endRadius(shape);
	return `M${f(x + r)} ${f(y)}${rightEnd(shape, r)}${corner(r, -r, -r)}v${f(2 * r - height)}${corner(r, r, -r)}z`;
}

/** Along the edges that are there: an end that goes on has none. */
function openOutline(shape: Shape): string {
	const { x, y, width, height, isFlatLeft, isFlatRight } = shape;
	if (!isFlatLeft && !isFlatRight) return outline(shape);
	if (isFlatLeft && isFlatRight) return `M${f(x)} ${f(y)}h${f(width)}m0 ${f(height)}h${f(-width)}`;
	if (isFlatLeft) return `M${f(x)} ${f(y)}${rightEnd(shape)}`;
	const r = endRadius(shape);
	return `M${f(x + width)} ${f(y)}h${f(r - width)}${corner(r, -r, r, 0)}v${f(height - 2 * r)}${corner(r, r, r, 0)}h${f(width - r)}`;
}

function corner(r: number, dx: number, dy: number, sweep: 0 | 1 = 1): string {
	return r ? `a${f(r)} ${f(r)} 0 0 ${sweep} ${f(dx)} ${f(dy)}` : '';
}

const f = (value: number) => String(Math.round(value * 100) / 100 || 0);

function drawArrows(bar: Bar, box: LaneBox): Mark[] {
	const arrows = layoutArrows(bar, [box.width], { x0: 0, x1: 1 });
	if (!arrows) return [];
	const { palette, ground } = box;
	const { kind } = bar.stay;
	const colour = (on: BarSegment['style']) =>
		on === 'solid' && kind !== 'other' ? (ground ?? palette['ground']!) : palette[kind]!;
	const base = {
		y: middleOf(bar.subLane, box) + arrowSize * 0.3,
		size: arrowSize,
		weight: 500 as const
	};
	const marks: Mark[] = [];
	if (arrows.left !== undefined)
		marks.push({
			...base,
			x: box.x + arrows.left * box.width + 4,
			text: '‹',
			fill: colour(arrows.leftOn)
		});
	if (arrows.right !== undefined)
		marks.push({
			...base,
			x: box.x + arrows.right * box.width - 4,
			text: '›',
			anchor: 'end',
			fill: colour(arrows.rightOn)
		});
	return marks;
}

/** A bar's name; beside its bar it stands on its own ground, not on the lines of the grid. */
function drawLabel(bar: Bar, label: LabelPlace, box: LaneBox): Mark[] {
	const { palette, ground } = box;
	const isInverted = label.side === 'inside' && label.isOnSolid && bar.stay.kind !== 'other';
	const text: Mark = {
		x: box.x + label.x * box.width + label.dxPx,
		y: middleOf(bar.subLane, box) + labelSize * baseline,
		text: label.text,
		size: labelSize,
		weight: 500,
		fill: isInverted ? (ground ?? palette['ground']!) : palette['ink']!,
		...(label.side === 'left' && { anchor: 'end' })
	};
	const own = groundOfLabel(bar, label, box);
	if (!own || ground === undefined) return [text];
	const isAhead = box.aheadX !== undefined && own.x + 2 >= box.x + box.aheadX * box.width;
	return [element('rect', { ...own, fill: isAhead ? palette['ahead'] : ground }), text];
}

/** Where a name beside its bar stands, and no line does; a name in its bar needs no such place. */
export function groundOfLabel(bar: Bar, label: LabelPlace, box: LaneBox): Rect | undefined {
	if (label.side === 'inside') return undefined;
	const x = box.x + label.x * box.width + label.dxPx;
	const width = textWidth(label.text, labelSize);
	const left = label.side === 'left' ? x - width : x;
	return { x: left - 2, y: middleOf(bar.subLane, box) - 9, width: width + 4, height: 18 };
}

function middleOf(subLane: number, { y, height }: LaneBox): number {
	return y + (subLane + 0.5) * height;
}

/** What fades at its end because nobody noted when a stay ended, by kind: for `<defs>`. */
export function fadeOf(kind: Kind, palette: Palette): string {
	const stop = (offset: number, opacity: number) =>
		element('stop', { offset, 'stop-color': palette[kind], 'stop-opacity': opacity });
	return element('linearGradient', { id: `fade-${kind}` }, stop(0.6, 1) + stop(1, 0));
}
