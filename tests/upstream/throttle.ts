/** Counts calls of each caller in a sliding hour. */
export interface Throttle {
	/** Counts a call unless the limit is reached; then, how long to wait. Refused calls are not counted. */
	spend(caller: string, limit: number): { readonly waitSeconds: number };
	/** Calls of the last hour, and seconds until the next is allowed (0 when it is now). */
	state(caller: string, limit: number): { readonly used: number; readonly waitSeconds: number };
}

const hourMs = 3_600_000;

/** A throttle with an empty log. */
export function createThrottle(now: () => number): Throttle {
	const logs = new Map<string, number[]>();
	const recent = (caller: string): number[] => {
		const log = (logs.get(caller) ?? []).filter((at) => at > now() - hourMs);
		logs.set(caller, log);
		return log;
	};
	const waitSeconds = (log: readonly number[], limit: number): number => {
		if (log.length < limit) return 0;
		const freeingMs = log[log.length - limit] ?? now();
		return Math.max(1, Math.ceil((freeingMs + hourMs - now()) / 1000));
	};
	return {
		spend(caller, limit) {
			const log = recent(caller);
			const wait = waitSeconds(log, limit);
			if (wait === 0) log.push(now());
			return { waitSeconds: wait };
		},
		state(caller, limit) {
			const log = recent(caller);
			return { used: log.length, waitSeconds: waitSeconds(log, limit) };
		}
	};
}
