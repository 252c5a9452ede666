import { randomLcg, randomLogNormal, sum } from 'd3';

/** A stay at one of the ports of the timeline's benchmark. */
export interface BenchStay {
	/** From 0. */
	readonly port: number;
	readonly kind: BenchKind;
	/** `Cargo 123`. */
	readonly name: string;
	/** Epoch milliseconds, whole minutes. */
	readonly fromMs: number;
	/** Undefined while docked. */
	readonly toMs: number | undefined;
}

export type BenchKind = 'crew' | 'cargo' | 'other';

/** What all charts of one size draw: stays by port, then by docking, and the span that they open with. */
export interface BenchData {
	readonly stays: readonly BenchStay[];
	readonly fromMs: number;
	readonly toMs: number;
}

export const portCount = 40;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const yearMs = 365.25 * 24 * hourMs;
const kindNames = { crew: 'Crew', cargo: 'Cargo', other: 'Test' } as const;
/** The first stay lies this part of the range before all others: a past that one can pan to. */
const pastShare = 0.15;
/** Gaps between stays are this part of the stays, roughly. */
const gapShare = 0.3;

/**
 * `count` stays up to `untilMs` that never overlap at one port; the same for the same arguments.
 * A thousand fill ten years, more fill sixty: 10,000 last from weeks to a year, 100,000 from a day
 * to weeks. At two ports of three the last one is still docked. The span holds all but the first.
 */
export function generateStays(count: number, untilMs: number): BenchData {
	const rangeMs = Math.min(60, Math.max(10, count / 100)) * yearMs;
	const chance = randomLcg(count);
	const spread = randomLogNormal.source(chance)(0, 0.6);
	const numbers = { crew: 0, cargo: 0, other: 0 };
	const stays: BenchStay[] = [];
	for (let port = 0; port < portCount; port++) {
		const here =
			Math.floor(((port + 1) * count) / portCount) - Math.floor((port * count) / portCount);
		const parts = Array.from({ length: here }, () => ({
			stay: spread(),
			gap: spread() * gapShare
		}));
		const scale = rangeMs / sum(parts, ({ stay, gap }) => stay + gap);
		const isDocked = port % 3 > 0;
		let atMs = untilMs - rangeMs;
		for (const [index, { stay, gap }] of parts.entries()) {
			if (isDocked) atMs += gap * scale;
			const fromMs = wholeMinute(atMs);
			atMs += stay * scale;
			const isLast = isDocked && index === here - 1;
			const draw = chance();
			const kind = draw < 0.55 ? 'cargo' : draw < 0.95 ? 'crew' : 'other';
			const name = `${kindNames[kind]} ${++numbers[kind]}`;
			stays.push({ port, kind, name, fromMs, toMs: isLast ? undefined : wholeMinute(atMs) });
			if (!isDocked) atMs += gap * scale;
		}
	}
	const [first, ...others] = stays;
	const past = first ? [moved(first, -wholeMinute(rangeMs * pastShare))] : [];
	return { stays: [...past, ...others], fromMs: wholeMinute(untilMs - rangeMs), toMs: untilMs };
}

function moved(stay: BenchStay, byMs: number): BenchStay {
	const { fromMs, toMs } = stay;
	return { ...stay, fromMs: fromMs + byMs, toMs: toMs === undefined ? undefined : toMs + byMs };
}

function wholeMinute(ms: number): number {
	return Math.floor(ms / minuteMs) * minuteMs;
}
