/** Ids that somebody has asked for; nothing draws them, so they are not reactive. */
export interface AskedIds {
	/** Those of `ids` that nobody has asked for yet, each once; from now on they are. */
	take(ids: Iterable<number>): number[];
	/** As if nobody had asked for `ids`. */
	release(ids: Iterable<number>): void;
}

/** No ids so far. */
export function createAskedIds(): AskedIds {
	const asked = new Set<number>();
	return {
		take(ids) {
			const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
			for (const id of fresh) asked.add(id);
			return fresh;
		},
		release(ids) {
			for (const id of ids) asked.delete(id);
		}
	};
}
