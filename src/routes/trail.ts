import { goto, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Span } from '$lib/time/span.ts';

export interface TrailOptions {
	/** What is shown while nothing moves. */
	readonly span: () => Span;
	readonly isAlone: () => boolean;
	readonly hrefOf: (span: Span) => string;
}

/** The view's span in the address and in the browser's history. */
export interface Trail {
	/** The view is moving: the address follows, now and then. */
	note(span: Span): void;
	/** The view has come to rest: one new entry, to which `back` leads from. */
	rest(span: Span): void;
}

/** Browsers refuse an address that changes too often. */
const noteMs = 500;
/** What comes to rest so soon after the last time belongs to the same movement. */
const sameMs = 1500;

export function createTrail({ span, hrefOf, isAlone }: TrailOptions): Trail {
	let notedAt = 0;
	let restedAt = -Infinity;
	let start: { readonly href: string; readonly state: App.PageState } | undefined;
	return {
		note(moving) {
			const at = performance.now();
			start ??= { href: location.pathname + location.search, state: page.state };
			if (at - notedAt < noteMs) return;
			notedAt = at;
			replaceState(hrefOf(moving), page.state);
		},
		rest(rested) {
			const { from, to } = span();
			const at = performance.now();
			const before = start;
			start = undefined;
			// The entry that the movement began from keeps its own address.
			if (before && before.href !== location.pathname + location.search)
				replaceState(before.href, before.state);
			if (rested.from === from && rested.to === to) return;
			if (!isAlone()) return void goto(hrefOf(rested), { noScroll: true, keepFocus: true });
			const go = at - restedAt < sameMs && page.state.span ? replaceState : pushState;
			restedAt = at;
			go(hrefOf(rested), { span: rested });
		}
	};
}
