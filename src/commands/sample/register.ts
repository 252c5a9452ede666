/** A table under construction whose rows are made once, when their key is first seen. */
export interface Register<Row extends readonly [id: number, ...rest: unknown[]]> {
	/** The id of the row at `key`: the known one, else that of the row `make` gives for `newId`. */
	add(key: string, newId: number, make: (id: number) => Row): number;
	/** All rows, by id. */
	rows(): readonly Row[];
}

/** An empty register; two keys that claim one id make `add` throw an Error. */
export function createRegister<
	Row extends readonly [id: number, ...rest: unknown[]]
>(): Register<Row> {
	const idByKey = new Map<string, number>();
	const rowById = new Map<number, Row>();
	return {
		add(key, newId, make) {
			const known = idByKey.get(key);
			if (known !== undefined) return known;
			if (rowById.has(newId)) throw new Error(`"${key}" claims the id ${newId}, which is taken`);
			const row = make(newId);
			idByKey.set(key, newId);
			rowById.set(newId, row);
			return newId;
		},
		rows: () => [...rowById.values()].sort((a, b) => a[0] - b[0])
	};
}
