import { flushSync } from 'svelte';

/**
 * Makes `change` to the page by a short cross-fade, where the browser can and the reader allows
 * motion; at once elsewhere.
 */
export function crossFade(change: () => void): void {
	const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
	// Firefox before 144 knows no transitions of views.
	if (isStill || !('startViewTransition' in document)) return change();
	const fade = document.startViewTransition(() => flushSync(change));
	// One that is given up, as on a hidden page, has made the change all the same.
	for (const step of [fade.ready, fade.finished]) step.catch(() => {});
}
