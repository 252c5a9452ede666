import { stayName } from '../docking/stay-text.ts';
import type { BareStay } from '../docking/stay.ts';
import { timeScale } from '../time/time-scale.ts';
import { spanHolds, type Span } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';
import { layoutArea, type AreaPaths } from './area.ts';
import { layoutArrows } from './arrows.ts';
import { layoutAxis, type AxisVariant } from './axis.ts';
import { layoutMarks, type LaneMarks } from './bars.ts';
import { drawBar, drawRun, type Drawings } from './drawings.ts';
import {
	deskLabels,
	layoutLabels,
	type Label,
	type LabelMetrics,
	type LabelRoom
} from './labels.ts';
import { layoutLinks, type RelocationLink } from './links.ts';
import type { ViewClock } from '../docking/state.ts';
import type { Keep } from './slices.ts';
import type { ItemsInView, Scene, SceneGroup, SceneLane } from './scene.ts';

/** How a scene is laid out. */
export interface LayoutOptions {
	/** Plot widths in px, ascending: the ladder where the width is not known, else that one. */
	readonly widthsPx: readonly number[];
	readonly zone: Zone;
	readonly labels?: LabelMetrics;
	/** How wide the pill at the now line is; as wide as the word now when left out. */
	readonly pillPx?: number;
	/** What is seen; the scene's own span when left out. */
	readonly view?: Span;
	/** What to draw instead of the scene's own items. */
	readonly items?: ItemsInView | undefined;
	/** May give a former drawing back instead of a new one; draws everything when left out. */
	readonly keep?: Keep;
}

/** A scene with its geometry; all x are shares of the plot's width. */
export interface TimelineLayout {
	readonly view: Span;
	readonly axis: readonly AxisVariant[];
	/** Share at which the clock stands; undefined outside the view. */
	readonly nowX?: number;
	readonly groups: readonly GroupLayout[];
}

export interface GroupLayout {
	readonly group: SceneGroup;
	readonly area?: AreaPaths;
	readonly lanes: readonly LaneLayout[];
	readonly links: readonly RelocationLink[];
}

export interface LaneLayout extends LaneMarks, Drawings {
	readonly lane: SceneLane;
	/** What it was drawn for. */
	readonly view: Span;
	/** By stay id; none for a stay whose name fits nowhere. */
	readonly labels: ReadonlyMap<number, readonly Label[]>;
}

/** The word now in its pill, and the ground around it. */
export const nowPillPx = 56;

/** The layout of `scene`; pure, and without work for stays that the scene does not hold. */
export function layoutTimeline(scene: Scene, options: LayoutOptions): TimelineLayout {
	const { widthsPx, zone, pillPx = nowPillPx, view = scene.span } = options;
	const isNowSeen = spanHolds(view, scene.clock.now);
	const nowX = isNowSeen ? timeScale(view).share(scene.clock.now) : undefined;
	const room = { nowX, metrics: options.labels ?? deskLabels };
	const pill = nowX === undefined ? undefined : { x: nowX, widthPx: pillPx };
	return {
		view,
		axis: layoutAxis(view, widthsPx, zone, pill),
		...(nowX !== undefined && { nowX }),
		groups: scene.groups.map((group) => layoutGroup(group, { ...options, scene, view, room }))
	};
}

interface GroupOptions extends Pick<LayoutOptions, 'widthsPx' | 'keep' | 'items'> {
	readonly scene: Scene;
	readonly view: Span;
	readonly room: LabelRoom;
}

function layoutGroup(group: SceneGroup, options: GroupOptions): GroupLayout {
	const { view, scene, items, keep = (_, draw) => draw() } = options;
	const area = keep(`area ${group.host.key}`, () => {
		const steps = items ? items.stepsOf(group) : group.steps;
		return layoutArea(steps, view, scene.clock, group.occupancy.inUse);
	});
	const sizeOf = ({ stays, runs }: LaneLayout) => stays.length + runs.length;
	const lanes = group.lanes.map((lane) =>
		keep(`lane ${lane.port.id}`, () => layoutLane(lane, options), sizeOf)
	);
	return { group, ...(area && { area }), lanes, links: layoutLinks(lanes, view) };
}

function layoutLane(lane: SceneLane, options: GroupOptions): LaneLayout {
	const { view, scene, room, widthsPx, items } = options;
	const marks = layoutMarks(items ? items.itemsOf(lane) : lane.items, view, scene.clock);
	const labels = layoutLabels(marks, widthsPx, room);
	const stays = marks.bars.map((bar) => {
		const { stay } = bar;
		const name = nameOf(stay, lane.port.name, scene.clock);
		const arrows = layoutArrows(bar, widthsPx);
		return drawBar(bar, name, labels.get(stay.id) ?? [], arrows, marks.subLanes);
	});
	const runs = marks.marks.map((mark) => drawRun(mark, marks.subLanes));
	return { lane, view, ...marks, stays, runs, labels };
}

/** Names as they were last asked for: those of a drawing are the same from frame to frame. */
const named = new WeakMap<BareStay, { portName: string; clock: ViewClock; name: string }>();

function nameOf(stay: BareStay, portName: string, clock: ViewClock): string {
	const known = named.get(stay);
	if (known?.clock === clock && known.portName === portName) return known.name;
	const name = stayName(stay, portName, clock);
	named.set(stay, { portName, clock, name });
	return name;
}
