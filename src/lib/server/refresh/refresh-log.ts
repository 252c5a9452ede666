import { formatIso, type Instant } from '../../time/instant.ts';
import type { Log } from '../log.ts';
import type { Difference } from './change.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import type { Step } from './step.ts';

/** How an attempt to refresh can end; `unsure` took what came but removed nothing. */
export const refreshResults = ['succeeded', 'unsure', 'waited', 'failed'] as const;
export type RefreshResult = (typeof refreshResults)[number];

/** Writes one line for each refresh: what happened, and when the next one is. */
export interface RefreshLog {
	refreshed(reading: Reading, difference: Difference, tookMs: number, next: Instant): void;
	hindered(kind: Plan['kind'], step: Exclude<Step<unknown>, { kind: 'done' }>, next: Instant): void;
	/** Something that nobody expected ended it. */
	brokeOff(error: unknown): void;
}

/** The lines of refreshes in `log`; how each one ended is told to `onEnd` too. */
export function createRefreshLog(log: Log, onEnd?: (result: RefreshResult) => void): RefreshLog {
	return {
		refreshed(reading, { put, remove, unreadable }, tookMs, next) {
			const facts = {
				refresh: reading.kind,
				documents: reading.documents.size,
				changed: put.length,
				removed: remove.length,
				unreadable: unreadable.ids.length + unreadable.unnamed,
				calls: reading.calls,
				tookMs,
				next: formatIso(next)
			};
			onEnd?.(reading.sure ? 'succeeded' : 'unsure');
			if (reading.sure) log.info(facts, 'refreshed');
			else log.warn(facts, 'refreshed; the list moved while it was read, so nothing was removed');
		},
		hindered(kind, step, next) {
			onEnd?.(step.kind === 'wait' ? 'waited' : 'failed');
			const { failure } = step;
			const facts = { refresh: kind, next: formatIso(next), ...(failure && { failure }) };
			if (step.kind === 'failed') log.warn(facts, 'the refresh failed');
			else if (failure) log.warn(facts, 'upstream asks for silence; the refresh goes on later');
			else log.info(facts, 'no calls are free; the refresh goes on later');
		},
		brokeOff(error) {
			onEnd?.('failed');
			log.error({ err: error }, 'a refresh broke off');
		}
	};
}
