import type { Frames } from './timeline-frames.ts';
import type { Measured } from './timeline-measure.ts';
import { formatTable } from './table.ts';

/** One page at one size, measured, or the reason why not. */
export interface Result {
	readonly name: string;
	readonly count: number;
	readonly measured: Measured;
}

/** The baseline's and the project's own names among the results. */
export const emptyName = 'empty';
export const ownName = 'berthline';

/** An empty page's frames vary by this much themselves. */
const sameFrameMs = 1;
const worstGoalMs = 50;
const scriptGoalKb = 70;
const none = '–';

const head = [
	'page',
	'stays',
	'first bars ms',
	'pan p50 / p95 / worst ms',
	'drawn',
	'zoom p50 / p95 / worst ms',
	'drawn',
	'elements',
	'heap MB',
	'JS KB gzip / br'
];

/** All results as a Markdown table. */
export function resultTable(results: readonly Result[]): string {
	return formatTable(head, results.map(row));
}

function row({ name, count, measured }: Result): (string | number)[] {
	const { firstBarsMs, pan, zoom, elements, heapBytes, script, problem } = measured;
	const missing = problem ?? none;
	return [
		name,
		count,
		firstBarsMs?.toFixed(0) ?? missing,
		...gestureCells(pan, missing, name === emptyName),
		...gestureCells(zoom, missing, name === emptyName),
		elements ?? none,
		heapBytes === undefined ? none : (heapBytes / 2 ** 20).toFixed(1),
		script ? `${kb(script.gzipBytes)} / ${kb(script.brotliBytes)}` : none
	];
}

function gestureCells(frames: Frames | undefined, missing: string, isEmpty: boolean) {
	if (!frames) return [missing, none];
	const { p50Ms, p95Ms, worstMs, drawn, inputs, isPartial } = frames;
	if (!frames.hasMoved && !isEmpty) return ['nothing moved', none];
	const times = [p50Ms, p95Ms, worstMs].map((ms) => ms.toFixed(1));
	return [times.join(' / '), `${drawn} of ${inputs}${isPartial ? ', in part' : ''}`];
}

/** The goals as a Markdown table: what was measured, and whether each is met. */
export function goalTable(results: readonly Result[]): string {
	const own = results.filter(({ name }) => name === ownName);
	const rows = own.flatMap((result) => {
		const others = results.filter(({ count }) => count === result.count);
		return [
			...(['pan', 'zoom'] as const).flatMap((gesture) => gestureGoals(gesture, result, others)),
			firstBarsGoal(result, others)
		];
	});
	const sizes = own.flatMap(({ measured }) => measured.script?.gzipBytes ?? []);
	if (sizes.length) {
		const most = Math.max(...sizes);
		const isMet = most < scriptGoalKb * 1024;
		rows.push([`JavaScript of / under ${scriptGoalKb} KB, gzip`, 'all', kb(most), say(isMet)]);
	}
	return formatTable(['goal', 'stays', 'measured', ''], rows);
}

function gestureGoals(
	gesture: 'pan' | 'zoom',
	{ count, measured }: Result,
	others: readonly Result[]
): string[][] {
	const own = measured[gesture];
	const floor = others.find(({ name }) => name === emptyName)?.measured[gesture];
	const stays = String(count);
	const isReal = own?.hasMoved ?? false;
	const frozen = own ? 'nothing moved' : (measured.problem ?? none);
	const floorText = floor ? `${floor.p95Ms.toFixed(1)} ms` : 'not measured';
	const isSmooth = own && floor ? own.p95Ms <= floor.p95Ms + sameFrameMs : undefined;
	return [
		[
			`${gesture} p95 as the empty page's (${floorText})`,
			stays,
			isReal && own ? `${own.p95Ms.toFixed(1)} ms` : frozen,
			floor ? say(isReal && isSmooth) : 'no baseline'
		],
		[
			`${gesture} worst frame under ${worstGoalMs} ms`,
			stays,
			isReal && own ? `${own.worstMs.toFixed(1)} ms` : frozen,
			say(isReal && own && own.worstMs < worstGoalMs)
		]
	];
}

/** A peer that did not finish in time was not sooner. */
function firstBarsGoal({ count, measured }: Result, others: readonly Result[]): string[] {
	const peers = others.filter(({ name }) => name !== ownName && name !== emptyName);
	const times = peers.flatMap(({ name, measured: { firstBarsMs } }) =>
		firstBarsMs === undefined ? [] : [{ name, firstBarsMs }]
	);
	const soonest = times.toSorted((a, b) => a.firstBarsMs - b.firstBarsMs)[0];
	const own = measured.firstBarsMs;
	const than = soonest ? `${soonest.name}, ${soonest.firstBarsMs.toFixed(0)} ms` : 'none measured';
	return [
		`first bars sooner than every peer's (${than})`,
		String(count),
		own === undefined ? (measured.problem ?? none) : `${own.toFixed(0)} ms`,
		soonest ? say(own !== undefined && own < soonest.firstBarsMs) : 'no peer'
	];
}

function say(isMet: boolean | undefined): string {
	return isMet ? 'met' : 'not met';
}

function kb(bytes: number): string {
	return (bytes / 1024).toFixed(1);
}
