import { laneWords } from '../timeline/lane-words.ts';
import type { GroupLayout, LaneLayout } from '../timeline/layout.ts';
import { linkEndY } from '../timeline/links.ts';
import { baseline, groundOfLabel, type LaneBox, type Rect } from '../timeline/bar-pieces.ts';
import type { Bar } from '../timeline/bars.ts';
import { laneStatus, type LaneStatus } from './lane-status.ts';
import { cutLine, type Line } from './cut-line.ts';
import { textWidth, wrapText } from './fit-text.ts';
import { drawBar, drawRun } from './picture-bars.ts';
import type { Canvas } from './picture-canvas.ts';
import {
	hiddenCount,
	hiddenText,
	laneRows,
	sizes,
	type FittedGroup,
	type PictureFit
} from './picture-fit.ts';
import { drawArea, soft, type Part } from './picture-parts.ts';
import { element, type Mark } from './svg.ts';

/** A station from `top` on. Its bands are where time is drawn: beside words that stand above it. */
export function drawGroup(fitted: FittedGroup, layout: GroupLayout, top: number, canvas: Canvas) {
	const { fit, plot, palette } = canvas;
	const y = top + sizes.groupGap;
	const head = groupHead(fitted, layout, y, canvas);
	const marks: Mark[] = [...head.marks];
	const bands: Part[] = [head.band];
	const names: Rect[] = [];
	const lanesTop = y + sizes.groupHead;
	let bottom = lanesTop;
	for (const lane of layout.lanes) {
		const drawn = drawLane(lane, bottom, canvas);
		marks.push(...drawn.marks);
		bands.push(drawn.band);
		names.push(...drawn.names);
		bottom += drawn.height;
	}
	const part = { ...plot, y: lanesTop, height: bottom - lanesTop };
	const links = linesOf(layout, part, fit).flatMap((line) =>
		cutLine(line, names).map((rest) =>
			element('line', { ...rest, stroke: palette['ink-soft'], 'stroke-width': 1.5 })
		)
	);
	const folded = hiddenCount(fitted);
	if (folded) {
		const text = hiddenText(fitted, fit.width - 2 * sizes.margin);
		marks.push(soft(palette, { x: sizes.margin, y: bottom + 16, text }));
		bottom += sizes.folded;
	}
	const height = bottom - top;
	// What is told of other ports stands on no line.
	const all: Part = { ...plot, y: top, height: height - (folded ? sizes.folded : 0) };
	return { height, marks: [...links, ...marks], bands: fit.isNarrow ? bands : [all] };
}

/** The lines of relocations, as far as the plot shows them. */
function linesOf({ links, lanes }: GroupLayout, part: Part, fit: PictureFit): Line[] {
	if (!links.length) return [];
	const subLanes = lanes.map((lane) => lane.subLanes);
	const row = { head: fit.isNarrow ? sizes.laneHead : 0, lane: fit.laneHeight };
	const yOf = (end: (typeof links)[number]['from']) =>
		part.y + linkEndY(end, subLanes, row) * part.height;
	return links.flatMap(({ x0, x1, from, to }): Line[] => {
		const [y0, y1] = [yOf(from), yOf(to)];
		// What of it lies in the plot: a craft may leave before the view and dock again in it.
		const [first, last] = [Math.max(0, x0), Math.min(1, x1)];
		if (first > last) return [];
		const yAt = (x: number) => (x1 > x0 ? y0 + ((x - x0) / (x1 - x0)) * (y1 - y0) : undefined);
		return [
			{
				...{ x1: part.x + first * part.width, y1: yAt(first) ?? y0 },
				...{ x2: part.x + last * part.width, y2: yAt(last) ?? y1 }
			}
		];
	});
}

