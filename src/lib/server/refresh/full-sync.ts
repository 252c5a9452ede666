import type { Budget } from '../launch-library/budget.ts';
import type { Client, Page } from '../launch-library/client.ts';
import { failed } from '../launch-library/failure.ts';
import { collect, collected, type Collected, type Reading } from './reading.ts';
import { spendOn, type Step, type Task } from './step.ts';

export interface FullSyncOptions {
	readonly client: Client;
	readonly budget: Budget;
	/** An empty answer is then an error of upstream, not news. */
	readonly hasDocuments: boolean;
}

/** One reading of the whole list, page by page. */
interface Pass extends Collected {
	readonly counts: Set<number>;
	rows: number;
	/** Where the next page begins; undefined when all have been read. */
	offset: number | undefined;
}

/**
 * Reads every docking event. A pass whose counts or ids disagree, because the list moved under it,
 * is repeated once; when that does not help, everything seen counts and nothing proves an absence.
 */
export function createFullSync({ client, budget, hasDocuments }: FullSyncOptions): Task {
	const passes: [Pass, ...Pass[]] = [newPass()];
	let calls = 0;
	let pages = 0;

	async function finish(pass: Pass): Promise<Step<void>> {
		while (pass.offset !== undefined) {
			const { offset } = pass;
			const step = await spendOn(budget, () => {
				calls++;
				return client.listEvents({ mode: 'detailed', ordering: 'docking', offset });
			});
			if (step.kind !== 'done') return step;
			addPage(pass, step.value);
			pages++;
		}
		return { kind: 'done', value: undefined };
	}

	return {
		pages: () => pages,
		async advance() {
			for (;;) {
				const pass = passes.at(-1) ?? passes[0];
				const step = await finish(pass);
				if (step.kind !== 'done') return step;
				const sure = isConsistent(pass) && (pass.rows > 0 || !hasDocuments);
				if (sure) return { kind: 'done', value: sureReading(pass, calls) };
				if (passes.length < 2) passes.push(newPass());
				else if (pass.rows > 0) return { kind: 'done', value: unsureReading(passes, calls) };
				else return { kind: 'failed', failure: failed('shape', 'an empty list').failure };
			}
		}
	};
}

function newPass(): Pass {
	return { ...collected(), counts: new Set(), rows: 0, offset: 0 };
}

function addPage(pass: Pass, page: Page): void {
	collect(pass, page.documents);
	pass.counts.add(page.count);
	pass.rows += page.documents.length;
	pass.offset = page.nextOffset;
}

/** True when every page told the same count, and as many different documents came. */
function isConsistent(pass: Pass): boolean {
	const [count] = pass.counts;
	return (
		pass.counts.size === 1 && count === pass.rows && pass.ids.size + unnamed(pass) === pass.rows
	);
}

function unnamed(pass: Pass): number {
	return pass.refused.filter((refusal) => refusal.id === undefined).length;
}

function sureReading(pass: Pass, calls: number): Reading {
	const { documents, warnings, refused, ids } = pass;
	// A document without a legible id may be any of those that did not come.
	const allIds = unnamed(pass) === 0 ? ids : undefined;
	return { kind: 'full', documents, warnings, refused, allIds, sure: true, calls };
}

function unsureReading(passes: readonly Pass[], calls: number): Reading {
	return {
		kind: 'full',
		documents: new Map(passes.flatMap((pass) => [...pass.documents])),
		warnings: new Map(passes.flatMap((pass) => [...pass.warnings])),
		refused: passes.at(-1)?.refused ?? [],
		allIds: undefined,
		sure: false,
		calls
	};
}
