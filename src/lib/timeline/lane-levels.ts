import { greatest } from 'd3';
import { indexEnds, type EndIndex } from '../docking/end-index.ts';
import { stateAt } from '../docking/state.ts';
import { kinds, type BareStay } from '../docking/stay.ts';
import type { Instant } from '../time/instant.ts';
import type { Run } from './lane-items.ts';

/** The items of a lane at one level of detail, by beginning. */
export interface Level {
	readonly shortMs: number;
	/** A position among the stays, or `~` a position among the runs. */
	readonly items: Int32Array;
	readonly froms: Float64Array;
	/** Infinity while there is no end that no clock moves. */
	readonly ends: EndIndex;
	readonly runs: readonly Run[];
}

export interface LevelsOptions {
	/** By docking, then id. */
	readonly stays: readonly BareStay[];
	readonly subLanes: Uint8Array;
	readonly now: Instant;
}

/** One item as it is put into a level, or taken out of a finer one. */
interface Part {
	readonly item: number;
	readonly from: number;
	readonly to: number;
	readonly subLane: number;
}

/**
 * Gives the level at which stays shorter than `shortMs`, and less than that apart, stand in runs.
 * Each is made of the next finer one that there is, and kept: all of them together are little more
 * than the finest.
 */
export function createLevels(options: LevelsOptions): (shortMs: number) => Level {
	const parts = options.stays.map((_, item) => stayPart(item, options));
	const levels = [levelOf(0, parts, [])];
	return (shortMs) => {
		const finer = levels.findLast((level) => level.shortMs <= shortMs)!;
		if (finer.shortMs === shortMs) return finer;
		const made = coarser(finer, shortMs, options);
		levels.push(made);
		levels.sort((a, b) => a.shortMs - b.shortMs);
		return made;
	};
}

function levelOf(shortMs: number, parts: readonly Part[], runs: readonly Run[]): Level {
	return {
		shortMs,
		items: Int32Array.from(parts, ({ item }) => item),
		froms: Float64Array.from(parts, ({ from }) => from),
		ends: indexEnds(parts.map(({ to }) => to)),
		runs
	};
}

/** The parts of a level, by beginning. */
function partsOf({ items, runs }: Level, options: LevelsOptions): Part[] {
	return Array.from(items, (item) => {
		if (item >= 0) return stayPart(item, options);
		const { span, subLane } = runs[~item]!;
		return { item, from: span.from, to: span.to, subLane };
	});
}

/** The stay at position `item` as a part. */
function stayPart(item: number, { stays, subLanes }: LevelsOptions): Part {
	const { docking, departure, lostAt } = stays[item]!;
	return { item, from: docking, to: departure ?? lostAt ?? Infinity, subLane: subLanes[item]! };
}

function coarser(finer: Level, shortMs: number, options: LevelsOptions): Level {
	const { stays, now } = options;
	const isShort = ({ item, from, to }: Part) =>
		item < 0 || (to - from < shortMs && stateAt(stays[item]!, now) === 'departed');
	const made: Part[] = [];
	const runs: Run[] = [];
	const open: Part[][] = [];
	const close = (subLane: number) => {
		const own = open[subLane] ?? [];
		open[subLane] = [];
		const [first, ...others] = own;
		if (!first) return;
		const isAlone = !others.length && first.item >= 0;
		if (isAlone) return void made.push(first);
		const run = others.length ? joined(own, finer.runs, stays) : finer.runs[~first.item]!;
		runs.push(run);
		made.push({ ...first, item: ~(runs.length - 1), to: run.span.to });
	};
	for (const part of partsOf(finer, options)) {
		const { subLane, from } = part;
		const last = open[subLane]?.at(-1);
		const fits = isShort(part);
		if (!fits || !last || from - last.to >= shortMs) close(subLane);
		if (fits) (open[subLane] ??= []).push(part);
		else made.push(part);
	}
	for (const subLane of open.keys()) close(subLane);
	if (!runs.length) return { ...finer, shortMs };
	made.sort((a, b) => a.from - b.from);
	return levelOf(shortMs, made, runs);
}

/** One run of all that stand in `parts`. */
function joined(parts: readonly Part[], runs: readonly Run[], stays: readonly BareStay[]): Run {
	const counts = { crew: 0, cargo: 0, module: 0, other: 0 };
	for (const { item } of parts) {
		if (item >= 0) counts[stays[item]!.kind]++;
		else for (const kind of kinds) counts[kind] += runs[~item]!.counts[kind];
	}
	const [first, last] = [parts[0]!, parts.at(-1)!];
	return {
		type: 'run',
		count: counts.crew + counts.cargo + counts.module + counts.other,
		counts,
		kind: greatest(kinds, (kind) => counts[kind])!,
		subLane: first.subLane,
		firstId: first.item < 0 ? runs[~first.item]!.firstId : stays[first.item]!.id,
		lastId: last.item < 0 ? runs[~last.item]!.lastId : stays[last.item]!.id,
		span: { from: first.from as Instant, to: last.to as Instant }
	};
}
