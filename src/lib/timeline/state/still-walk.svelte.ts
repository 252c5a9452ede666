import type { Instant } from '../../time/instant.ts';
import { itemKey } from '../lane-items.ts';
import { itemSpan, stepFrom, stepOfKey, type Place, type WalkedLane } from '../steps.ts';
import { keyOf, markIn, markOf } from './marks.ts';

export interface StillWalkOptions {
	/** All that is drawn. */
	readonly lanes: () => readonly WalkedLane[];
	readonly now: () => Instant;
}

/** A timeline that does not move as one stop for Tab, within which keys lead from stay to stay. */
export interface StillWalk {
	/** The item that Tab reaches: the last that had the focus, else the first. */
	readonly tabKey: string | undefined;
	/** Of the element around the timeline. */
	readonly keydown: (event: KeyboardEvent & { currentTarget: HTMLElement }) => void;
	readonly focusin: (event: FocusEvent) => void;
}

/** A walk through what `options` draw. Must be made while a component initialises. */
export function createStillWalk(options: StillWalkOptions): StillWalk {
	let place = $state.raw<Place>();

	function placeAt(key: string): Place | undefined {
		const items = options.lanes().flatMap((lane) => lane.items);
		const item = items.find((one) => itemKey(one) === key);
		if (!item) return undefined;
		const { from, to } = itemSpan(item, options.now());
		return { key, at: ((from + to) / 2) as Instant };
	}

	const tabKey = $derived.by(() => {
		if (place && placeAt(place.key)) return place.key;
		const first = options.lanes().find(({ items }) => items.length > 0)?.items[0];
		return first && itemKey(first);
	});

	return {
		get tabKey() {
			return tabKey;
		},
		keydown(event) {
			if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
			const step = stepOfKey[event.key];
			// Elsewhere in the page the same keys scroll.
			if (!step || !place || !markOf(event.target)) return;
			event.preventDefault();
			const next = stepFrom(options.lanes(), place, step, options.now());
			if (!next) return;
			place = next;
			markIn(event.currentTarget, next.key)?.focus();
		},
		focusin({ target }) {
			const key = keyOf(markOf(target));
			if (key !== undefined && key !== place?.key) place = placeAt(key);
		}
	};
}
