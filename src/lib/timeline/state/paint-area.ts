import { areaBox, type AreaPaths } from '../area.ts';
import type { PaintedTimeline } from '../painted.ts';
import type { Brush } from './paint.ts';

/** Paints how many ports were occupied. */
export function paintArea(
	area: AreaPaths,
	{ widthPx }: PaintedTimeline,
	{ y, height }: { readonly y: number; readonly height: number },
	{ pen, palette }: Brush
): void {
	const place = new DOMMatrix([widthPx / areaBox.width, 0, 0, height / areaBox.height, 0, y]);
	const placed = (path: string) => {
		const moved = new Path2D();
		moved.addPath(new Path2D(path), place);
		return moved;
	};
	pen.fillStyle = palette.area;
	pen.fill(placed(area.area));
	pen.lineWidth = 1;
	pen.setLineDash([]);
	pen.strokeStyle = palette['ink-soft'];
	pen.stroke(placed(area.line));
	pen.strokeStyle = palette['line-strong'];
	pen.setLineDash([1, 4]);
	pen.stroke(placed(`M0,${area.ceilingY}H${areaBox.width}`));
}
