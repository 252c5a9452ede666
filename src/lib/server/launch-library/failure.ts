/** Why a call gave nothing to work with. */
export type FailureKind =
	| 'timeout'
	| 'network'
	| 'too-large'
	| 'redirect'
	| 'throttled'
	| 'not-found'
	| 'status'
	| 'not-json'
	| 'shape'
	| 'foreign-next'
	| 'stopped';

/** A call that failed: its kind, and a sentence for the log that holds no secret. */
export interface Failure {
	readonly kind: FailureKind;
	readonly message: string;
	/** The HTTP status, where there was an answer. */
	readonly status?: number;
	/** How long the answer asks to wait. */
	readonly retryAfterMs?: number;
}

/** What a call gave, or why it gave nothing; calls never throw for upstream's sake. */
export type Result<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** A result that failed. */
export function failed(
	kind: FailureKind,
	message: string,
	more: Pick<Failure, 'status' | 'retryAfterMs'> = {}
): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure: { kind, message, ...more } };
}
