import { maxIndex, sum } from 'd3';
import { chooseLanes } from '../timeline/choose-lanes.ts';
import { foldedText, moreText } from '../timeline/folded.ts';
import type { Scene, SceneGroup, SceneLane } from '../timeline/scene.ts';
import { kindsShown } from '../timeline/kinds-shown.ts';
import { legendWidth } from './picture-parts.ts';
import { balanceText, textWidth, wrapText } from './fit-text.ts';

/** Sizes of a picture's parts, in px at a 16 px root: those of the desk. */
export const sizes = {
	margin: 24,
	titleLine: 36,
	title: { most: 28, least: 23 },
	titleGap: 4,
	subtitleLine: 22,
	headGap: 12,
	axis: 44,
	groupGap: 12,
	groupHead: 52,
	folded: 24,
	footGap: 12,
	footLine: 17,
	lane: { least: 28, most: 64 },
	/** The port's name above its lane, where a picture is narrow. */
	laneHead: 24
} as const;

/** Between the subtitle and the legend. */
const legendGap = 24;

/** A wide picture has names beside its lanes, a narrow one above them. */
const leastWidths = { slide: 1200, wide: 960, narrow: 420 } as const;
const narrowUnder = 672;
/** Text is drawn no smaller than at this scale while lanes can be left out instead. */
const leastScale = 0.74;
/** A picture smaller than this at its least scale is a small picture of one that large. */
const thumbnail = { width: 640, height: 360 } as const;
/** Nothing could be told apart at a smaller scale. */
const tiniestScale = 0.05;
/** Each scale tried is so much smaller than the last. */
const step = 0.97;

/** How a scene is fitted into a picture. Sizes in px at a 16 px root, times `scale` in the picture. */
export interface PictureFit {
	readonly scale: number;
	readonly width: number;
	readonly height: number;
	readonly isNarrow: boolean;
	readonly title: readonly string[];
	readonly titleSize: number;
	readonly subtitle: readonly string[];
	readonly foot: readonly string[];
	readonly laneHeight: number;
	/** The stations with the lanes that there is room for. */
	readonly groups: readonly FittedGroup[];
}

export interface FittedGroup {
	readonly group: SceneGroup;
	/** Lanes that were left out. */
	readonly more: number;
}

/** What a picture says besides its lanes. */
export interface PictureWords {
	readonly title: string | undefined;
	readonly subtitle: string;
	readonly foot: readonly string[];
}

interface HeadWords extends PictureWords {
	/** How wide the legend is; beside the subtitle in a wide picture, so that it always has room. */
	readonly legendPx: number;
}

interface Size {
	readonly widthPx: number;
	readonly heightPx: number;
}

/**
 * Fits `scene` into a picture: text as large as all lanes leave it room to be, lanes as high as
 * there is room then. Where text would become too small, lanes are left out, those not in use first.
 */
export function fitPicture(scene: Scene, told: PictureWords, size: Size): PictureFit {
	const words = { ...told, legendPx: legendWidth(kindsShown(scene)) };
	const smallest = Math.min(
		leastScale,
		size.widthPx / thumbnail.width,
		size.heightPx / thumbnail.height
	);
	const wide = widest(scene, words, size, smallest);
	const bounds = { leastWidth: leastWidths.narrow, mostWidth: narrowUnder, smallest };
	const narrow = largest(scene, words, size, bounds);
	const frame = narrow && narrow.scale > (wide?.scale ?? 0) ? narrow : wide;
	const { groups, ...fitted } = frame
		? { ...frame, groups: whole(scene) }
		: crowded(scene, words, size, smallest);
	const rows = sum(groups, ({ group }) => rowsOf(group));
	const left = fitted.height - heightOf(groups, fitted, 0);
	const { least, most } = sizes.lane;
	return {
		...fitted,
		groups,
		laneHeight: Math.min(most, Math.max(least, left / Math.max(1, rows)))
	};
}

/** How many lane heights a station takes: overlapping stays stand on sub-lanes. */
export function rowsOf({ lanes }: SceneGroup): number {
	return sum(lanes, laneRows);
}

export function laneRows({ items }: SceneLane): number {
	return Math.max(1, new Set(items.map((item) => item.subLane)).size);
}

type Frame = Omit<PictureFit, 'groups' | 'laneHeight'>;

/**
 * The frame of a wide picture. Letters smaller than they could be leave more bars room for their
 * names; where that leaves the picture half empty, they are as large as they can be.
 */
function widest(scene: Scene, words: HeadWords, size: Size, smallest: number): Frame | undefined {
	const { slide, wide } = leastWidths;
	const isSlide = size.widthPx > size.heightPx;
	const frame = isSlide ? largest(scene, words, size, { leastWidth: slide, smallest }) : undefined;
	const isFull = frame && heightOf(whole(scene), frame, sizes.lane.most) >= frame.height;
	return isFull ? frame : largest(scene, words, size, { leastWidth: wide, smallest });
}

/** All stations with all their lanes. */
function whole({ groups }: Scene): FittedGroup[] {
	return groups.map((group) => ({ group, more: 0 }));
}

interface Bounds {
	/** Px at a 16 px root. */
	readonly leastWidth: number;
	readonly mostWidth?: number;
	/** Scale. */
	readonly smallest: number;
}

