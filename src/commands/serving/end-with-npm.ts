/** How often to look whether the parent is still there. */
const intervalMs = 250;

/**
 * Sends this process SIGTERM when the npm that started it is gone: npm passes signals to its
 * shell, and not every shell passes them on. Without npm around it does nothing.
 */
export function endWithNpm(env: Readonly<Record<string, string | undefined>>): void {
	if (!env['npm_lifecycle_event']) return;
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		process.kill(process.pid, 'SIGTERM');
	}, intervalMs);
	watch.unref();
}
