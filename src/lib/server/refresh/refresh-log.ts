import { formatIso, type Instant } from '../../time/instant.ts';
import type { Log } from '../log.ts';
import type { Difference } from './change.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import type { Step } from './step.ts';

/** Writes one line for each refresh: what happened, and when the next one is. */
export interface RefreshLog {
	refreshed(reading: Reading, difference: Difference, tookMs: number, next: Instant): void;
	hindered(kind: Plan['kind'], step: Exclude<Step<unknown>, { kind: 'done' }>, next: Instant): void;
}

/** The lines of refreshes in `log`. */
export function createRefreshLog(log: Log): RefreshLog {
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
			if (reading.sure) log.info(facts, 'refreshed');
			else log.warn(facts, 'refreshed; the list moved while it was read, so nothing was removed');
		},
		hindered(kind, step, next) {
			const { failure } = step;
			const facts = { refresh: kind, next: formatIso(next), ...(failure && { failure }) };
			if (step.kind === 'failed') log.warn(facts, 'the refresh failed');
			else if (failure) log.warn(facts, 'upstream asks for silence; the refresh goes on later');
			else log.info(facts, 'no calls are free; the refresh goes on later');
		}
	};
}