/** The largest scale at which all lanes have room; undefined where there is none in bounds. */
function largest(
	scene: Scene,
	words: HeadWords,
	size: Size,
	{ leastWidth, mostWidth = Infinity, smallest }: Bounds
): Frame | undefined {
	const isNarrow = mostWidth < Infinity;
	for (let scale = size.widthPx / leastWidth; scale >= smallest; scale *= step) {
		const frame = frameAt(words, size, scale, isNarrow);
		if (frame.width > mostWidth) return undefined;
		if (heightOf(whole(scene), frame, sizes.lane.least) <= frame.height) return frame;
	}
	return undefined;
}

function frameAt(words: HeadWords, size: Size, scale: number, isNarrow: boolean): Frame {
	const [width, height] = [size.widthPx / scale, size.heightPx / scale];
	const room = width - 2 * sizes.margin;
	const beside = isNarrow ? room : room - words.legendPx - legendGap;
	const lines = (text: string, fontSize: number, most: number, lineWidth = room) =>
		wrapText(text, { size: fontSize, weight: 400, width: lineWidth, most });
	return {
		scale,
		width,
		height,
		isNarrow,
		...titleIn(words.title, room),
		subtitle: lines(words.subtitle, 16, 3, beside),
		foot: words.foot.flatMap((text) => lines(text, 12, 3))
	};
}

/** The title on one line, a little smaller if that is all it takes; else on up to three. */
function titleIn(title: string | undefined, width: number): Pick<Frame, 'title' | 'titleSize'> {
	const { most, least } = sizes.title;
	if (title === undefined) return { title: [], titleSize: most };
	const needed = textWidth(title, most, 600);
	if (needed <= (width * most) / least)
		return { title: [title], titleSize: Math.min(most, (most * width) / needed) };
	const room = { size: most, weight: 600 as const, width, most: 3 };
	return { title: balanceText(title, room), titleSize: most };
}

/** The height of everything, with lanes of `lane`. */
function heightOf(groups: readonly FittedGroup[], frame: Frame, lane: number): number {
	return (
		headHeight(frame) +
		sizes.axis +
		sum(groups, (one) => groupHeight(one, frame.isNarrow, lane)) +
		footHeight(frame)
	);
}

/** From the picture's upper edge to the axis. */
export function headHeight({ title, subtitle, isNarrow }: Frame): number {
	const legend = isNarrow ? 1 : 0;
	return (
		sizes.margin +
		title.length * sizes.titleLine +
		(title.length ? sizes.titleGap : 0) +
		(subtitle.length + legend) * sizes.subtitleLine +
		sizes.headGap
	);
}

/** From the last station to the picture's lower edge. */
export function footHeight({ foot }: Pick<Frame, 'foot'>): number {
	return sizes.footGap + foot.length * sizes.footLine + sizes.margin;
}

/** The height of a station with its lanes and the line that tells of others. */
export function groupHeight(one: FittedGroup, isNarrow: boolean, lane: number): number {
	const { group } = one;
	const heads = isNarrow ? group.lanes.length * sizes.laneHead : 0;
	const folded = hiddenCount(one) ? sizes.folded : 0;
	return sizes.groupGap + sizes.groupHead + heads + rowsOf(group) * lane + folded;
}

/** How many ports of a station that is open have no lane. */
export function hiddenCount({ group, more }: FittedGroup): number {
	return group.isCollapsed ? 0 : more + group.folded.names.length;
}

/** What is said of them in `width`: how many and why, else how many. */
export function hiddenText(one: FittedGroup, width: number): string {
	const { group, more } = one;
	const parts: string[] = [];
	const { names } = group.folded;
	if (more) parts.push(`${moreText(more)}: no room here`);
	if (names.length) parts.push(`${moreText(names.length)}: ${foldedText(group.folded)}`);
	const text = parts.join(' · ');
	return textWidth(text, 12, 400) > width ? moreText(hiddenCount(one)) : text;
}

/** As many lanes as there is room for; with a lane of each station, letters shrink after all. */
function crowded(
	scene: Scene,
	words: HeadWords,
	size: Size,
	smallest: number
): Frame & { readonly groups: readonly FittedGroup[] } {
	const isNarrow = size.widthPx / smallest < narrowUnder;
	for (let scale = smallest; ; scale *= step) {
		const frame = frameAt(words, size, scale, isNarrow);
		const groups = withRoom(scene.groups, frame);
		const hasRoom = heightOf(groups, frame, sizes.lane.least) <= frame.height;
		if (hasRoom || scale < tiniestScale) return { ...frame, groups };
	}
}

/** What was asked for is drawn before ports that have none of it, and those in use before others. */
const worth = ({ stayCount, isInUse }: SceneLane) => 2 * Number(stayCount > 0) + Number(isInUse);

/** Stations with as many lanes as there is room for. */
function withRoom(groups: readonly SceneGroup[], frame: Frame): FittedGroup[] {
	const cut = (counts: readonly number[]) =>
		groups.map((group, index): FittedGroup => {
			const lanes = chooseLanes(group.lanes, counts[index]!, worth);
			const more = group.lanes.length - lanes.length;
			return { group: { ...group, lanes }, more };
		});
	const counts = groups.map(({ lanes }) => lanes.length);
	const inUse = groups.map(({ lanes }) => lanes.filter((lane) => lane.isInUse).length);
	for (;;) {
		const fitted = cut(counts);
		if (heightOf(fitted, frame, sizes.lane.least) <= frame.height) return fitted;
		// One lane less where most are not in use, else where there are most.
		const idle = counts.map((count, index) => count - Math.max(1, inUse[index]!));
		const giver = maxIndex(Math.max(...idle) > 0 ? idle : counts);
		if (giver < 0 || counts[giver]! <= 1) return fitted;
		counts[giver]!--;
	}
}
