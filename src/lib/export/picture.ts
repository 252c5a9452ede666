import { formatDate } from '../time/format.ts';
import { pictureLabels } from '../timeline/labels.ts';
import { statusHeading } from '../timeline/lane-words.ts';
import { kinds } from '../docking/stay.ts';
import type { Zone } from '../time/zone.ts';
import { kindsShown } from '../timeline/kinds-shown.ts';
import { layoutTimeline } from '../timeline/layout.ts';
import type { Scene } from '../timeline/scene.ts';
import { paletteOf, type Palette } from './palette.ts';
import { baseline } from '../timeline/bar-pieces.ts';
import { fadeOf } from './picture-bars.ts';
import { columnsOf, type Canvas } from './picture-canvas.ts';
import {
	fitPicture,
	footHeight,
	headHeight,
	sizes,
	type PictureFit,
	type PictureWords
} from './picture-fit.ts';
import { drawGroup } from './picture-groups.ts';
import {
	drawAxis,
	drawGrid,
	drawLegend,
	drawPill,
	legendWidth,
	pillWidth,
	soft,
	type Part
} from './picture-parts.ts';
import { element, type Mark } from './svg.ts';

/** All that a picture of a view is drawn from; plain data. */
export interface PictureQuery extends PictureWords {
	readonly scene: Scene;
	readonly zone: Zone;
	readonly widthPx: number;
	readonly heightPx: number;
	readonly theme: 'light' | 'dark';
	/** A hex colour, or `transparent`; undefined: the theme's ground. */
	readonly background?: string | undefined;
}

/** A picture's marks from back to front, in units of which `scale` px are one. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly scale: number;
	/** Gradients that marks refer to. */
	readonly defs: string;
	readonly marks: readonly Mark[];
}

/** Draws a view; pure: the same query is the same picture, on any machine. */
export function drawPicture(query: PictureQuery): Picture {
	const { scene, zone, background } = query;
	const fit = fitPicture(scene, query, query);
	const themed = paletteOf(query.theme);
	const ground = background === 'transparent' ? undefined : (background ?? themed['ground']);
	const palette = { ...themed, ...(ground !== undefined && { ground }) };
	const columns = columnsOf(fit, scene.clock);
	const shown = { ...scene, groups: fit.groups.map(({ group }) => group) };
	// Who looks at a picture does so later: its now has a date.
	const day = formatDate(scene.clock.now, zone);
	const pillPx = pillWidth(day);
	const layout = layoutTimeline(shown, {
		widthsPx: [columns.plot.width],
		zone,
		pillPx,
		labels: pictureLabels
	});
	const isAhead = scene.clock.now < scene.span.from;
	// The shade is mixed for the theme's own ground.
	const aheadX = background !== undefined ? undefined : isAhead ? 0 : layout.nowX;
	const canvas: Canvas = { fit, scene, palette, ground, aheadX, ...columns };
	const rows = layout.axis[0] ?? { lower: [], upper: [] };
	const axis: Part = { ...canvas.plot, y: headHeight(fit), height: sizes.axis };
	const bodies: Mark[] = [];
	const bands: Part[] = [];
	let y = axis.y + axis.height;
	for (const [index, group] of fit.groups.entries()) {
		const drawn = drawGroup(group, layout.groups[index]!, y, canvas);
		bodies.push(...drawn.marks);
		bands.push(...drawn.bands);
		y += drawn.height;
	}
	return {
		width: fit.width,
		height: fit.height,
		scale: fit.scale,
		defs: kinds.map((kind) => fadeOf(kind, palette)).join(''),
		marks: [
			...(ground === undefined
				? []
				: [element('rect', { width: '100%', height: '100%', fill: ground })]),
			...drawHead(canvas),
			...(fit.groups.length
				? [
						...bands.flatMap((band) => drawGrid(rows, aheadX, band, palette)),
						...bodies,
						...nowBands(bands, fit).flatMap((band) => nowLine(layout.nowX, band, palette)),
						...drawAxis(rows, axis, palette),
						...drawPill(day, layout.nowX, axis, palette),
						...columnHeads(axis, canvas)
					]
				: []),
			...drawFoot(canvas)
		]
	};
}

function drawHead({ fit, scene, palette }: Canvas): Mark[] {
	const shown = kindsShown(scene);
	const x = sizes.margin;
	let y: number = sizes.margin;
	/** The base line of the next line of text. */
	const nextBase = (lineHeight: number, size: number) => {
		y += lineHeight;
		return y - lineHeight / 2 + size * baseline;
	};
	const title = fit.title.map((text): Mark => {
		const size = fit.titleSize;
		const line = { x, y: nextBase(sizes.titleLine, size), text, size };
		return { ...line, weight: 600, fill: palette['ink']! };
	});
	if (title.length) y += sizes.titleGap;
	const subtitle = fit.subtitle.map((text): Mark => {
		const line = { x, y: nextBase(sizes.subtitleLine, 16), text, size: 16 };
		return { ...line, weight: 400, fill: palette['ink-soft']! };
	});
	const middle = y + (fit.isNarrow ? sizes.subtitleLine / 2 : -sizes.subtitleLine / 2);
	const right = fit.width - sizes.margin - legendWidth(shown);
	const legend = drawLegend(shown, fit.isNarrow ? x : right, middle, palette);
	return [...title, ...subtitle, ...legend];
}

function columnHeads({ y, height }: Part, { fit, scene, columns, palette }: Canvas): Mark[] {
	if (fit.isNarrow) return [];
	const text = statusHeading(scene.span, scene.clock);
	return [
		soft(palette, { x: columns.status, y: y + height - 6, text, anchor: 'end' }),
		soft(palette, { x: columns.share, y: y + height - 6, text: 'Occupied', anchor: 'end' })
	];
}

/** The now line goes through everything, but for words that stand above lanes. */
function nowBands(bands: readonly Part[], { isNarrow }: PictureFit): readonly Part[] {
	const [first, last] = [bands[0], bands.at(-1)];
	if (isNarrow || !first || !last) return bands;
	return [{ ...first, height: last.y + last.height - first.y }];
}

function nowLine(
	nowX: number | undefined,
	{ x, y, width, height }: Part,
	palette: Palette
): Mark[] {
	if (nowX === undefined) return [];
	const line = { x: x + nowX * width - 1, y, width: 2, height };
	return [element('rect', { ...line, fill: palette['ink'] })];
}

function drawFoot({ fit, palette }: Canvas): Mark[] {
	const top = fit.height - footHeight(fit) + sizes.footGap;
	return fit.foot.map((text, index) =>
		soft(palette, { x: sizes.margin, y: top + index * sizes.footLine + 12, text })
	);
}
