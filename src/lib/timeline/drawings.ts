import type { StayState } from '../docking/stay.ts';
import type { BarArrows } from './arrows.ts';
import type { Bar, RunMark } from './bars.ts';
import { deskLabels, type Label } from './labels.ts';
import { rungClass } from './ladder.ts';
import { itemKey, type Run } from './lane-items.ts';

/** A stay's bar as the elements that it is drawn with: nothing is left to reckon. */
export interface StayDrawing {
	readonly id: number;
	readonly name: string;
	readonly state: StayState;
	readonly className: string;
	/** Inline CSS; positions are shares of the plot. */
	readonly style: string;
	/** Stretches, arrows and names, from back to front; positions are shares of the bar. */
	readonly parts: readonly DrawnPart[];
}

/** A piece of a bar. */
export interface DrawnPart {
	readonly key: string;
	readonly className: string;
	readonly style: string;
	readonly text: string;
}

/** A run's mark as it is drawn. */
export interface RunDrawing {
	/** As {@link itemKey} gives it: the same runs have the same key. */
	readonly key: string;
	readonly run: Run;
	/** Inline CSS; positions are shares of the plot. */
	readonly style: string;
}

const percent = (share: number) => `${+(share * 100).toFixed(4)}%`;
const em = (px: number) => `${+(px / deskLabels.fontPx).toFixed(3)}em`;
const classes = (...names: (string | false)[]) => names.filter(Boolean).join(' ');
const gapPx = 2;
/** Stays that touch keep a gap of ground; nothing is ever thinner than a tick. */
const wide = (share: string, isFlat: boolean) =>
	isFlat ? `max(${share}, 2px)` : `max(${share} - ${gapPx}px, 2px)`;

/**
 * The drawing of a bar in a lane of so many sub-lanes: round ends for crew, square for cargo, an
 * inner frame for modules, a pale box for other. One box where all of it is equally sure, else one a
 * stretch.
 */
export function drawBar(
	bar: Bar,
	name: string,
	labels: readonly Label[],
	arrows: BarArrows | undefined,
	subLanes: number
): StayDrawing {
	const { stay, state, segments } = bar;
	const only = segments.length === 1 ? segments[0] : undefined;
	const width = wide(percent(bar.x1 - bar.x0), !only || bar.goesOn);
	return {
		id: stay.id,
		name,
		state,
		className: classes(
			'stay',
			stay.kind,
			only ? `shape ${only.style}` : false,
			only !== undefined && bar.isFaded && 'faded',
			bar.startsBefore && 'flat-left',
			bar.goesOn && 'flat-right'
		),
		style: `left:${percent(bar.x0)};width:${width};${stands(bar.subLane, subLanes, 0.16)}`,
		parts: [
			...(only ? [] : stretches(bar)),
			...(arrows ? drawArrows(bar, arrows) : []),
			...labels.map((label) => drawLabel(bar, label))
		]
	};
}

/** The drawing of a run in a lane of so many sub-lanes. */
export function drawRun({ run, x0, x1, subLane }: RunMark, subLanes: number): RunDrawing {
	const width = `max(${percent(x1 - x0)}, 2px)`;
	const style = `left:${percent(x0)};width:${width};${stands(subLane, subLanes, 0.26)}`;
	return { key: itemKey(run), run, style };
}

/** What of a lane is drawn. */
export interface Drawings {
	readonly stays: readonly StayDrawing[];
	readonly runs: readonly RunDrawing[];
}

function stands(subLane: number, subLanes: number, marginShare: number): string {
	const top = percent((subLane + marginShare) / subLanes);
	return `top:${top};height:${percent((1 - 2 * marginShare) / subLanes)}`;
}

/** A place on the plot as a share of the bar. */
function within(bar: Bar, x: number): number {
	return bar.x1 > bar.x0 ? (x - bar.x0) / (bar.x1 - bar.x0) : 0;
}

function stretches(bar: Bar): DrawnPart[] {
	const last = bar.segments.length - 1;
	return bar.segments.map((segment, index) => {
		const [from, to] = [within(bar, segment.x0), within(bar, segment.x1)];
		const isFlatRight = index < last || bar.goesOn;
		return {
			key: segment.style,
			className: classes(
				`shape ${segment.style}`,
				(index > 0 || bar.startsBefore) && 'flat-left',
				isFlatRight && 'flat-right'
			),
			style: `left:${percent(from)};width:${wide(percent(to - from), isFlatRight)}`,
			text: ''
		};
	});
}

function drawArrows(bar: Bar, { left, right, leftOn, rightOn, ranges }: BarArrows): DrawnPart[] {
	return ranges.flatMap((range, index) => {
		const rungs = rungClass(range);
		const drawn: DrawnPart[] = [];
		if (left !== undefined) {
			const style = `left:calc(${percent(within(bar, left))} + 0.2em)`;
			const className = classes('arrow', leftOn, rungs);
			drawn.push({ key: `‹${index}`, className, style, text: '‹' });
		}
		if (right !== undefined) {
			const style = `right:calc(${percent(1 - within(bar, right))} + 0.2em)`;
			const className = classes('arrow', rightOn, rungs);
			drawn.push({ key: `›${index}`, className, style, text: '›' });
		}
		return drawn;
	});
}

function drawLabel(bar: Bar, label: Label): DrawnPart {
	return {
		key: `${label.fromPx ?? 0}`,
		className: classes('label', label.side, rungClass(label), label.isOnSolid && 'on-solid'),
		style: labelStyle(bar, label),
		text: label.text
	};
}

function labelStyle(bar: Bar, { side, x, dxPx }: Label): string {
	// The gap after a bar is none of its own.
	if (side === 'right') return `left:100%;margin-left:${em(dxPx + (bar.goesOn ? 0 : gapPx))}`;
	if (side === 'left') return `right:100%;margin-right:${em(-dxPx)}`;
	const share = within(bar, x);
	return share ? `left:calc(${percent(share)} + ${em(dxPx)})` : `left:${em(dxPx)}`;
}
