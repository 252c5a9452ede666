import type { Budget } from '../launch-library/budget.ts';
import type { Client } from '../launch-library/client.ts';
import { collect, collected } from './reading.ts';
import { spendOn, type Task } from './step.ts';

/**
 * The latest dockings, and the stays that are open or ended last: upstream cannot be asked what has
 * changed, and sorts open stays first by `-departure`.
 */
const orderings = ['-docking', '-departure'] as const;

/** Reads the newest hundred events by docking and by departure, in two calls. */
export function createIncremental(client: Client, budget: Budget): Task {
	const all = collected();
	let calls = 0;
	let pages = 0;
	return {
		pages: () => pages,
		async advance() {
			for (const ordering of orderings.slice(pages)) {
				const step = await spendOn(budget, () => {
					calls++;
					return client.listEvents({ mode: 'detailed', ordering });
				});
				if (step.kind !== 'done') return step;
				collect(all, step.value.documents);
				pages++;
			}
			const { documents, warnings, refused } = all;
			const value = {
				kind: 'incremental' as const,
				documents,
				warnings,
				refused,
				allIds: undefined,
				sure: true,
				calls
			};
			return { kind: 'done', value };
		}
	};
}
