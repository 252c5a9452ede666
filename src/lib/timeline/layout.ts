import { stayName } from '../docking/stay-text.ts';
import type { BareStay } from '../docking/stay.ts';
import { timeScale } from '../time/time-scale.ts';
import { spanHolds } from '../time/span.ts';
import type { Zone } from '../time/zone.ts';
import { layoutArea, type AreaPaths } from './area.ts';
import { layoutArrows } from './arrows.ts';
import { layoutAxis, type AxisVariant } from './axis.ts';
import { layoutMarks, stillFrame, type Frame, type LaneMarks } from './bars.ts';
import { drawBar, drawRun, reuseDrawings, type Drawings } from './drawings.ts';
import {
	deskLabels,
	layoutLabels,
	type Box,
	type Label,
	type LabelMetrics,
	type LabelRoom
} from './labels.ts';
import { layoutLinks, type RelocationLink } from './links.ts';
import type { ViewClock } from '../docking/state.ts';
import type { Keep } from './slices.ts';
import type { FrameItems, Scene, SceneGroup, SceneLane } from './scene.ts';

/** How a scene is laid out. */
export interface LayoutOptions {
	/** Plot widths in px, ascending: the ladder where the width is not known, else that one. */
	readonly widthsPx: readonly number[];
	readonly zone: Zone;
	readonly labels?: LabelMetrics;
	/** How wide the pill at the now line is; as wide as the word now when left out. */
	readonly pillPx?: number;
	/** Where the drawing stands; the scene's own span and nothing beyond it when left out. */
	readonly frame?: Frame;
	/** What to draw instead of the scene's own items. */
	readonly items?: FrameItems | undefined;
	/** May give a former drawing back instead of a new one; draws everything when left out. */
	readonly keep?: Keep;
}

/** A scene with its geometry; all x are shares of the plot's width, from the anchor's beginning. */
export interface TimelineLayout {
	readonly frame: Frame;
	/** What is seen of the plot, in shares. */
	readonly seen: Box;
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
	readonly frame: Frame;
	/** By stay id; none for a stay whose name fits nowhere. */
	readonly labels: ReadonlyMap<number, readonly Label[]>;
}

/** The word now in its pill, and the ground around it. */
const nowPillPx = 56;

/** The layout of `scene`; pure, and without work for stays that the scene does not hold. */
export function layoutTimeline(scene: Scene, options: LayoutOptions): TimelineLayout {
	const { widthsPx, zone, pillPx = nowPillPx, frame = stillFrame(scene.span) } = options;
	const scale = timeScale(frame.anchor);
	const view = { x0: scale.share(frame.view.from), x1: scale.share(frame.view.to) };
	const isNowSeen = spanHolds(frame.view, scene.clock.now);
	const nowX = isNowSeen ? scale.share(scene.clock.now) : undefined;
	const room = { view, nowX, metrics: options.labels ?? deskLabels };
	const pill = nowX === undefined ? undefined : { x: nowX - view.x0, widthPx: pillPx };
	return {
		frame,
		seen: view,
		axis: layoutAxis(frame.view, widthsPx, zone, pill).map((rows) => moved(rows, view)),
		...(nowX !== undefined && { nowX }),
		groups: scene.groups.map((group) => layoutGroup(group, { scene, frame, room, ...options }))
	};
}

/** The axis is laid out for what is seen; its place is told from the anchor, as all others are. */
function moved(rows: AxisVariant, view: Box): AxisVariant {
	if (view.x0 === 0) return rows;
	const move = <T extends { readonly x: number }>(tick: T) => ({ ...tick, x: tick.x + view.x0 });
	return { ...rows, lower: rows.lower.map(move), upper: rows.upper.map(move) };
}

interface GroupOptions extends Pick<LayoutOptions, 'widthsPx' | 'keep' | 'items'> {
	readonly scene: Scene;
	readonly frame: Frame;
	readonly room: LabelRoom;
}

function layoutGroup(group: SceneGroup, options: GroupOptions): GroupLayout {
	const { frame, scene, items, keep = (_, draw) => draw() } = options;
	const area = keep(`area ${group.host.key}`, () => {
		const steps = items ? items.stepsOf(group) : group.steps;
		return layoutArea(steps, frame, scene.clock, group.occupancy.inUse);
	});
	const lanes = group.lanes.map((lane) =>
		keep(`lane ${lane.port.id}`, () => layoutLane(lane, options), {
			reuse: reuseDrawings,
			sizeOf: ({ stays, runs }) => stays.length + runs.length
		})
	);
	return { group, ...(area && { area }), lanes, links: layoutLinks(lanes, frame) };
}

function layoutLane(lane: SceneLane, options: GroupOptions): LaneLayout {
	const { frame, scene, room, widthsPx, items } = options;
	const marks = layoutMarks(items ? items.itemsOf(lane) : lane.items, frame, scene.clock);
	const labels = layoutLabels(marks, widthsPx, room);
	const stays = marks.bars.map((bar) => {
		const { stay } = bar;
		const name = nameOf(stay, lane.port.name, scene.clock);
		const arrows = layoutArrows(bar, widthsPx, room.view);
		return drawBar(bar, name, labels.get(stay.id) ?? [], arrows, marks.subLanes);
	});
	const runs = marks.marks.map((mark) => drawRun(mark, marks.subLanes));
	return { lane, frame, ...marks, stays, runs, labels };
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