function groupHead({ group }: FittedGroup, layout: GroupLayout, y: number, canvas: Canvas) {
	const { fit, plot, palette, columns } = canvas;
	const { occupied, inUse } = group.occupancy;
	const told = inUse
		? `${occupied} of ${inUse} ${inUse === 1 ? 'port' : 'ports'} occupied`
		: 'no port in use';
	const label = { size: 13.5, weight: 400, fill: palette['ink-soft']! } as const;
	const band = fit.isNarrow
		? { ...plot, y: y + 24, height: sizes.groupHead - 26 }
		: { ...plot, y, height: sizes.groupHead };
	const area = layout.area ? drawArea(layout.area, inUse, band, palette) : [];
	const name = (text: string, size: number, base: number): Mark => ({
		...{ x: sizes.margin, y: base, text, size, weight: 600, fill: palette['ink']! }
	});
	if (fit.isNarrow) {
		const end: Mark = { ...label, x: columns.status, y: y + 15, text: told, anchor: 'end' };
		const room = { size: 17, weight: 600, most: 1 } as const;
		const width = plot.width - textWidth(told, 13.5) - 12;
		const [line = ''] = wrapText(group.host.name, { ...room, width });
		return { band, marks: [...area, name(line, 17, y + 15), end] };
	}
	const width = plot.x - sizes.margin - 8;
	const isShort = textWidth(group.host.name, 17, 600) <= width;
	const size = isShort ? 17 : 14;
	const lines = wrapText(group.host.name, { size, weight: 600, width, most: 2 });
	const first = y + (lines.length === 1 ? 22 : 13);
	const last = first + (lines.length - 1) * 17;
	return {
		band,
		marks: [
			...area,
			...lines.map((text, index) => name(text, size, first + index * 17)),
			{ ...label, x: sizes.margin, y: last + 19, text: told }
		]
	};
}

function drawLane(layout: LaneLayout, top: number, canvas: Canvas) {
	const { fit, plot, palette, aheadX, columns, scene } = canvas;
	const { lane } = layout;
	const words = laneWords(lane, scene.clock);
	const head = fit.isNarrow ? sizes.laneHead : 0;
	const height = head + laneRows(lane) * fit.laneHeight;
	const box: LaneBox = { ...plot, y: top + head, height: fit.laneHeight, aheadX };
	const middle = fit.isNarrow ? top + head / 2 + 2 : top + height / 2;
	const line = element('line', {
		x1: sizes.margin,
		x2: fit.width - sizes.margin,
		y1: Math.round(top) + 0.5,
		y2: Math.round(top) + 0.5,
		stroke: palette['line']
	});
	const status = laneStatus(layout, words, middle, canvas);
	const share: Mark[] =
		words.share && !fit.isNarrow
			? [
					soft(palette, {
						x: columns.share,
						y: middle + 12 * baseline,
						text: words.share,
						anchor: 'end'
					})
				]
			: [];
	const band: Part = { ...plot, y: box.y, height: height - head };
	const labelOf = (bar: Bar) => layout.labels.get(bar.stay.id)?.[0];
	return {
		height,
		band,
		names: [
			...wordsAbove(layout, status, middle, canvas),
			...layout.bars.flatMap((bar) => {
				const label = labelOf(bar);
				return (label && groundOfLabel(bar, label, box)) ?? [];
			})
		],
		marks: [
			line,
			...laneHead(layout, middle, words.isOccupied, canvas),
			...layout.marks.map((run) => drawRun(run, box, canvas)),
			...layout.bars.flatMap((bar) => drawBar(bar, labelOf(bar), box, canvas)),
			...status.marks,
			...share
		]
	};
}

/** Where words stand above a lane: lines pass between them. */
function wordsAbove(
	{ lane }: LaneLayout,
	status: LaneStatus,
	middle: number,
	canvas: Canvas
): Rect[] {
	const { fit } = canvas;
	if (!fit.isNarrow) return [];
	const y = { y: middle - sizes.laneHead / 2, height: sizes.laneHead };
	const from = status.x - 4;
	return [
		{ x: 0, width: sizes.margin + 22 + textWidth(lane.port.name, 13.5), ...y },
		{ x: from, width: fit.width - from, ...y }
	];
}

/** A filled dot for an occupied port, a ring for an empty one, and the port's name. */
function laneHead(
	{ lane }: LaneLayout,
	middle: number,
	isOccupied: boolean,
	canvas: Canvas
): Mark[] {
	const { fit, plot, palette } = canvas;
	const dot = element('circle', {
		cx: sizes.margin + 5,
		cy: middle,
		r: isOccupied ? 5 : 4.25,
		fill: isOccupied ? palette['ink'] : 'none',
		...(!isOccupied && {
			stroke: palette['line-control'],
			'stroke-width': 1.5,
			'stroke-dasharray': lane.isInUse ? undefined : '1.5 1.5'
		})
	});
	const x = sizes.margin + 18;
	const width = fit.isNarrow ? plot.width * 0.6 : plot.x - x - 8;
	const [size, most] = fit.isNarrow ? [13.5, 1] : [13.5, 2];
	const lines = wrapText(lane.port.name, { size, weight: 400, width, most });
	const lineHeight = 14;
	const first = middle - ((lines.length - 1) * lineHeight) / 2 + size * baseline;
	return [
		dot,
		...lines.map((text, index): Mark => ({
			x,
			y: first + index * lineHeight,
			text,
			size,
			weight: 400,
			fill: palette['ink']!
		}))
	];
}
