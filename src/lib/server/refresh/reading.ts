import type { HeldDocument, Refusal } from '../holdings.ts';
import { readDocument } from '../launch-library/read-document.ts';

/** What a full sync or an incremental refresh has read. */
export interface Reading {
	readonly kind: 'full' | 'incremental';
	readonly documents: ReadonlyMap<number, HeldDocument>;
	/** Parts of documents that could not be read, by id. */
	readonly warnings: ReadonlyMap<number, readonly string[]>;
	readonly refused: readonly Refusal[];
	/** Every id that came, legible or not; only for a reading that proves what is not there. */
	readonly allIds: ReadonlySet<number> | undefined;
	/** False when upstream's list moved under a full reading. */
	readonly sure: boolean;
	readonly calls: number;
}

/** Documents of one or more pages, sorted into those that can be read and the others. */
export interface Collected {
	readonly documents: Map<number, HeldDocument>;
	readonly warnings: Map<number, readonly string[]>;
	readonly refused: Refusal[];
	/** Ids of all of them, as far as they tell one. */
	readonly ids: Set<number>;
}

/** A collection without documents. */
export function collected(): Collected {
	return { documents: new Map(), warnings: new Map(), refused: [], ids: new Set() };
}

/** Reads the documents of a page into a collection; of two with one id the later counts. */
export function collect(into: Collected, raws: readonly unknown[]): void {
	for (const raw of raws) {
		const result = readRaw(raw);
		if (!result.ok) {
			into.refused.push(result);
			if (result.id !== undefined) into.ids.add(result.id);
			continue;
		}
		const { id } = result.event;
		into.ids.add(id);
		into.documents.set(id, { id, text: result.text, event: result.event });
		if (result.warnings.length > 0) into.warnings.set(id, result.warnings);
	}
}

function readRaw(raw: unknown) {
	const result = readDocument(raw);
	if (!result.ok) return result;
	try {
		return { ...result, text: JSON.stringify(raw) };
	} catch {
		// Nesting too deep to be written, in a field that Berthline does not read.
		return { ok: false as const, id: result.event.id, reason: 'nested too deeply to be kept' };
	}
}
