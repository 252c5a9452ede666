import { spanLength } from '../../time/span.ts';
import type { Motion } from './motion.svelte.ts';
import { moved, zoomed } from '../span-limits.ts';

export interface WheelOptions {
	readonly motion: Motion;
	/** Where a place of the window lies in the plot, as a share of its width. */
	readonly shareOf: (clientX: number) => number;
	/** Told of a wheel that the page keeps. */
	readonly onRefused: () => void;
	readonly signal: AbortSignal;
}

/** A wheel that speaks in smaller steps with ctrl is no wheel, but fingers on a touchpad. */
const pinchPx = 50;
/** What a line and a page are taken to be, in px. */
const linePx = 16;
const pagePx = 400;

/** Lets the wheel zoom at the pointer, and pan with shift or turned sideways. */
export function listenToWheel(element: HTMLElement, options: WheelOptions): void {
	const { motion, shareOf, onRefused, signal } = options;
	const wheel = (event: WheelEvent) => {
		if (!(event.target instanceof Element) || !event.target.closest('.plot')) return;
		const panned = panPx(event);
		const isMeant =
			panned !== 0 ||
			event.ctrlKey ||
			event.metaKey ||
			element.contains(document.activeElement) ||
			!canPageScroll();
		if (!isMeant) return onRefused();
		event.preventDefault();
		const { view } = motion;
		if (panned) {
			const share = shareOf(panned) - shareOf(0);
			motion.moveTo(moved(view, share * spanLength(view)));
		} else
			motion.moveTo(zoomed(view, 2 ** doublings(event), shareOf(event.clientX), motion.limits));
	};
	element.addEventListener('wheel', wheel, { signal, passive: false });
}

function canPageScroll(): boolean {
	const page = document.scrollingElement;
	return page !== null && page.scrollHeight > page.clientHeight + 1;
}

/** How far a wheel pans, in px: with shift, or turned sideways; else 0. */
function panPx(event: WheelEvent): number {
	const { deltaX, deltaY, shiftKey, ctrlKey } = event;
	if (ctrlKey) return 0;
	if (shiftKey) return inPx(deltaX || deltaY, event);
	return Math.abs(deltaX) > Math.abs(deltaY) ? inPx(deltaX, event) : 0;
}

/** How often the view's length doubles. */
function doublings(event: WheelEvent): number {
	const px = inPx(event.deltaY, event);
	const isPinch = event.ctrlKey && Math.abs(px) < pinchPx;
	return px * (isPinch ? 0.01 : 0.0025);
}

function inPx(delta: number, { deltaMode }: WheelEvent): number {
	if (deltaMode === WheelEvent.DOM_DELTA_LINE) return delta * linePx;
	return deltaMode === WheelEvent.DOM_DELTA_PAGE ? delta * pagePx : delta;
}
