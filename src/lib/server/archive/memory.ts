import type { Instant } from '../../time/instant.ts';
import type {
	Archive,
	ArchiveChange,
	ArchiveContents,
	CallAnswer,
	CallRequest,
	StoredDocument
} from './archive.ts';

/** Nothing yet. */
export const emptyContents: ArchiveContents = {
	documents: new Map(),
	locations: new Map(),
	facts: {},
	calls: []
};

/** An archive that forgets everything when the process ends. */
export function createMemoryArchive(initial: ArchiveContents = emptyContents): Archive {
	let contents = initial;
	return {
		read: () => Promise.resolve(contents),
		apply(change) {
			contents = applyChange(contents, change);
			return Promise.resolve(true);
		},
		spendCall(request) {
			const answer = spend(contents.calls, request);
			contents = { ...contents, calls: answer.calls };
			return Promise.resolve(answer);
		},
		warnings: () => [],
		close: () => Promise.resolve()
	};
}

/** The contents after a change; the former ones are left as they were. */
export function applyChange(contents: ArchiveContents, change: ArchiveChange): ArchiveContents {
	const { put = [], remove = [], locations, facts } = change;
	const documents = put.length + remove.length > 0 ? new Map(contents.documents) : undefined;
	for (const document of put) documents?.set(document.id, document);
	for (const id of remove) documents?.delete(id);
	return {
		documents: documents ?? contents.documents,
		locations: locations ? byId(locations) : contents.locations,
		facts: { ...contents.facts, ...facts },
		calls: contents.calls
	};
}

/**
 * The answer to a request for a call, given the calls so far, ascending. Calls that a clock since
 * set back left in the future count as made now, so that they cannot block for longer than a window.
 */
export function spend(calls: readonly Instant[], request: CallRequest): CallAnswer {
	const { at, since, most } = request;
	const counted = calls.filter((call) => call > since).map((call) => (call > at ? at : call));
	if (counted.length >= most) return { granted: false, calls: counted };
	return { granted: true, calls: [...counted, at] };
}

function byId(documents: readonly StoredDocument[]): ReadonlyMap<number, StoredDocument> {
	return new Map(documents.map((document) => [document.id, document]));
}
