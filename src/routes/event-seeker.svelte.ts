import type { BareStay } from '$lib/docking/stay.ts';
import type { Lane } from '$lib/docking/lane.ts';
import type { StayTest } from '$lib/docking/query.ts';
import { instant } from '$lib/time/instant.ts';
import { spanLength, type Span } from '$lib/time/span.ts';
import type { Zone } from '$lib/time/zone.ts';
import {
	besideText,
	eventBeside,
	type BesideEvent,
	type BesidePlace
} from '$lib/timeline/event-beside.ts';
import { fitSpan } from '$lib/timeline/span-limits.ts';
import type { Motion } from '$lib/timeline/state/motion.svelte.ts';

/** Of the view, how far an event must be from its middle to be another place. */
const apartShare = 1 / 1000;
/** Of the view, how far it may rest from where it was led. */
const restShare = 1 / 200;

export interface SeekerOptions {
	readonly motion: Motion;
	/** Where events are looked for. */
	readonly lanes: () => readonly Lane<BareStay>[];
	readonly test: () => StayTest | undefined;
}

/** Leads from event to event: each comes to stand in the middle of the view, as far as it goes. */
export interface EventSeeker {
	/**
	 * Flies to the last docking or departure before the one that is shown, else before the view's
	 * middle; or to the first after it.
	 */
	seek(which: 'previous' | 'next'): void;
	/** The event that was flown to, while the view rests on it. */
	readonly found: BesideEvent | undefined;
	/** That event in words; empty without one. */
	foundText(zone: Zone): string;
}

/** A seeker that has found nothing yet. */
export function createEventSeeker({ motion, lanes, test }: SeekerOptions): EventSeeker {
	let sought = $state.raw<{ readonly event: BesideEvent; readonly view: Span }>();
	const found = $derived.by(() => {
		if (!sought || motion.isMoving) return undefined;
		// A view at rest stands on whole pixels or days.
		const apartMs = spanLength(motion.view) * restShare;
		const { from, to } = sought.view;
		const isThere =
			Math.abs(motion.view.from - from) < apartMs && Math.abs(motion.view.to - to) < apartMs;
		return isThere ? sought.event : undefined;
	});

	/** In the middle of the view. */
	function middle(): BesidePlace {
		const { from, to } = motion.view;
		return { at: instant((from + to) / 2), apartMs: spanLength(motion.view) * apartShare };
	}

	return {
		seek(which) {
			const isAsked = test();
			if (!isAsked) return;
			const event = eventBeside(lanes(), found ?? middle(), { which, test: isAsked });
			if (!event) return;
			if (sought && event.at === found?.at) {
				sought = { ...sought, event };
				return;
			}
			const lengthMs = spanLength(motion.view);
			const from = event.at - lengthMs / 2;
			const around = { from: instant(from), to: instant(from + lengthMs) };
			sought = { event, view: fitSpan(around, motion.limits) };
			motion.flyTo(around);
		},
		get found() {
			return found;
		},
		foundText: (zone) => (found ? besideText(found, zone) : '')
	};
}
