/** The mark, of a stay or of a run, that `target` is or lies in. */
export function markOf(target: EventTarget | null): HTMLElement | undefined {
	const mark = target instanceof Element && target.closest('[data-event], [data-run]');
	return mark instanceof HTMLElement ? mark : undefined;
}

/** The key of a mark's item, as `itemKey` gives it. */
export function keyOf(mark: HTMLElement | undefined): string | undefined {
	const { event, run } = mark?.dataset ?? {};
	return event === undefined ? run : `s${event}`;
}

/** The mark in `root` whose item has this key. */
export function markIn(root: HTMLElement | undefined, key: string): HTMLElement | undefined {
	const selector = key.startsWith('s') ? `[data-event="${key.slice(1)}"]` : `[data-run="${key}"]`;
	return root?.querySelector<HTMLElement>(selector) ?? undefined;
}

/** The key of the mark that has the focus, or holds what has it. */
export function focusedKey(): string | undefined {
	return keyOf(markOf(document.activeElement));
}

/** Gives the focus to the page's mark of this key, or to the link in it; false where there is none. */
export function focusMark(key: string): boolean {
	const mark = markIn(document.body, key);
	(mark?.querySelector('a') ?? mark)?.focus({ preventScroll: true });
	return mark !== undefined;
}
