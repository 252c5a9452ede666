import type { Kind } from '../docking/stay.ts';
import { tickLabelDxPx, type AxisRows } from '../timeline/axis.ts';
import { areaBox, type AreaPaths } from '../timeline/area.ts';
import { textWidth } from './fit-text.ts';
import { baseline } from '../timeline/bar-pieces.ts';
import type { Palette } from './palette.ts';
import { element, rounded, type Mark } from './svg.ts';

/** A part of the picture. */
export interface Part {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Of an area's height, so that there is room for the words on it. */
const leastForWords = 40;

/** The two rows of the axis. */
export function drawAxis({ lower, upper }: AxisRows, part: Part, palette: Palette): Mark[] {
	const at = (share: number) => part.x + share * part.width;
	const bottom = part.y + part.height;
	const marks: Mark[] = [];
	for (const tick of lower) {
		marks.push(vertical(at(tick.x), part.y + part.height * 0.6, bottom, palette['line']));
		if (!tick.label) continue;
		const x = at(tick.x) + tickLabelDxPx;
		marks.push(soft(palette, { x, y: bottom - 6, text: tick.label }));
	}
	for (const tick of upper) {
		const isFirst = tick.x <= 0;
		if (!isFirst) marks.push(vertical(at(tick.x), part.y, bottom, palette['line-strong']));
		if (!tick.label) continue;
		marks.push({
			x: at(tick.x) + (isFirst ? 0 : tickLabelDxPx),
			y: part.y + 13,
			text: tick.label,
			size: 12,
			weight: 600,
			fill: palette['ink']!
		});
	}
	return marks;
}

/** How wide the pill is that says `text`. */
export function pillWidth(text: string): number {
	return Math.ceil(textWidth(text, 12, 600)) + 24;
}

/** The pill above the now line, within its part. */
export function drawPill(
	text: string,
	nowX: number | undefined,
	part: Part,
	palette: Palette
): Mark[] {
	if (nowX === undefined) return [];
	const width = pillWidth(text);
	const left = part.x + nowX * part.width - width / 2;
	const x = Math.min(Math.max(left, part.x), part.x + part.width - width);
	const height = 20;
	return [
		element('rect', { x, y: part.y, width, height, rx: height / 2, fill: palette['ink'] }),
		{
			x: x + width / 2,
			y: part.y + height / 2 + 12 * baseline,
			text,
			size: 12,
			weight: 600,
			anchor: 'middle',
			fill: palette['ground']!
		}
	];
}

/** Behind a band of lanes: a line at each tick, and the shade of what lies ahead of `aheadX`. */
export function drawGrid(
	{ lower, upper }: AxisRows,
	aheadX: number | undefined,
	part: Part,
	palette: Palette
): Mark[] {
	const at = (share: number) => part.x + share * part.width;
	const lines = [
		...lower.map(({ x }) => [x, palette['line']] as const),
		...upper.filter(({ x }) => x > 0).map(({ x }) => [x, palette['line-strong']] as const)
	];
	const shade =
		aheadX === undefined
			? []
			: [
					element('rect', {
						x: at(aheadX),
						y: part.y,
						width: Math.max(0, (1 - aheadX) * part.width),
						height: part.height,
						fill: palette['ahead']
					})
				];
	return [
		...shade,
		...lines.map(([x, stroke]) => vertical(at(x), part.y, part.y + part.height, stroke))
	];
}

/**
 * How many ports were occupied over time, with the ports in use as a dotted ceiling; a low part has
 * no room for words on it.
 */
export function drawArea(area: AreaPaths, ports: number, part: Part, palette: Palette): Mark[] {
	const x0 = part.x;
	const scaleX = part.width / areaBox.width;
	const scaleY = part.height / areaBox.height;
	const placed = (path: string) => movedPath(path, { x0, y0: part.y, scaleX, scaleY });
	const ceiling = part.y + area.ceilingY * scaleY;
	const right = part.x + part.width;
	const marks: Mark[] = [
		element('path', { d: placed(area.area), fill: palette['area'] }),
		element('path', { d: placed(area.line), fill: 'none', stroke: palette['ink-soft'] })
	];
	const endX = part.x + area.endX * part.width;
	if (ports) {
		marks.push(
			element('line', {
				x1: part.x,
				x2: right,
				y1: ceiling,
				y2: ceiling,
				stroke: palette['line-strong'],
				'stroke-dasharray': '1 4'
			})
		);
	}
	if (ports && part.height >= leastForWords) {
		const text = `${ports} ${ports === 1 ? 'port' : 'ports'}`;
		// Where little lies ahead of now, the words stand before the now line.
		const isBefore = right - endX < textWidth(text, 12) + 8 && endX < right;
		const x = (isBefore ? endX : right) - 4;
		marks.push(soft(palette, { x, y: ceiling - 3, text, anchor: 'end' }));
	}
	if (endX > part.x && right - endX > 16)
		marks.push({
			x: endX + 6,
			y: part.y + area.lastY * part.height + 12 * baseline,
			text: String(area.lastCount),
			size: 12,
			weight: 600,
			fill: palette['ink']!
		});
	return marks;
}

interface Move {
	readonly x0: number;
	readonly y0: number;
	readonly scaleX: number;
	readonly scaleY: number;
}

/** A path of absolute M, H and V as an area has it, elsewhere and in another size. */
function movedPath(path: string, { x0, y0, scaleX, scaleY }: Move): string {
	const x = (text: string) => rounded(x0 + Number(text) * scaleX);
	const y = (text: string) => rounded(y0 + Number(text) * scaleY);
	return path.replace(
		/([MHV])(-?[\d.]+)(?:,(-?[\d.]+))?/g,
		(_, command: string, first: string, second?: string) => {
			if (command === 'M') return `M${x(first)},${y(second ?? '0')}`;
			return command === 'H' ? `H${x(first)}` : `V${y(first)}`;
		}
	);
}

const swatch = { width: 24, height: 14, gap: 6, after: 16 } as const;

/** The width of the legend of `shown`. */
export function legendWidth(shown: readonly Kind[]): number {
	const widths = shown.map((kind) => swatch.width + swatch.gap + textWidth(kind, 13.5));
	return widths.reduce((sum, width) => sum + width + swatch.after, -swatch.after);
}

/** The legend from `x`, around the middle of a line at `y`. */
export function drawLegend(shown: readonly Kind[], x: number, y: number, palette: Palette): Mark[] {
	let left = x;
	return shown.flatMap((kind): Mark[] => {
		const own = palette[kind];
		const isOther = kind === 'other';
		const box = element('rect', {
			x: left + 1,
			y: y - 6,
			width: 22,
			height: 12,
			rx: kind === 'crew' ? 6 : 1.5,
			fill: isOther ? palette['other-pale'] : own,
			...(isOther && { stroke: own, 'stroke-width': 1.5 })
		});
		const frame = element('rect', {
			...{ x: left + 3.5, y: y - 3.5, width: 17, height: 7 },
			...{ fill: 'none', stroke: palette['ground'] }
		});
		const textX = left + swatch.width + swatch.gap;
		left = textX + textWidth(kind, 13.5) + swatch.after;
		return [
			box,
			...(kind === 'module' ? [frame] : []),
			{
				x: textX,
				y: y + 13.5 * baseline,
				text: kind,
				size: 13.5,
				weight: 400,
				fill: palette['ink']!
			}
		];
	});
}

/** Small text in soft ink. */
export function soft(
	palette: Palette,
	mark: { x: number; y: number; text: string; anchor?: 'end' | 'middle' }
): Mark {
	return { ...mark, size: 12, weight: 400, fill: palette['ink-soft']! };
}

function vertical(x: number, y1: number, y2: number, stroke: string | undefined): string {
	// On half a unit, so that the line is one unit wide and no two.
	const at = Math.round(x) + 0.5;
	return element('line', { x1: at, x2: at, y1, y2, stroke });
}
