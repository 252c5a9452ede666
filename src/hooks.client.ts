import type { ClientInit } from '@sveltejs/kit';

/** The server's page is on the screen before the scripts take over: bars come first. */
export const init: ClientInit = async () => {
	// A page that nobody sees gets no frames.
	if (document.visibilityState === 'hidden') return;
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
};
