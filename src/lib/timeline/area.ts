import { max } from 'd3';
import type { Instant } from '../time/instant.ts';
import { timeScale } from '../time/time-scale.ts';
import type { Span } from '../time/span.ts';
import type { ViewClock } from '../docking/state.ts';
import type { OccupancyStep } from '../docking/occupancy.ts';

/** The box that area paths are drawn in; stretched to the plot. */
export const areaBox = { width: 1000, height: 100 } as const;

/** A path has no more steps than this. */
const mostColumns = 1000;

/** The area chart of how many ports were occupied, as SVG paths in `areaBox`. */
export interface AreaPaths {
	/** Filled as far as it is known. */
	readonly area: string;
	/** Goes on to now. */
	readonly line: string;
	/** Y of the dotted ceiling: the number of ports. */
	readonly ceilingY: number;
	/** Y of the last step: where its number stands. */
	readonly lastY: number;
	/** Where it ends in time, and as a share of the view. */
	readonly end: Instant;
	readonly endX: number;
	readonly lastCount: number;
}

/**
 * Paths of `steps` over `view`, ending at `now`; `ceiling` ports reach 90% of the height, more than
 * that stretches the scale. Undefined when nothing of it has passed.
 */
export function layoutArea(
	steps: readonly OccupancyStep[],
	view: Span,
	{ now, knownUntil }: ViewClock,
	ceiling: number
): AreaPaths | undefined {
	const end = Math.min(now, view.to) as Instant;
	const last = steps.at(-1);
	if (!last || end <= view.from) return undefined;
	const seen = steps.filter((step, index) => {
		const next = steps[index + 1]?.at ?? Infinity;
		return step.at < view.to && next > view.from;
	});
	const top = Math.max(ceiling, max(seen, (step) => step.count) ?? 0, 1);
	const scale = timeScale(view);
	const x = (at: Instant) => round(scale.clampedShare(at) * areaBox.width);
	const y = (count: number) => round(areaBox.height * (1 - (count / top) * 0.9));
	const points = [...thin(steps, view), { at: end, count: last.count }];
	const outline = (lastX: number) =>
		points
			.map(({ at, count }, index) => (index ? `H${Math.min(x(at), lastX)}V${y(count)}` : y(count)))
			.join('');
	const line = outline(Infinity);
	const filled = knownUntil < end ? outline(x(knownUntil)) : line;
	const x0 = x(points[0]!.at);
	return {
		area: `M${x0},${areaBox.height}V${filled}V${areaBox.height}Z`,
		line: `M${x0},${line}`,
		ceilingY: y(ceiling),
		lastY: y(last.count) / areaBox.height,
		end,
		endX: scale.share(end),
		lastCount: last.count
	};
}

/** At most the highest step of each of so many columns, so that paths stay short. */
function thin(steps: readonly OccupancyStep[], span: Span): OccupancyStep[] {
	if (steps.length <= mostColumns) return [...steps];
	const scale = timeScale(span);
	const highest = new Map<number, OccupancyStep>();
	for (const step of steps) {
		const column = Math.floor(scale.clampedShare(step.at) * mostColumns);
		const known = highest.get(column);
		if (!known || step.count > known.count) highest.set(column, step);
	}
	return [...highest.values()];
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
