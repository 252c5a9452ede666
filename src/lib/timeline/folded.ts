import { max, min } from 'd3';
import { lastToLeave } from '../docking/occupancy.ts';
import type { Lane } from '../docking/lane.ts';
import { firstStayFrom } from '../docking/query.ts';
import { endAt, isVisiting } from '../docking/state.ts';
import { formatMonthYear } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Span } from '../time/span.ts';

/** The ports that one line stands for: no visiting craft was there in the view, nor lately before. */
export interface FoldedPorts {
	readonly names: readonly string[];
	/** Stays of the query on them. */
	readonly stayCount: number;
	/** Ports to which none but modules have come so far. */
	readonly moduleOnly: number;
	/** Of ports that a visiting craft comes to after the view: the first docking then. */
	readonly next: readonly Instant[];
	/** Of other ports that had one before it: when the last left. */
	readonly last: readonly Instant[];
}

/** What one line says of `lanes`, on which the query shows `stayCount` stays in `span`. */
export function foldPorts(
	lanes: readonly Lane[],
	stayCount: number,
	span: Span,
	now: Instant
): FoldedPorts {
	const before = Math.min(span.from, now) as Instant;
	const next: Instant[] = [];
	const last: Instant[] = [];
	let moduleOnly = 0;
	for (const lane of lanes) {
		const later = firstStayFrom(lane, span.to, isVisiting);
		const gone = lastToLeave(lane, before);
		if (later && later.docking <= now) next.push(later.docking);
		else if (gone) last.push(endAt(gone, before));
		else if (lane.stays[0] && lane.stays[0].docking <= now) moduleOnly++;
	}
	const names = lanes.map(({ port }) => port.name).sort();
	return { names, stayCount, moduleOnly, next, last };
}

/** How many ports are folded: `2 more ports`. */
export function moreText(count: number): string {
	return `${count} more ${count === 1 ? 'port' : 'ports'}`;
}

/**
 * When folded ports are visited, if not in the view: `with modules only`, `last visited Apr 2019`;
 * where they differ `2 with modules only, 3 not visited since Apr 2019, 1 not visited until Jun 2010`.
 * Of several, each says what is true of all of them.
 */
export function foldedText({ names, moduleOnly, next, last }: FoldedPorts): string {
	const facts: [count: number, text: string][] = [
		[moduleOnly, 'with modules only'],
		[names.length - moduleOnly - next.length - last.length, 'never visited'],
		[last.length, `${last[1] ? 'not visited since' : 'last visited'} ${monthOf(max(last))}`],
		[next.length, `not visited until ${monthOf(min(next))}`]
	];
	const told = facts.filter(([count]) => count);
	return told.map(([count, text]) => (told[1] ? `${count} ${text}` : text)).join(', ');
}

function monthOf(at: Instant | undefined): string {
	return at === undefined ? '' : formatMonthYear(at);
}
