/** How long an answer may take, in milliseconds. */
const timeoutMs = 20_000;

/**
 * The JSON that this server answers at `path`. Rejects when the answer is an error, does not come
 * in time, or `signal` is aborted.
 */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
	const signals = [AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])];
	const response = await fetch(path, { signal: AbortSignal.any(signals) });
	if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
	return (await response.json()) as T;
}
