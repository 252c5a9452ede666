import { instant, type Instant } from '../../time/instant.ts';
import { backoffBounds, backoffMs } from '../backoff.ts';
import type { Failure } from '../launch-library/failure.ts';
import type { Plan } from './plan.ts';

/** Why there is nothing newer: a call that failed, or calls that are not allowed yet. */
export type Hindrance =
	| { readonly kind: 'failed'; readonly failure: Failure }
	| { readonly kind: 'wait'; readonly until: Instant };

/** Remembers failures and waits, and so when each kind of refresh may be tried again. */
export interface Pace {
	failed(kind: Plan['kind'], failure: Failure): void;
	waits(waitMs: number): void;
	succeeded(kind: Plan['kind']): void;
	notBefore(kind: Plan['kind']): Instant | undefined;
	hindrance(): Hindrance | undefined;
}

export interface PaceOptions {
	readonly clock: () => Instant;
	readonly random: () => number;
	readonly refreshMs: number;
}

/** A pace without failures so far. */
export function createPace({ clock, random, refreshMs }: PaceOptions): Pace {
	const bounds = backoffBounds(refreshMs);
	const failures = { full: 0, incremental: 0 };
	const notBefore: Partial<Record<Plan['kind'], Instant>> = {};
	let hindrance: Hindrance | undefined;
	return {
		failed(kind, failure) {
			failures[kind]++;
			const at = instant(clock() + backoffMs(failures[kind], random(), bounds));
			notBefore[kind] = at;
			// Where nothing answers, the other kind would only fail too.
			if (isUnreachable(failure)) notBefore[kind === 'full' ? 'incremental' : 'full'] = at;
			hindrance = { kind: 'failed', failure };
		},
		waits(waitMs) {
			const until = instant(clock() + waitMs);
			notBefore.full = until;
			notBefore.incremental = until;
			hindrance = { kind: 'wait', until };
		},
		succeeded(kind) {
			failures[kind] = 0;
			delete notBefore[kind];
			hindrance = undefined;
		},
		notBefore: (kind) => notBefore[kind],
		hindrance: () => hindrance
	};
}

/** True when no answer came at all. */
export function isUnreachable(failure: Failure): boolean {
	return failure.kind === 'timeout' || failure.kind === 'network';
}
