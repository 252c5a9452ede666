import { ask } from './ask.ts';

/** The parts of `/healthz` that tests of faults look at. */
export interface Health {
	readonly source: string;
	readonly events: number;
	/** The same exactly while the documents are. */
	readonly version: string;
	/** ISO 8601, UTC. */
	readonly updated: string;
	readonly callsLeft: number;
	readonly warnings: readonly string[];
}

/** What `/healthz` of the app at `url` says; throws when it is not 200. */
export async function healthAt(url: string): Promise<Health> {
	const { status, text } = await ask(`${url}/healthz`);
	if (status !== 200) throw new Error(`/healthz answered ${status}`);
	return JSON.parse(text) as Health;
}

/** Statuses of the page, of the API's list and of `/healthz`, asked for at once. */
export async function statusesAt(url: string): Promise<number[]> {
	const paths = ['/', '/2.3.0/docking_events/?limit=100', '/healthz'];
	const answers = await Promise.all(paths.map((path) => ask(url + path)));
	return answers.map(({ status }) => status);
}

/** What `statusesAt` tells when all is well. */
export const allWell = [200, 200, 200];

/** The document that the API serves for an id, undefined when there is none. */
export async function documentAt(
	url: string,
	id: number
): Promise<Record<string, unknown> | undefined> {
	const { status, text } = await ask(`${url}/2.3.0/docking_events/${id}/`);
	return status === 200 ? (JSON.parse(text) as Record<string, unknown>) : undefined;
}

/** The JSON lines of a server's log. */
export function logLines(log: readonly string[]): Record<string, unknown>[] {
	return log
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
