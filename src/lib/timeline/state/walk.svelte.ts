import type { Instant } from '../../time/instant.ts';
import { spanHolds, spanLength, type Span } from '../../time/span.ts';
import {
	itemSpan,
	nearestIn,
	stepFrom,
	stepOfKey,
	walkedItem,
	type Place,
	type Step,
	type WalkedLane
} from '../steps.ts';
import { focusMark, keyOf, markIn, markOf } from './marks.ts';
import type { Measure } from './measure.svelte.ts';
import type { Motion } from './motion.svelte.ts';

export interface WalkOptions {
	readonly motion: Motion;
	readonly measure: Measure;
	/** Everything that keys may lead to, at the level of detail that is drawn. */
	readonly lanes: () => readonly WalkedLane[];
	/** Whether a port's lane is not folded away in a view. */
	readonly isShown: (portId: number, view: Span) => boolean;
	/** What is shown where the view rests: only there can Tab lead. */
	readonly shown: () => readonly WalkedLane[];
	/** Whether all of that has its element by now. */
	readonly isDrawn: () => boolean;
	readonly now: () => Instant;
	/** The item that is to have the focus once it is drawn, unless the reader has gone on elsewhere. */
	readonly returnedTo: () => string | undefined;
	/** `?` was pressed. */
	readonly onHelp: () => void;
	/** `0` was pressed. */
	readonly onReset: () => void;
}

/** The timeline as one stop for Tab, within which keys lead from stay to stay. */
export interface Walk {
	/** The item that Tab reaches; undefined while none is drawn. */
	readonly tabKey: string | undefined;
	/** From where to where a drawn item stands. */
	spanOf(key: string): Span | undefined;
	readonly keydown: (event: KeyboardEvent) => void;
	readonly focusin: (event: FocusEvent) => void;
	/** Of the timeline's element. */
	readonly attach: (element: HTMLElement) => () => void;
}

const zooms: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2, _: 2 };
const pans: Readonly<Record<string, number>> = { '[': -0.5, ']': 0.5 };

