import { hash } from 'node:crypto';
import type { Ll2DockingEvent } from '../docking/ll2.ts';
import { readDocument } from './launch-library/read-document.ts';

/** A document as received, and as understood. */
export interface HeldDocument {
	readonly id: number;
	/** JSON text. */
	readonly text: string;
	readonly event: Ll2DockingEvent;
}

/** All documents that are shown together; never altered, only succeeded. */
export interface Holdings {
	readonly documents: ReadonlyMap<number, HeldDocument>;
	/** The same exactly when the documents are the same, also in another process. */
	readonly version: string;
	readonly hashes: ReadonlyMap<number, string>;
}

/** A document that was to be held but cannot be read. */
export interface Refusal {
	readonly id?: number;
	readonly reason: string;
}

/** How many documents are read before others get a turn. */
const batch = 200;

/** Holds those of `texts` (JSON) that can be read; yields to other work now and then. */
export async function readHoldings(
	texts: Iterable<string>
): Promise<{ holdings: Holdings; refused: Refusal[] }> {
	const { read, refused } = await readTexts(texts);
	return { holdings: changeHoldings(emptyHoldings, read, []), refused };
}

/** Reads those of `texts` (JSON) that can be read, as `readHoldings`. */
export async function readTexts(
	texts: Iterable<string>
): Promise<{ read: HeldDocument[]; refused: Refusal[] }> {
	const read: HeldDocument[] = [];
	const refused: Refusal[] = [];
	let count = 0;
	for (const text of texts) {
		if (++count % batch === 0) await new Promise((resolve) => setImmediate(resolve));
		const result = readText(text);
		if (result.ok) read.push({ id: result.event.id, text, event: result.event });
		else refused.push(result);
	}
	return { read, refused };
}

/** Holdings after a change; the same object when nothing differs. */
export function changeHoldings(
	former: Holdings,
	put: readonly HeldDocument[],
	remove: readonly number[]
): Holdings {
	if (put.length + remove.length === 0) return former;
	const documents = new Map(former.documents);
	const hashes = new Map(former.hashes);
	for (const document of put) {
		documents.set(document.id, document);
		hashes.set(document.id, hash('sha256', document.text, 'base64url'));
	}
	for (const id of remove) {
		documents.delete(id);
		hashes.delete(id);
	}
	return { documents, hashes, version: versionOf(hashes) };
}

const emptyHoldings: Holdings = {
	documents: new Map(),
	hashes: new Map(),
	version: versionOf(new Map())
};

function versionOf(hashes: ReadonlyMap<number, string>): string {
	const lines = [...hashes].sort(([a], [b]) => a - b).map(([id, own]) => `${id} ${own}`);
	return hash('sha256', lines.join('\n'), 'base64url').slice(0, 16);
}

function readText(text: string): ReturnType<typeof readDocument> {
	try {
		return readDocument(JSON.parse(text));
	} catch (error) {
		return { ok: false, reason: error instanceof Error ? error.message : 'no JSON' };
	}
}
