/** The documents that the stand-in holds; odd ones too, so nothing is known of their shape. */
export interface Collection {
	readonly documents: readonly unknown[];
	/** Grows with every change. */
	readonly version: number;
	/** Replaces the document with the same id, else adds it. */
	put(document: unknown): void;
	/** Tells whether there was one. */
	remove(id: unknown): boolean;
	/** Takes the list as it is, doubled ids included. */
	replaceAll(documents: readonly unknown[]): void;
	find(id: unknown): unknown;
}

/** A collection that begins with the given documents. */
export function createCollection(initial: readonly unknown[]): Collection {
	let documents = [...initial];
	let version = 0;
	const indexOf = (id: unknown) =>
		id === undefined ? -1 : documents.findIndex((document) => valueAt(document, 'id') === id);
	return {
		get documents() {
			return documents;
		},
		get version() {
			return version;
		},
		put(document) {
			const index = indexOf(valueAt(document, 'id'));
			if (index < 0) documents.push(document);
			else documents[index] = document;
			version += 1;
		},
		remove(id) {
			const index = indexOf(id);
			if (index >= 0) documents.splice(index, 1);
			version += 1;
			return index >= 0;
		},
		replaceAll(replacement) {
			documents = [...replacement];
			version += 1;
		},
		find: (id) => documents[indexOf(id)]
	};
}

/** What stands at a path of an object of unknown shape; undefined when the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
	let current = value;
	for (const key of path) {
		if (typeof current !== 'object' || current === null) return undefined;
		current = (current as Record<string, unknown>)[key];
	}
	return current;
}