/** A walk through what `options` draw. Must be made while a component initialises. */
export function createWalk(options: WalkOptions): Walk {
	const { motion } = options;
	let place = $state.raw<Place>();
	let awaited: string | undefined;
	let returning: string | undefined;
	let lastReturn: string | undefined;
	let root: HTMLElement | undefined;
	let hadFocus = false;

	/** While the view moves nobody presses Tab, and no mark need be told. */
	let restingKey: string | undefined;
	const tabKey = $derived.by(() => {
		if (!motion.isMoving) restingKey = place && spanOf(place.key) ? place.key : central()?.key;
		return restingKey;
	});

	/** What stands nearest to now, else to the middle of the view, in the first lane that has anything. */
	function central(): Place | undefined {
		const { from, to } = motion.view;
		const at = spanHolds(motion.view, options.now())
			? options.now()
			: (((from + to) / 2) as Instant);
		const lane = options.shown().find(({ items }) => items.length > 0);
		return lane && nearestIn(lane, at, options.now());
	}

	function go(step: Step): void {
		const lanes = options.lanes();
		const next = place && walkedItem(lanes, place.key) ? stepPast(lanes, place, step) : central();
		if (!next) return;
		place = next;
		awaited = next.key;
		const view = viewOf(lanes, next);
		if (view) motion.flyTo(view);
		focusAwaited();
	}

	/** Where `step` leads to, past what stands in a lane that would be folded away there. */
	function stepPast(lanes: readonly WalkedLane[], from: Place, step: Step): Place | undefined {
		const onwards = step === 'first' ? 'later' : step === 'last' ? 'earlier' : step;
		const isFolded = (next: Place) => {
			const view = viewOf(lanes, next);
			return view && !options.isShown(walkedItem(lanes, next.key)!.portId, view);
		};
		let next = stepFrom(lanes, from, step, options.now());
		while (next && isFolded(next)) next = stepFrom(lanes, next, onwards, options.now());
		return next;
	}

	/** The view moved just so far that an item is seen; undefined where it is. */
	function viewOf(lanes: readonly WalkedLane[], { key }: Place): Span | undefined {
		const { item } = walkedItem(lanes, key)!;
		return viewWith(itemSpan(item, options.now()), motion.view);
	}

	function spanOf(key: string): Span | undefined {
		const found = walkedItem(options.shown(), key);
		return found && itemSpan(found.item, options.now());
	}

	function focusedSpan({ target }: KeyboardEvent): Span | undefined {
		const key = keyOf(markOf(target));
		return key === undefined ? undefined : spanOf(key);
	}

	/**
	 * The share at which the focused item begins, else ends, so that zooming leads to the minutes of
	 * that; where neither is seen, the share nearest to the middle at which it stands.
	 */
	function focusedShare(event: KeyboardEvent): number {
		const { from, to } = motion.view;
		const item = focusedSpan(event);
		if (!item) return 0.5;
		const end = [item.from, item.to].find((at) => from <= at && at <= to);
		const at = end ?? Math.max(item.from, Math.min(item.to, (from + to) / 2));
		return (at - from) / (to - from);
	}

	function focusAwaited(): void {
		const element = awaited === undefined ? undefined : markIn(root, awaited);
		if (!element) return;
		awaited = undefined;
		element.focus();
	}

	$effect(() => {
		void options.shown();
		void options.isDrawn();
		focusAwaited();
		if (options.returnedTo() !== lastReturn) returning = lastReturn = options.returnedTo();
		const hasGoneOn = document.activeElement !== document.body;
		if (returning && (hasGoneOn || focusMark(returning))) returning = undefined;
		// A mark that has gone takes the focus with it; the keys must go on.
		if (hadFocus && document.activeElement === document.body)
			root?.querySelector<HTMLElement>('[data-timeline]')?.focus({ preventScroll: true });
	});

	return {
		get tabKey() {
			return tabKey;
		},
		spanOf,
		keydown(event) {
			if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
			const { key } = event;
			const step = stepOfKey[key];
			const zoom = zooms[key];
			const pan = pans[key];
			if (step) go(step);
			else if (zoom) motion.zoomBy(zoom, focusedShare(event));
			else if (pan) motion.panBy(pan);
			else if (key === '0') options.onReset();
			else if (key === '?') options.onHelp();
			else if (key === 'm') options.measure.press(focusedSpan(event)?.from);
			else if (key === 'Escape' && options.measure.clear()) return;
			else return;
			event.preventDefault();
		},
		focusin({ target }) {
			hadFocus = true;
			const key = keyOf(markOf(target));
			if (key === undefined || key === place?.key) return;
			const span = spanOf(key);
			if (span) place = { key, at: ((span.from + span.to) / 2) as Instant };
		},
		attach(element) {
			root = element;
			const leave = ({ relatedTarget }: FocusEvent) => {
				if (relatedTarget instanceof Node && !element.contains(relatedTarget)) hadFocus = false;
			};
			element.addEventListener('focusout', leave);
			return () => {
				element.removeEventListener('focusout', leave);
				root = undefined;
			};
		}
	};
}

/** `view` moved so that `span` is seen: all of it where it fits, else its beginning; undefined if it is. */
function viewWith(span: Span, view: Span): Span | undefined {
	const lengthMs = spanLength(view);
	const edgeMs = lengthMs / 20;
	const isSeen =
		spanHolds(view, span.from) ||
		spanHolds(view, span.to) ||
		(span.from < view.from && span.to > view.to);
	if (isSeen) return undefined;
	const isShort = spanLength(span) < lengthMs - 2 * edgeMs;
	const from = span.from >= view.to && isShort ? span.to + edgeMs - lengthMs : span.from - edgeMs;
	return { from: from as Instant, to: (from + lengthMs) as Instant };
}
