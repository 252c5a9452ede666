import { bisectRight, bisectLeft } from 'd3';
import type { OccupancyStep } from '../docking/occupancy.ts';
import { instant } from '../time/instant.ts';
import { spanLength, type Span } from '../time/span.ts';

/** Steps over time, ready to be told for any span. */
export interface StepIndex {
	/**
	 * The steps of `span`, the first standing at its beginning or before it. Where they are more than
	 * pixels could show, the highest of each of some thousand equal parts.
	 */
	stepsIn(span: Span): readonly OccupancyStep[];
}

/** In so many parts a span is told at the most, and in half of them at the least. */
const mostParts = 4096;

/** The index of `steps`, which are by time. Each level tells the highest of parts of equal length. */
export function indexSteps(steps: readonly OccupancyStep[]): StepIndex {
	const levels = new Map<number, Level>();
	const levelOf = (partMs: number): Level => {
		const known = levels.get(partMs);
		if (known) return known;
		const made = partMs === 0 ? levelFrom(steps) : levelFrom(highest(steps, partMs));
		levels.set(partMs, made);
		return made;
	};
	return {
		stepsIn(span) {
			const all = cut(levelOf(0), span);
			if (all.to - all.from <= mostParts) return steps.slice(all.from, all.to);
			const partMs = 2 ** Math.ceil(Math.log2(spanLength(span) / mostParts));
			const level = levelOf(partMs);
			const { from, to } = cut(level, span);
			return level.steps.slice(from, to);
		}
	};
}

interface Level {
	readonly steps: readonly OccupancyStep[];
	readonly ats: Float64Array;
}

function levelFrom(steps: readonly OccupancyStep[]): Level {
	return { steps, ats: Float64Array.from(steps, ({ at }) => at) };
}

/** Positions of the steps that count in `span`; the first may have begun before it. */
function cut({ ats }: Level, span: Span): { readonly from: number; readonly to: number } {
	return {
		from: Math.max(0, bisectRight(ats, span.from) - 1),
		to: bisectLeft(ats, span.to)
	};
}

/** The highest count that held in each part of `partMs`, as steps. */
function highest(steps: readonly OccupancyStep[], partMs: number): OccupancyStep[] {
	const made: OccupancyStep[] = [];
	let part = -Infinity;
	let most = 0;
	let before = 0;
	const close = () => {
		if (part === -Infinity || made.at(-1)?.count === most) return;
		made.push({ at: instant(part * partMs), count: most });
	};
	for (const { at, count } of steps) {
		const own = Math.floor(at / partMs);
		if (own !== part) {
			close();
			// A part without a step of its own keeps what held before it.
			if (own > part + 1 && part !== -Infinity && before !== most)
				made.push({ at: instant((part + 1) * partMs), count: before });
			part = own;
			most = Math.max(count, at > own * partMs ? before : count);
		} else most = Math.max(most, count);
		before = count;
	}
	close();
	if (part !== -Infinity && before !== most)
		made.push({ at: instant((part + 1) * partMs), count: before });
	return made;
}
