import type { HeldDocument } from '../../../../src/lib/server/holdings.ts';
import type { JsonObject } from '../../../../src/lib/server/json.ts';
import {
	createApi,
	type ApiOptions,
	type PageFacts
} from '../../../../src/lib/server/ll2-api/api.ts';
import { drawApiPage } from '../../../../src/routes/2.3.0/draw-page.ts';
import type { Snapshot, Source } from '../../../../src/lib/server/snapshot.ts';
import { readDocument } from '../../../../src/lib/server/launch-library/read-document.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { noon } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';

/** What the API is to show, each with a default. */
export interface Shown {
	readonly documents: readonly unknown[];
	readonly locations?: readonly JsonObject[];
	readonly source?: Source;
	readonly updatedMs?: number;
}

export interface Settings {
	readonly env?: Record<string, string>;
	/** What upstream has beside what is shown. */
	readonly readEvent?: ApiOptions['source']['readEvent'];
}

/** The API's address in these tests. */
export const root = 'http://api.test/2.3.0/';

/** The documents that can be read, as they are held, the last of each id. */
export function heldOf(documents: readonly unknown[]): Map<number, HeldDocument> {
	const held = new Map<number, HeldDocument>();
	for (const document of documents) {
		const read = readDocument(document);
		if (!read.ok) continue;
		held.set(read.event.id, {
			id: read.event.id,
			text: JSON.stringify(document),
			event: read.event
		});
	}
	return held;
}

/** The API over documents that a test may change, on a clock of its own. */
export function apiForTest(initial: Shown, { env = {}, readEvent }: Settings = {}) {
	const listeners = new Set<() => void>();
	let shown = initial;
	let held = heldOf(initial.documents);
	let version = 1;
	let nowMs: number = noon;
	let pagesDrawn = 0;
	const source: ApiOptions['source'] = {
		snapshot: () =>
			({
				version: `v${version}`,
				source: shown.source ?? 'live',
				updated: instant(shown.updatedMs ?? noon)
			}) as Snapshot,
		held: () => held,
		locations: () => shown.locations ?? [],
		readEvent: readEvent ?? (() => Promise.resolve(undefined)),
		subscribe(listener) {
			listeners.add(listener as () => void);
			return () => void listeners.delete(listener as () => void);
		}
	};
	const drawPage = (facts: PageFacts) => {
		pagesDrawn++;
		return drawApiPage(facts);
	};
	const api = createApi({
		source,
		env,
		log: createLogLines().log,
		clock: () => instant(nowMs)
	});
	return {
		/** A response to `docking_events/?limit=2`, say; the method and headers are a GET's. */
		ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
			const url = new URL(path, root);
			const request = new Request(url, { method, headers: { host: url.host, ...headers } });
			return api.answer(request, url, drawPage);
		},
		/** A list's body; fails when the status is another than 200. */
		async list(path: string): Promise<ListBody> {
			const response = await this.ask(path);
			if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
			return (await response.json()) as ListBody;
		},
		/** Shows other documents, as a refresh does. */
		show(next: Partial<Shown>, { isNew = true } = {}) {
			shown = { ...shown, ...next };
			if (next.documents) {
				const all = heldOf(next.documents);
				for (const [id, document] of all)
					if (held.get(id)?.text === document.text) all.set(id, held.get(id)!);
				held = all;
			}
			if (isNew) version++;
			for (const listener of listeners) listener();
		},
		pagesDrawn: () => pagesDrawn,
		advance: (ms: number) => void (nowMs += ms)
	};
}

export interface ListBody {
	readonly count: number;
	readonly next: string | null;
	readonly previous: string | null;
	readonly results: readonly JsonObject[];
}

/** The ids of a list, in its order. */
export function idsOf({ results }: ListBody): number[] {
	return results.map((document) => Number(document['id']));
}
