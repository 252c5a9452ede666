import { shortCraftName } from '../docking/craft-name.ts';
import type { BareStay } from '../docking/stay.ts';
import type { Bar, LaneMarks } from './bars.ts';
import { runsOverRungs, type RungRange } from './ladder.ts';
import { textWidthEm } from './text-width.ts';

/** Px around names; one set for the desk, scaled for the wall. */
export interface LabelMetrics {
	readonly fontPx: number;
	/** Between a bar's end and the name in it. */
	readonly padPx: number;
	/** What the arrow of an end that goes on needs. */
	readonly arrowPx: number;
	/** Between a bar and the name beside it, and between that and the next thing. */
	readonly gapPx: number;
	/**
	 * As `padPx`, for a name that has no place otherwise. Left out where the width is not known to the
	 * pixel beforehand: a name would move as soon as it is.
	 */
	readonly tightPadPx?: number;
}

export const deskLabels: LabelMetrics = { fontPx: 13.5, padPx: 10, arrowPx: 7, gapPx: 6 };
export const pictureLabels: LabelMetrics = { ...deskLabels, tightPadPx: 7 };

/** Where a name stands: in its bar, or beside it. */
export type LabelSide = 'inside' | 'right' | 'left';

/** A bar's name at one width. */
export interface LabelPlace {
	readonly text: string;
	readonly side: LabelSide;
	/** Share at which the text is anchored: its start, or its end when `side` is left. */
	readonly x: number;
	/** Px from there: positive to the right. */
	readonly dxPx: number;
	/** Drawn on the bar's full colour; else on the ground or a pale part. */
	readonly isOnSolid: boolean;
}

/** A bar's name on the rungs where it stands so. */
export interface Label extends LabelPlace, RungRange {}

/** No bar is drawn thinner. */
const thinnestPx = 2;

/** A stretch of the plot, in shares or px. */
interface Box {
	readonly x0: number;
	readonly x1: number;
}

/** What decides where names have room beside the bars themselves. */
export interface LabelRoom {
	/** The share at which the now line stands, if it does. */
	readonly nowX?: number | undefined;
	readonly metrics: LabelMetrics;
}

/**
 * The names of the bars of one lane for every width of `widthsPx` (ascending), joined where a
 * name stays put. A name goes into its bar, shortened if it must be, else beside it where nothing
 * is in the way, else into it with less air if that is allowed; a name that fits nowhere is left to
 * the tooltip. No two boxes meet, nor do they meet the marks of bars that melt together.
 */
export function layoutLabels(
	lane: LaneMarks,
	widthsPx: readonly number[],
	room: LabelRoom
): Map<number, Label[]> {
	const atWidth = new Map(widthsPx.map((widthPx) => [widthPx, placeLabels(lane, widthPx, room)]));
	const labels = new Map<number, Label[]>();
	for (const { stay } of lane.bars) {
		const runs = runsOverRungs(
			widthsPx,
			(widthPx) => atWidth.get(widthPx)?.get(stay.id),
			(place) => (place ? `${place.side} ${place.text} ${place.x}` : '')
		);
		const own = runs.flatMap(({ value, ...range }) => (value ? [{ ...value, ...range }] : []));
		if (own.length) labels.set(stay.id, own);
	}
	return labels;
}

/** The names of the bars of one lane at one width, by stay id; see `layoutLabels`. */
export function placeLabels(
	{ bars, marks }: LaneMarks,
	widthPx: number,
	room: LabelRoom
): Map<number, LabelPlace> {
	const places = new Map<number, LabelPlace>();
	const taken = new Map<number, Box[]>();
	for (const { subLane, x0, x1 } of [...bars, ...marks]) {
		const boxes = taken.get(subLane) ?? [];
		boxes.push({ x0: x0 * widthPx, x1: Math.max(x1 * widthPx, x0 * widthPx + thinnestPx) });
		taken.set(subLane, boxes);
	}
	const { metrics } = room;
	for (const bar of bars) {
		const inside = placeInside(bar, widthPx, metrics, metrics.padPx);
		if (inside) places.set(bar.stay.id, inside);
	}
	for (const bar of bars.toSorted(byImportance)) {
		if (places.has(bar.stay.id)) continue;
		const boxes = taken.get(bar.subLane)!;
		const beside = placeBeside(bar, widthPx, boxes, room);
		const place = beside?.place ?? placeTightly(bar, widthPx, metrics);
		if (place) places.set(bar.stay.id, place);
		if (beside) boxes.push(beside.box);
	}
	return places;
}

