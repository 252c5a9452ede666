import { pointer, select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import { instant } from '../../time/instant.ts';
import { spanLength, type Span } from '../../time/span.ts';
import type { BrushLimits } from '../overview.ts';
import type { Motion } from './motion.svelte.ts';

export interface GestureOptions {
	readonly motion: Motion;
	readonly limits: () => BrushLimits;
	/** Told of a wheel that the page keeps: it zooms only with ctrl, or where the timeline has focus. */
	readonly onWheelRefused: () => void;
}

/** The plot's place in the timeline's element, in px. */
interface PlotBox {
	readonly left: number;
	readonly width: number;
}

/** A wheel or touchpad that speaks in smaller steps is being pinched, not turned. */
const pinchPx = 50;
const linePx = 16;

/**
 * Lets wheel, drag, double click, pinch and two fingers move `motion`: a Svelte attachment for the
 * timeline's element. The mathematics is d3-zoom's; one finger goes on scrolling the page.
 */
export function gestures({ motion, limits, onWheelRefused }: GestureOptions) {
	return (element: HTMLElement): (() => void) => {
		const speed = createSpeedometer();

		const behaviour = zoom<HTMLElement, unknown>()
			.extent(() => {
				const { left, width } = plotOf(element);
				return [
					[left, 0],
					[left + width, 1]
				];
			})
			.clickDistance(4)
			.wheelDelta(wheelDelta)
			.filter((event: Event) => isZoom(event, element, onWheelRefused))
			.on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (sourceEvent) speed.start();
			})
			.on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (!sourceEvent) return;
				const view = viewOf(transform, plotOf(element), limits().range);
				speed.note(view.from / spanLength(view));
				motion.moveTo(view);
			})
			.on('end', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
				if (!sourceEvent || !motion.isMoving) return;
				const isDrag = /^(mouse|touch)/.test((sourceEvent as Event).type);
				motion.fling(isDrag ? speed.perSecond() : 0);
			});

		/** d3-zoom goes on from where the view is, however it came there. */
		const follow = () => {
			const { range, minLengthMs } = limits();
			const transform = transformOf(motion.view, plotOf(element), range);
			behaviour.scaleExtent([1, Math.max(1, spanLength(range) / minLengthMs)]);
			Object.assign(element, { __zoom: transform });
		};
		const wheel = (event: WheelEvent) => {
			const px = panPx(event);
			if (px === 0) return;
			event.preventDefault();
			const share = px / plotOf(element).width;
			const lengthMs = spanLength(motion.view) * share;
			motion.moveTo(moved(motion.view, lengthMs));
		};

		const selection = select(element);
		for (const type of ['wheel', 'mousedown', 'touchstart', 'dblclick'])
			element.addEventListener(type, follow, { capture: true, passive: true });
		element.addEventListener('wheel', wheel, { passive: false });
		selection.call(behaviour).on('dblclick.zoom', null);
		element.style.removeProperty('-webkit-tap-highlight-color');
		const dblclick = (event: MouseEvent) => {
			if (!isInPlot(event) || isOnMark(event)) return;
			const { left, width } = plotOf(element);
			motion.zoomBy(0.5, (pointer(event, element)[0] - left) / width);
		};
		element.addEventListener('dblclick', dblclick);
		return () => {
			selection.on('.zoom', null);
			for (const type of ['wheel', 'mousedown', 'touchstart', 'dblclick'])
				element.removeEventListener(type, follow, { capture: true });
			element.removeEventListener('wheel', wheel);
			element.removeEventListener('dblclick', dblclick);
		};
	};
}

/** The view at a transform of the plot over the whole range. */
function viewOf({ k, x }: ZoomTransform, { left, width }: PlotBox, range: Span): Span {
	const lengthMs = spanLength(range);
	const share = ((left - x) / k - left) / width;
	const from = range.from + share * lengthMs;
	return { from: instant(from), to: instant(from + lengthMs / k) };
}

/** The transform that shows `view`. */
function transformOf(view: Span, { left, width }: PlotBox, range: Span): ZoomTransform {
	const k = spanLength(range) / spanLength(view);
	const share = (view.from - range.from) / spanLength(range);
	return zoomIdentity.translate(left - k * (left + share * width), 0).scale(k);
}

function plotOf(element: HTMLElement): PlotBox {
	const plot = element.querySelector('.plot');
	const box = (plot ?? element).getBoundingClientRect();
	return { left: box.left - element.getBoundingClientRect().left, width: Math.max(box.width, 1) };
}

function isZoom(event: Event, element: HTMLElement, onWheelRefused: () => void): boolean {
	if (!isInPlot(event)) return false;
	if (event instanceof WheelEvent) {
		if (panPx(event) !== 0) return false;
		const isMeant = event.ctrlKey || event.metaKey || hasFocus(element) || !canPageScroll();
		if (!isMeant) onWheelRefused();
		return isMeant;
	}
	if (event instanceof MouseEvent) return event.button === 0 && !event.shiftKey;
	// One finger scrolls the page.
	return window.TouchEvent !== undefined && event instanceof TouchEvent && event.touches.length > 1;
}

function isInPlot({ target }: Event): boolean {
	return target instanceof Element && target.closest('.plot') !== null;
}

function isOnMark({ target }: Event): boolean {
	return target instanceof Element && target.closest('a, button') !== null;
}

/** True while the focus is in the timeline and was put there by hand, not by a page that opens. */
function hasFocus(element: HTMLElement): boolean {
	return element.contains(document.activeElement);
}

function canPageScroll(): boolean {
	const page = document.scrollingElement;
	return page !== null && page.scrollHeight > page.clientHeight + 1;
}

/** How far a wheel pans, in px: with shift, or turned sideways; else 0. */
function panPx({ deltaX, deltaY, deltaMode, shiftKey, ctrlKey }: WheelEvent): number {
	if (ctrlKey) return 0;
	const unitPx = deltaMode === 0 ? 1 : deltaMode === 1 ? linePx : 400;
	if (shiftKey) return (deltaX || deltaY) * unitPx;
	return Math.abs(deltaX) > Math.abs(deltaY) ? deltaX * unitPx : 0;
}

/** Doublings that a turn of the wheel zooms by. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
	const px = deltaY * (deltaMode === 0 ? 1 : deltaMode === 1 ? linePx : 400);
	const isPinch = ctrlKey && Math.abs(px) < pinchPx;
	return -px * (isPinch ? 0.01 : 0.0025);
}

function moved(span: Span, byMs: number): Span {
	return { from: instant(span.from + byMs), to: instant(span.to + byMs) };
}

/** How fast a value changed of late, a second. */
function createSpeedometer() {
	let notes: { readonly at: number; readonly value: number }[] = [];
	return {
		start: () => void (notes = []),
		note(value: number) {
			const at = performance.now();
			notes = [...notes.filter((note) => at - note.at < 100), { at, value }];
		},
		perSecond(): number {
			const [first] = notes;
			const last = notes.at(-1);
			if (!first || !last || last.at === first.at) return 0;
			// A hand that rested before it let go flings nothing.
			if (performance.now() - last.at > 60) return 0;
			return ((last.value - first.value) / (last.at - first.at)) * 1000;
		}
	};
}
