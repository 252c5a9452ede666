import type { StayDetails } from '../../docking/stay-details.ts';
import { createAskedIds, type AskedIds } from './asked-ids.ts';

/** The most stays that one request asks for. */
export const mostIdsAtOnce = 200;

/** Details of stays, asked for once and kept while the data stay the same. */
export interface Details {
	/** Reactive; undefined until they have come. */
	get(id: number): StayDetails | undefined;
	/** Asks for those that are neither known nor under way; settles when what it asked for has. */
	want(ids: Iterable<number>): Promise<void>;
	/** Forgets everything, also what is under way: the data are others now. */
	forget(): void;
}

/**
 * Details that `fetchDetails` brings, at most 200 ids in a call; ids that its answer leaves out are
 * not asked for again. What failed goes to `onFailure`, and is asked for when it is wanted again.
 */
export function createDetails(
	fetchDetails: (ids: readonly number[]) => Promise<Readonly<Record<number, StayDetails>>>,
	onFailure: (problem: unknown, ids: readonly number[]) => void = warn
): Details {
	let known = $state.raw<Readonly<Record<number, StayDetails>>>({});
	let asked = createAskedIds();

	async function ask(ids: readonly number[], current: AskedIds): Promise<void> {
		try {
			const answer = await fetchDetails(ids);
			if (current !== asked) return;
			known = { ...known, ...answer };
		} catch (problem) {
			current.release(ids);
			if (current === asked) onFailure(problem, ids);
		}
	}

	return {
		get: (id) => known[id],
		async want(ids) {
			const fresh = asked.take(ids);
			const calls: Promise<void>[] = [];
			for (let first = 0; first < fresh.length; first += mostIdsAtOnce)
				calls.push(ask(fresh.slice(first, first + mostIdsAtOnce), asked));
			await Promise.all(calls);
		},
		forget() {
			asked = createAskedIds();
			known = {};
		}
	};
}

function warn(problem: unknown, ids: readonly number[]): void {
	console.warn(`the details of ${ids.length} stays did not come:`, problem);
}
