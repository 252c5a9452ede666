import { spanHolds, type Span } from '../time/span.ts';
import { timeScale } from '../time/time-scale.ts';
import type { Zone } from '../time/zone.ts';
import { layoutArea, type AreaPaths } from './area.ts';
import { axisAt, type AxisRows } from './axis.ts';
import { layoutMarks, type LaneMarks } from './bars.ts';
import { deskLabels, placeLabels, type LabelPlace } from './labels.ts';
import { nowPillPx } from './layout.ts';
import { layoutLinks, type RelocationLink } from './links.ts';
import type { ItemsInView, Scene, SceneLane } from './scene.ts';

/**
 * A scene at one width as geometry and nothing else: cheap enough to be made anew for each frame of
 * a view that moves. All x are shares of the plot.
 */
export interface PaintedTimeline {
	readonly view: Span;
	/** The plot's, in px at a 16 px root. */
	readonly widthPx: number;
	readonly axis: AxisRows;
	/** Share at which the clock stands; undefined outside the view. */
	readonly nowX: number | undefined;
	readonly groups: readonly PaintedGroup[];
}

/** A station: the area of its occupied ports, its lanes, and the relocations between them. */
export interface PaintedGroup {
	readonly area: AreaPaths | undefined;
	readonly lanes: readonly PaintedLane[];
	readonly links: readonly RelocationLink[];
}

export interface PaintedLane extends LaneMarks {
	/** By stay id; none for a stay whose name fits nowhere. */
	readonly labels: ReadonlyMap<number, LabelPlace>;
}

export interface PaintedOptions {
	readonly view: Span;
	readonly widthPx: number;
	readonly zone: Zone;
	/** What to draw instead of the scene's own items. */
	readonly items: ItemsInView | undefined;
}

/** `scene` as it is painted for a view. */
export function layoutPainted(
	scene: Scene,
	{ view, widthPx, zone, items }: PaintedOptions
): PaintedTimeline {
	const { clock } = scene;
	const nowX = spanHolds(view, clock.now) ? timeScale(view).share(clock.now) : undefined;
	const room = { nowX, metrics: deskLabels };
	const pill = nowX === undefined ? undefined : { x: nowX, widthPx: nowPillPx };
	const itemsOf = (lane: SceneLane) => (items ? items.itemsOf(lane) : lane.items);
	return {
		view,
		widthPx,
		axis: axisAt(view, widthPx, zone, pill),
		nowX,
		groups: scene.groups.map((group) => {
			const lanes = group.lanes.map((lane) => {
				const marks = layoutMarks(itemsOf(lane), view, clock);
				return { ...marks, labels: placeLabels(marks, widthPx, room) };
			});
			const steps = items ? items.stepsOf(group) : group.steps;
			const area = layoutArea(steps, view, clock, group.occupancy.inUse);
			return { area, lanes, links: layoutLinks(lanes, view) };
		})
	};
}
