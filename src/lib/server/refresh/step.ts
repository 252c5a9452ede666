import type { Budget } from '../launch-library/budget.ts';
import type { Failure, Result } from '../launch-library/failure.ts';
import type { Reading } from './reading.ts';

/** Where a reading that needs several calls stands after it went as far as it could. */
export type Step<T> =
	| { readonly kind: 'done'; readonly value: T }
	/** With the failure that asked for it; without one, the budget is spent. */
	| { readonly kind: 'wait'; readonly waitMs: number; readonly failure?: Failure }
	| { readonly kind: 'failed'; readonly failure: Failure };

/** A reading that the budget or a failure may interrupt, and that then goes on where it was. */
export interface Task {
	advance(): Promise<Step<Reading>>;
	/** Pages read so far. */
	pages(): number;
}

/** Makes a call if the budget grants it, and tells the budget what upstream said. */
export async function spendOn<T>(budget: Budget, call: () => Promise<Result<T>>): Promise<Step<T>> {
	const grant = await budget.take('refresh');
	if (!grant.granted) return { kind: 'wait', waitMs: grant.waitMs };
	const result = await call();
	if (result.ok) {
		budget.succeeded();
		return { kind: 'done', value: result.value };
	}
	const { failure } = result;
	if (failure.kind !== 'throttled' && failure.retryAfterMs === undefined)
		return { kind: 'failed', failure };
	const waitMs = await budget.block(failure.retryAfterMs);
	return failure.kind === 'throttled'
		? { kind: 'wait', waitMs, failure }
		: { kind: 'failed', failure };
}
