import type { ClientInit } from '@sveltejs/kit';

/** The server's page is on the screen before the scripts take over: bars come first. */
export const init: ClientInit = async () => {
	// What reckons with other zones than UTC comes where one is asked for.
	if (new URLSearchParams(location.search).has('tz')) await import('$lib/time/other-zones.ts');
	// A page that nobody sees gets no frames.
	if (document.visibilityState === 'hidden') return;
	await laidOut();
	await nextTask();
};

/** Resolves in the next frame, before it is painted; not by a timer, which a test may hold still. */
function laidOut(): Promise<unknown> {
	return new Promise((resolve) => {
		const watch = new IntersectionObserver((seen) => {
			watch.disconnect();
			resolve(seen);
		});
		watch.observe(document.documentElement);
	});
}

function nextTask(): Promise<unknown> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = resolve;
		port2.postMessage(undefined);
	});
}
