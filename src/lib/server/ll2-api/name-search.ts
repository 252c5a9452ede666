/** Names in several fields of many rows, to look for terms in. */
export interface NameSearch {
	/** Clears the rows in none of whose names the term, in upper case, occurs. */
	narrow(rows: Uint8Array, term: string): void;
}

/** Takes names in, row by row, and makes the search of them. */
export interface NameColumns {
	/** Puts a name into a field of a row; anything but text is no name. */
	put(row: number, field: number, name: unknown): void;
	search(): NameSearch;
}

/** Columns for so many rows and at most 32 fields, empty at first. */
export function createNameColumns(rowCount: number, fieldCount: number): NameColumns {
	// Each name is kept once, by its number; 0 is the empty name, in which nothing occurs.
	const numbers = new Map<string, number>([['', 0]]);
	const columns = Array.from({ length: fieldCount }, () => new Uint32Array(rowCount));
	/** The fields in which each name stands, a bit each. */
	const fields: number[] = [0];
	return {
		put(row, field, name) {
			if (typeof name !== 'string') return;
			const own = name.replaceAll('\0', '').toUpperCase();
			const number = numbers.get(own) ?? numbers.size;
			numbers.set(own, number);
			columns[field]![row] = number;
			fields[number] = (fields[number] ?? 0) | (1 << field);
		},
		search() {
			const markNames = createMarker([...numbers.keys()], Uint32Array.from(fields));
			return {
				narrow(rows, term) {
					const { isMarked, fields } = markNames(term);
					const concerned = columns.filter((_, field) => fields & (1 << field));
					keepMarked(rows, concerned, isMarked);
				}
			};
		}
	};
}

/** Keeps the rows of which a name in one of the columns is marked. */
function keepMarked(
	rows: Uint8Array,
	[first, ...others]: readonly Uint32Array[],
	isMarked: Uint8Array
): void {
	if (!first) return void rows.fill(0);
	const kept = others.length ? rows.slice() : rows;
	for (let row = 0; row < kept.length; row++) kept[row]! &= isMarked[first[row]!]!;
	if (!others.length) return;
	for (const column of others)
		for (let row = 0; row < kept.length; row++) kept[row]! |= isMarked[column[row]!]!;
	for (let row = 0; row < rows.length; row++) rows[row]! &= kept[row]!;
}

/** Marks, by number, the names in which a term occurs, and tells the fields that they stand in. */
function createMarker(names: readonly string[], fieldsOf: Uint32Array) {
	// One text, parted by a character that no term holds, is searched many times faster.
	const text = names.join('\0');
	const starts = new Uint32Array(names.length + 1);
	for (const [number, name] of names.entries())
		starts[number + 1] = starts[number]! + name.length + 1;
	return (term: string): { isMarked: Uint8Array; fields: number } => {
		const isMarked = new Uint8Array(names.length);
		let fields = 0;
		let number = 0;
		for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, starts[number])) {
			while (starts[number + 1]! <= at) number++;
			isMarked[number] = 1;
			fields |= fieldsOf[number]!;
			number++;
			if (number === names.length) break;
		}
		return { isMarked, fields };
	};
}
