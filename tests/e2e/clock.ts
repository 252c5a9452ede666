/** Variables for an app whose clock starts at `instant` (ISO 8601), whatever the machine's says. */
export function clockAt(instant: string): Record<string, string> {
	const preload = new URL('./set-clock.ts', import.meta.url).href;
	return { NODE_OPTIONS: `--import=${preload}`, BERTHLINE_TEST_CLOCK: instant };
}
