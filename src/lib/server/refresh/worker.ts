import type { Instant } from '../../time/instant.ts';
import type { Archive } from '../archive/archive.ts';
import type { Budget } from '../launch-library/budget.ts';
import type { Client } from '../launch-library/client.ts';
import { failed } from '../launch-library/failure.ts';
import type { Log } from '../log.ts';
import { archiveChange, differenceOf, type Difference } from './change.ts';
import { createFullSync } from './full-sync.ts';
import { createIncremental } from './incremental.ts';
import { readLocations } from './locations.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import type { Step, Task } from './step.ts';

/** Does the reading and the writing down; when is not its business. */
export interface Worker {
	/** Goes on with a reading of that kind as far as calls and upstream allow. */
	read(kind: Plan['kind']): Promise<Step<Reading>>;
	/**
	 * Writes a reading into the archive and returns what it changed; undefined when another replica
	 * leads by now, and nothing was written.
	 */
	writeDown(reading: Reading): Promise<Difference | undefined>;
}

export interface WorkerOptions {
	readonly archive: Archive;
	readonly client: Client;
	readonly budget: Budget;
	readonly clock: () => Instant;
	readonly log: Log;
	readonly resyncMs: number;
	/** The term in which this replica leads, where replicas share the archive. */
	readonly term?: () => number | undefined;
}

/** A full reading that has not come on for so long begins anew. */
const abandonMs = 6 * 3_600_000;

/** A worker on `archive`; it keeps a reading that was interrupted. */
export function createWorker(options: WorkerOptions): Worker {
	const { archive, client, budget, clock, log } = options;
	let full: { readonly task: Task; pages: number; progressAt: Instant } | undefined;
	let incremental: Task | undefined;
	/** In which what is read now was begun. */
	let term: number | undefined;

	async function advanceFull(): Promise<Step<Reading>> {
		const now = clock();
		if (full && Math.abs(now - full.progressAt) > abandonMs) full = undefined;
		if (!full) {
			const hasDocuments = (await archive.read()).documents.size > 0;
			const task = createFullSync({ client, budget, hasDocuments });
			full = { task, pages: 0, progressAt: now };
		}
		const step = await full.task.advance();
		const pages = full.task.pages();
		if (pages > full.pages) Object.assign(full, { pages, progressAt: clock() });
		if (step.kind === 'done') full = incremental = undefined;
		return step;
	}

	async function advanceIncremental(): Promise<Step<Reading>> {
		incremental ??= createIncremental(client, budget);
		const step = await incremental.advance();
		if (step.kind !== 'wait') incremental = undefined;
		return step;
	}

	return {
		async read(kind) {
			// Another replica may have written newer data than those of an older term.
			if (term !== options.term?.()) full = incremental = undefined;
			term = options.term?.();
			if (budget.needsLearning()) await learnLimit(options);
			return legible(await (kind === 'full' ? advanceFull() : advanceIncremental()));
		},
		async writeDown(reading) {
			const locations = await locationsIfDue(options);
			const before = await archive.read();
			const difference = differenceOf(reading, before);
			const now = clock();
			const change = archiveChange(reading, difference, now);
			const listed = locations && { locations, facts: { ...change.facts, locationsAt: now } };
			if (!(await archive.apply({ ...change, ...listed }, term))) return undefined;
			logSkipped(log, reading, difference, before.facts.unreadable?.ids ?? []);
			return difference;
		}
	};
}

/** Where not one document of many can be read, upstream answers something else than docking events. */
function legible(step: Step<Reading>): Step<Reading> {
	if (step.kind !== 'done') return step;
	const { documents, refused } = step.value;
	if (documents.size > 0 || refused.length === 0) return step;
	const { reason } = refused[0]!;
	return { kind: 'failed', failure: failed('shape', `no document can be read: ${reason}`).failure };
}

async function learnLimit({ client, budget, log }: WorkerOptions): Promise<void> {
	const result = await client.readLimit();
	await budget.learn(result.ok ? result.value : undefined);
	if (result.ok) {
		log.info({ callsPerHour: result.value }, 'asked api-throttle/ for the limit');
		return;
	}
	const { failure } = result;
	if (failure.kind === 'throttled') await budget.block(failure.retryAfterMs);
	log.warn({ failure, callsPerHour: budget.limit() }, 'api-throttle/ did not tell the limit');
}

/** With every full sync that is due, and again with the next refresh when they did not come. */
async function locationsIfDue(options: WorkerOptions) {
	const { archive, client, budget, clock, log, resyncMs } = options;
	const now = clock();
	const { locationsAt } = (await archive.read()).facts;
	const isOld = locationsAt === undefined || Math.abs(now - locationsAt) >= resyncMs;
	return isOld ? readLocations(client, budget, log, now) : undefined;
}

/** One line for each document that lost something, when that is news. */
function logSkipped(
	log: Log,
	reading: Reading,
	{ put }: Difference,
	knownBad: readonly number[]
): void {
	for (const { id, reason } of reading.refused)
		if (id === undefined || !knownBad.includes(id))
			log.warn({ id, reason }, 'a docking event could not be read; a former version stays');
	for (const { id } of put) {
		const warnings = reading.warnings.get(id);
		if (warnings) log.warn({ id, warnings }, 'parts of a docking event could not be read');
	}
}
