/** What `/healthz` says about the data that are shown. */
interface Health {
	readonly source: string;
	readonly events: number;
	readonly updated: string;
}

/**
 * The data's source in words, as the app at `address` tells it: `showing sample data (641 stays,
 * as of 2026-10-08T00:00:00Z)`; undefined when it gives no answer within `timeoutMs`.
 */
export async function describeDataSource(
	address: string,
	timeoutMs: number
): Promise<string | undefined> {
	try {
		const signal = AbortSignal.timeout(timeoutMs);
		const response = await fetch(new URL('/healthz', address), { signal });
		const health: unknown = await response.json();
		if (!isHealth(health)) return undefined;
		const { source, events, updated } = health;
		return `showing ${source} data (${events} stays, as of ${updated})`;
	} catch {
		return undefined;
	}
}

function isHealth(value: unknown): value is Health {
	if (typeof value !== 'object' || value === null) return false;
	const { source, events, updated } = value as Partial<Record<string, unknown>>;
	return typeof source === 'string' && typeof events === 'number' && typeof updated === 'string';
}
