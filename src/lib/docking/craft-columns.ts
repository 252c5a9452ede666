import type { BareStay, Kind } from './stay.ts';

/**
 * Craft and kind of many stays. Names come in families that differ in a number: `Progress MS-27`,
 * `Crew-13 Dragon`.
 */
export interface CraftColumns {
	/** In the order they first occur. */
	readonly families: readonly Family[];
	/** For each stay 0 for the first of the next family, else the family's position plus 1. */
	readonly familyOf: readonly number[];
	/** For each stay of a family with a number, its difference from the family's last, from 0. */
	readonly numbers: readonly number[];
}

/** Kind, the name up to its last number, and the name after it; a name without one has no third. */
export type Family = readonly [kind: Kind, before: string, after?: string];

type Craft = Pick<BareStay, 'craft' | 'kind'>;

/** Digits that a number may have and still be told exactly. */
const mostDigits = 15;

/** The columns of `crafts`, in their order. */
export function craftColumns(crafts: readonly Craft[]): CraftColumns {
	const families: Family[] = [];
	const known = new Map<string, { readonly place: number; last: number }>();
	const familyOf: number[] = [];
	const numbers: number[] = [];
	for (const { craft, kind } of crafts) {
		const { before, number, after } = splitName(craft);
		const key =
			after === undefined ? `${kind}-${before}` : `${kind}+${before.length}+${before}${after}`;
		let family = known.get(key);
		familyOf.push(family ? family.place + 1 : 0);
		if (!family) {
			family = { place: families.length, last: 0 };
			known.set(key, family);
			families.push(after === undefined ? [kind, before] : [kind, before, after]);
		}
		if (number === undefined) continue;
		numbers.push(number - family.last);
		family.last = number;
	}
	return { families, familyOf, numbers };
}

/** Name and kind of each craft that `columns` tell, in their order. */
export function readCrafts({ families, familyOf, numbers }: CraftColumns): {
	readonly names: readonly string[];
	readonly kinds: readonly Kind[];
} {
	const names: string[] = [];
	const kinds: Kind[] = [];
	const last = new Array<number>(families.length).fill(0);
	let seen = 0;
	let next = 0;
	for (const place of familyOf) {
		const family = (place || ++seen) - 1;
		const [kind, before, after] = families[family]!;
		kinds.push(kind);
		if (after === undefined) names.push(before);
		else names.push(before + (last[family]! += numbers[next++]!) + after);
	}
	return { names, kinds };
}

/** A name cut at its last number; zeros before that belong to what is before. */
function splitName(name: string): {
	readonly before: string;
	readonly number?: number;
	readonly after?: string;
} {
	let end = name.length;
	while (end > 0 && !isDigit(name, end - 1)) end--;
	if (end === 0) return { before: name };
	let start = end - 1;
	while (start > 0 && end - start < mostDigits && isDigit(name, start - 1)) start--;
	while (start < end - 1 && name[start] === '0') start++;
	return {
		before: name.slice(0, start),
		number: Number(name.slice(start, end)),
		after: name.slice(end)
	};
}

function isDigit(text: string, position: number): boolean {
	const code = text.charCodeAt(position);
	return code >= 48 && code <= 57;
}
