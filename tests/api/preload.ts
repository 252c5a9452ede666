import { fileURLToPath } from 'node:url';

/** A variable that loads a module of this folder into a server before anything else. */
export function preload(name: string): { readonly NODE_OPTIONS: string } {
	const path = fileURLToPath(new URL(name, import.meta.url));
	return { NODE_OPTIONS: `--import ${JSON.stringify(path)}` };
}

/** Variables for a server whose clock is as `odd-clock.ts` says. */
export function hurriedClock({ speed, hours = [] }: { speed: number; hours?: readonly number[] }) {
	return {
		...preload('odd-clock.ts'),
		CLOCK_SPEED: String(speed),
		CLOCK_HOURS: hours.join(',')
	};
}
