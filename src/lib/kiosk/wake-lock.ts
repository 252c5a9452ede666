/**
 * Keeps the screen awake where the browser can, and again when the page is seen again: a hidden
 * page loses it. Returns what ends it.
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let isOver = false;

	async function take(): Promise<void> {
		if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
		// Refused on battery, or without the permission: the screen's own settings rule then.
		lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
		if (isOver) void lock?.release();
	}
	const onVisible = () => void take();

	document.addEventListener('visibilitychange', onVisible);
	void take();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', onVisible);
		void lock?.release();
	};
}