/** Who is there now goes first, then the latest. */
function byImportance(a: Bar, b: Bar): number {
	const docked = Number(b.state === 'docked') - Number(a.state === 'docked');
	return docked || b.stay.docking - a.stay.docking;
}

/** The forms of a craft's name, longest first. */
export function labelTexts(craft: string): string[] {
	const short = shortCraftName(craft);
	return short && short !== craft ? [craft, short] : [craft];
}

/** A form of a name, and its width in em. */
interface SizedText {
	readonly text: string;
	readonly widthEm: number;
}

/** Names are measured once: a view that moves asks for them at each frame. */
const sized = new WeakMap<BareStay, readonly SizedText[]>();

function sizedTexts(stay: BareStay): readonly SizedText[] {
	const known = sized.get(stay);
	if (known) return known;
	const texts = labelTexts(stay.craft).map((text) => ({ text, widthEm: textWidthEm(text) }));
	sized.set(stay, texts);
	return texts;
}

/** Into the first stretch of the bar that has room; pinned to where it is seen. */
function placeInside(
	{ stay, segments, startsBefore, goesOn }: Bar,
	widthPx: number,
	{ arrowPx, fontPx, padPx: usualPadPx }: LabelMetrics,
	padPx: number
): LabelPlace | undefined {
	for (const { text, widthEm } of sizedTexts(stay)) {
		const textPx = widthEm * fontPx;
		for (const [index, { x0, x1, style }] of segments.entries()) {
			const dxPx = padPx + (startsBefore && index === 0 ? arrowPx : 0);
			// An arrow has air of its own.
			const endPx = goesOn && index === segments.length - 1 ? arrowPx + usualPadPx / 2 : padPx;
			if (textPx > (x1 - x0) * widthPx - dxPx - endPx) continue;
			return { text, side: 'inside', x: x0, dxPx, isOnSolid: style === 'solid' };
		}
	}
	return undefined;
}

function placeTightly(bar: Bar, widthPx: number, metrics: LabelMetrics): LabelPlace | undefined {
	const { tightPadPx } = metrics;
	return tightPadPx === undefined ? undefined : placeInside(bar, widthPx, metrics, tightPadPx);
}

function placeBeside(
	bar: Bar,
	widthPx: number,
	boxes: readonly Box[],
	{ nowX, metrics }: LabelRoom
): { place: LabelPlace; box: Box } | undefined {
	const nowPx = nowX === undefined ? undefined : nowX * widthPx;
	const sides: LabelSide[] = bar.goesOn ? ['left', 'right'] : ['right', 'left'];
	for (const { text, widthEm } of sizedTexts(bar.stay)) {
		const textPx = widthEm * metrics.fontPx;
		for (const side of sides) {
			const box = boxBeside(bar, side, textPx, widthPx, metrics.gapPx);
			const isFree =
				box.x0 >= 0 &&
				box.x1 <= widthPx &&
				!(nowPx !== undefined && meets(box, { x0: nowPx, x1: nowPx }, metrics.gapPx / 2)) &&
				!boxes.some((other) => meets(box, other, metrics.gapPx - 1));
			if (!isFree) continue;
			const x = side === 'right' ? bar.x1 : bar.x0;
			const dxPx = side === 'right' ? metrics.gapPx : -metrics.gapPx;
			return { place: { text, side, x, dxPx, isOnSolid: false }, box };
		}
	}
	return undefined;
}

function boxBeside(bar: Bar, side: LabelSide, textPx: number, widthPx: number, gapPx: number): Box {
	if (side === 'right') {
		const x0 = bar.x1 * widthPx + gapPx;
		return { x0, x1: x0 + textPx };
	}
	const x1 = bar.x0 * widthPx - gapPx;
	return { x0: x1 - textPx, x1 };
}

function meets(a: Box, b: Box, gapPx: number): boolean {
	return a.x0 < b.x1 + gapPx && b.x0 < a.x1 + gapPx;
}
