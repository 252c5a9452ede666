import { randomLcg } from 'd3';

/** A seeded source of chance: the same seed gives the same numbers everywhere. */
export interface Random {
	/** At least `from`, below `to`. */
	between(from: number, to: number): number;
	/** An element of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
	/** The list in another order. */
	shuffle<T>(list: readonly T[]): T[];
}

/** The source of chance for a seed. */
export function createRandom(seed: number): Random {
	const next = randomLcg(seed);
	const between = (from: number, to: number) => from + next() * (to - from);
	const indexIn = (length: number) => Math.floor(between(0, length));
	return {
		between,
		pick(list) {
			const element = list[indexIn(list.length)];
			if (element === undefined) throw new RangeError('nothing to pick from');
			return element;
		},
		shuffle(list) {
			const keyed = list.map((element) => ({ element, key: next() }));
			return keyed.sort((a, b) => a.key - b.key).map(({ element }) => element);
		}
	};
}
