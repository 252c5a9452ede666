import { timeScale } from '../time/time-scale.ts';
import { spanHolds } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';
import { layoutArea, type AreaPaths } from './area.ts';
import { arrowRanges } from './arrows.ts';
import { layoutAxis, type AxisVariant } from './axis.ts';
import { layoutBars, type Bar } from './bars.ts';
import { mergeAbove, mergeBars, type DensityMark } from './density.ts';
import { deskLabels, layoutLabels, type Label, type LabelMetrics } from './labels.ts';
import type { RungRange } from './ladder.ts';
import { layoutLinks, type RelocationLink } from './links.ts';
import type { Scene, SceneGroup, SceneLane } from './scene.ts';

/** How a scene is laid out. */
export interface LayoutOptions {
	/** Plot widths in px, ascending: the ladder where the width is not known, else that one. */
	readonly widthsPx: readonly number[];
	readonly zone: Zone;
	readonly labels?: LabelMetrics;
}

/** A scene with its geometry; all x are shares of the plot's width. */
export interface TimelineLayout {
	readonly axis: readonly AxisVariant[];
	/** Share at which the clock stands; undefined outside the span. */
	readonly nowX?: number;
	readonly groups: readonly GroupLayout[];
}

export interface GroupLayout {
	readonly group: SceneGroup;
	readonly area?: AreaPaths;
	readonly lanes: readonly LaneLayout[];
	readonly links: readonly RelocationLink[];
}

export interface LaneLayout {
	readonly lane: SceneLane;
	readonly bars: readonly Bar[];
	readonly marks: readonly DensityMark[];
	/** By stay id; none for a stay whose name fits nowhere. */
	readonly labels: ReadonlyMap<number, readonly Label[]>;
	/** By stay id: where the arrows of ends that go on have room. */
	readonly arrows: ReadonlyMap<number, readonly RungRange[]>;
	/** Heights of one lane that it needs. */
	readonly subLanes: number;
}

/** The width that bars melt together at while the true one is unknown. */
const assumedWidthPx = 1280;

/** The layout of `scene`; pure, and without work for stays that the scene does not hold. */
export function layoutTimeline(scene: Scene, options: LayoutOptions): TimelineLayout {
	const nowX = spanHolds(scene.span, scene.clock.now)
		? timeScale(scene.span).share(scene.clock.now)
		: undefined;
	return {
		axis: layoutAxis(scene.span, options.widthsPx, options.zone, nowX),
		...(nowX !== undefined && { nowX }),
		groups: scene.groups.map((group) => layoutGroup(group, scene, nowX, options))
	};
}

function layoutGroup(
	group: SceneGroup,
	scene: Scene,
	nowX: number | undefined,
	options: LayoutOptions
): GroupLayout {
	const area = layoutArea(group.steps, scene.span, scene.clock.now, group.occupancy.inUse);
	const lanes = group.lanes.map((lane) => layoutLane(lane, scene, nowX, options));
	return { group, ...(area && { area }), lanes, links: layoutLinks(lanes, scene) };
}

function layoutLane(
	lane: SceneLane,
	scene: Scene,
	nowX: number | undefined,
	options: LayoutOptions
): LaneLayout {
	const { bars, subLanes } = layoutBars(lane.stays, timeScale(scene.span), scene.clock);
	const widthPx = options.widthsPx.length === 1 ? options.widthsPx[0]! : assumedWidthPx;
	const merged = scene.stayCount > mergeAbove ? mergeBars(bars, widthPx) : { bars, marks: [] };
	return {
		lane,
		...merged,
		arrows: new Map(merged.bars.map((bar) => [bar.stay.id, arrowRanges(bar, options.widthsPx)])),
		labels: layoutLabels(merged, options.widthsPx, nowX, options.labels ?? deskLabels),
		subLanes
	};
}
