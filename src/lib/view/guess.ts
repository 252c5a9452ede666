/** What an address meant instead of what it says. */
export interface Guess {
	/** Comma-separated ids: `4,18`; or a date. */
	readonly ids: string;
	/** `ISS, Tiangong`; empty where there is nothing to add. */
	readonly names: string;
}

/**
 * What was meant where `text` names things, comma-separated, that `find` finds by an id or a name;
 * undefined unless it finds all of them.
 */
export function guessBy(
	text: string,
	find: (part: string) => { readonly id: number; readonly name: string } | undefined
): Guess | undefined {
	const parts = text.split(',').flatMap((part) => part.trim() || []);
	const known = new Map<number, string>();
	for (const part of parts) {
		const meant = find(part);
		if (!meant) return undefined;
		known.set(meant.id, meant.name);
	}
	if (!known.size) return undefined;
	return { ids: [...known.keys()].join(','), names: [...known.values()].join(', ') };
}

/** Letters and digits alone, all small: how names are compared. */
export function plain(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
