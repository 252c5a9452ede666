/** Names to look for terms in, each kept once. */
export interface NameSearch {
	/** For each name, by its number, 1 when the term occurs in it. `term` is in upper case. */
	find(term: string): Uint8Array;
}

/** Numbers names as they come, in upper case: the same name always gets the same number. */
export interface NameNumbers {
	/** 0 for what is no name. */
	numberOf(name: unknown): number;
	/** A search over all names so far. */
	search(): NameSearch;
}

/** Numbers for names; 0 is the empty name, in which nothing occurs. */
export function createNameNumbers(): NameNumbers {
	const numbers = new Map<string, number>([['', 0]]);
	return {
		numberOf(name) {
			if (typeof name !== 'string') return 0;
			const own = name.replaceAll('\0', '').toUpperCase();
			const known = numbers.get(own);
			if (known !== undefined) return known;
			numbers.set(own, numbers.size);
			return numbers.size - 1;
		},
		search: () => createNameSearch([...numbers.keys()])
	};
}

/** One text of all names, parted by a character that no term holds, is searched many times faster. */
function createNameSearch(names: readonly string[]): NameSearch {
	const text = names.join('\0');
	const starts = new Uint32Array(names.length + 1);
	for (const [number, name] of names.entries())
		starts[number + 1] = starts[number]! + name.length + 1;
	return {
		find(term) {
			const found = new Uint8Array(names.length);
			let number = 0;
			for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, starts[number + 1])) {
				while (starts[number + 1]! <= at) number++;
				found[number] = 1;
				if (number === names.length - 1) break;
			}
			return found;
		}
	};
}
