import { formatDate, formatDuration, formatMoment } from '../../time/format.ts';
import type { Instant } from '../../time/instant.ts';
import { hourMs, spanLength, type Span } from '../../time/span.ts';
import { timeScale } from '../../time/time-scale.ts';
import type { Zone } from '../../time/zone.ts';
import { isInPlot, shareIn } from './gestures.ts';
import { keyOf, markOf } from './marks.ts';
import type { Measure } from './measure.svelte.ts';
import type { Motion } from './motion.svelte.ts';

export interface CursorOptions {
	readonly motion: Motion;
	readonly measure: Measure;
	readonly zone: () => Zone;
	readonly widthPx: () => number;
	/** From where to where a drawn item stands, by its key. */
	readonly spanOf: (key: string) => Span | undefined;
}

/** What a reader points at in time, and what has been picked; in shares of what is seen. */
export interface Cursor {
	readonly lines: readonly {
		readonly x: number;
		readonly text: string;
		readonly isPicked: boolean;
	}[];
	readonly measured:
		{ readonly x0: number; readonly x1: number; readonly text: string } | undefined;
	readonly pointermove: (event: PointerEvent) => void;
	readonly pointerleave: () => void;
	/** Picks where a measure waits for it; to be heard before anything else hears the click. */
	readonly click: (event: MouseEvent) => void;
}

/** A click so near to an end of a bar means that end, in px. */
const snapPx = 8;
/** From so much time in a pixel on, a date says enough. */
const coarseMs = 6 * hourMs;

export function createCursor(options: CursorOptions): Cursor {
	const { motion, measure, zone } = options;
	let pointed = $state<Instant>();

	const scale = $derived(timeScale(motion.view));
	const isCoarse = $derived(spanLength(motion.view) / Math.max(options.widthPx(), 1) > coarseMs);

	function lineAt(at: Instant, isPicked: boolean) {
		const isShort = isCoarse && !isPicked;
		const text = isShort ? formatDate(at, zone()) : formatMoment(at, 'instant', zone());
		return { x: scale.share(at), text, isPicked };
	}

	const lines = $derived([
		...(pointed === undefined ? [] : [lineAt(pointed, false)]),
		...measure.picked.map((at) => lineAt(at, true))
	]);
	const measured = $derived.by(() => {
		const [a, b] = measure.picked;
		if (a === undefined || b === undefined) return undefined;
		const [from, to] = [Math.min(a, b) as Instant, Math.max(a, b) as Instant];
		return { x0: scale.share(from), x1: scale.share(to), text: formatDuration(to - from) };
	});

	function instantAt({ currentTarget, clientX }: MouseEvent): Instant {
		return scale.at(shareIn(currentTarget as HTMLElement, clientX));
	}

	/** The end of the bar that a click is near to, else the instant itself. */
	function snapped(event: MouseEvent): Instant {
		const mark = markOf(event.target);
		const key = keyOf(mark);
		const span = key === undefined ? undefined : options.spanOf(key);
		if (mark && span) {
			const { left, right } = mark.getBoundingClientRect();
			if (Math.abs(event.clientX - left) <= snapPx) return span.from;
			if (Math.abs(event.clientX - right) <= snapPx) return span.to;
		}
		return instantAt(event);
	}

	return {
		get lines() {
			return lines;
		},
		get measured() {
			return measured;
		},
		pointermove(event) {
			const isShown = event.pointerType !== 'touch' && event.buttons === 0 && isInPlot(event);
			pointed = isShown ? instantAt(event) : undefined;
		},
		pointerleave: () => void (pointed = undefined),
		click(event) {
			if (!measure.isPicking || !isInPlot(event)) return;
			event.preventDefault();
			event.stopPropagation();
			measure.pick(snapped(event));
		}
	};
}
