import { instant, type Instant } from '../../time/instant.ts';
import type { Archive, ArchiveFacts } from '../archive/archive.ts';
import { backoffMs } from '../backoff.ts';

/** What a call is for: `refresh` leaves the reserve alone, `event` may use it. */
export type Purpose = 'refresh' | 'event';

/** A call granted, or how long until one may be. */
export type Grant =
	| { readonly granted: true }
	| { readonly granted: false; readonly waitMs: number; readonly because: 'budget' | 'blocked' };

/** Spends upstream's calls, never more in any 60 minutes than are allowed. */
export interface Budget {
	/** Asks for one call and records it when granted; a call that then fails has been spent too. */
	take(purpose: Purpose): Promise<Grant>;
	/** Records a call that was made without asking: a redirect that was followed. */
	record(): Promise<void>;
	/**
	 * Upstream answered 429 or asked for silence: without a time, longer each time in a row.
	 * Returns for how many milliseconds nothing will be granted.
	 */
	block(retryAfterMs: number | undefined): Promise<number>;
	/** Upstream answered normally, which ends a row of blocks. */
	succeeded(): void;
	/** What `api-throttle/` says; undefined when it was asked in vain. */
	learn(perHour: number | undefined): Promise<void>;
	/** True when `api-throttle/` was not asked since the start, nor for a day (an hour, if in vain). */
	needsLearning(): boolean;
	/** Calls allowed in 60 minutes. */
	limit(): number;
	/** Calls left now, the reserve included; 0 while upstream wants silence. */
	callsLeft(): number;
}

export interface BudgetOptions {
	readonly archive: Archive;
	readonly clock: () => Instant;
	readonly random: () => number;
	/** `LL2_CALLS_PER_HOUR`; rules over what upstream says. */
	readonly callsPerHour: number | undefined;
}

const defaultLimit = 15;
const reserveCalls = 2;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * How long a call counts: 60 minutes, and a second more, because upstream counts from when a call
 * arrives, not from when it leaves.
 */
export const windowMs = 3_601_000;

/** Pauses after a 429 that does not say for how long. */
const silenceBounds = { firstMs: 120_000, capMs: 3_600_000 };

/** The budget that is written down in `archive`. */
export async function createBudget(options: BudgetOptions): Promise<Budget> {
	const { archive, clock, random, callsPerHour } = options;
	const contents = await archive.read();
	let facts: ArchiveFacts = contents.facts;
	let calls: readonly Instant[] = contents.calls;
	let askAgainAt: Instant | undefined;
	let silences = 0;

	const limit = () => callsPerHour ?? facts.learntLimit?.perHour ?? defaultLimit;
	const keep = async (change: ArchiveFacts) => {
		facts = { ...facts, ...change };
		await archive.apply({ facts: change });
	};
	// What one replica is told, all heed.
	archive.sharing?.onChange((shared) => ({ facts, calls } = shared));
	const spendUpTo = async (most: number) => {
		const at = clock();
		const answer = await archive.spendCall({ at, since: instant(at - windowMs), most });
		({ calls } = answer);
		return answer;
	};
	const silenceMs = () => remainingSilenceMs(facts.blocked, clock());

	return {
		async take(purpose) {
			const { blocked } = facts;
			// A clock that was set back must not make the silence longer than it was asked for.
			if (blocked && blocked.at > clock()) await keep({ blocked: { ...blocked, at: clock() } });
			const blockedMs = silenceMs();
			if (blockedMs > 0) return { granted: false, waitMs: blockedMs, because: 'blocked' };
			const most = shareOf(purpose, limit(), archive.sharing !== undefined);
			const { granted, retryMs } = await spendUpTo(most);
			if (granted) return { granted };
			const waitMs = retryMs ?? untilFree(calls, most, clock());
			return { granted, waitMs, because: 'budget' };
		},
		record: async () => void (await spendUpTo(Infinity)),
		async block(retryAfterMs) {
			silences++;
			const forMs = retryAfterMs ?? backoffMs(silences, random(), silenceBounds);
			await keep({ blocked: { at: clock(), forMs } });
			return forMs;
		},
		succeeded: () => void (silences = 0),
		async learn(perHour) {
			const at = clock();
			askAgainAt = instant(at + (perHour === undefined ? hourMs : dayMs));
			if (perHour !== undefined) await keep({ learntLimit: { at, perHour } });
		},
		needsLearning() {
			if (callsPerHour !== undefined || silenceMs() > 0) return false;
			return askAgainAt === undefined || clock() >= askAgainAt || clock() < askAgainAt - dayMs;
		},
		limit,
		callsLeft() {
			if (silenceMs() > 0) return 0;
			const from = clock() - windowMs;
			return Math.max(0, limit() - calls.filter((call) => call > from).length);
		}
	};
}

/**
 * The reserve shrinks with a small limit, so that refreshes never starve. Replicas do not tell each
 * other how many single events they read: they stop together when half of the calls are spent.
 */
function shareOf(purpose: Purpose, limit: number, isShared: boolean): number {
	if (purpose === 'event') return isShared ? Math.ceil(limit / 2) : limit;
	return limit - Math.min(reserveCalls, limit - 1);
}

function remainingSilenceMs(blocked: ArchiveFacts['blocked'], now: Instant): number {
	if (!blocked) return 0;
	return Math.max(0, Math.min(blocked.forMs, blocked.at + blocked.forMs - now));
}

/** Milliseconds until fewer than `most` of `calls` count. */
function untilFree(calls: readonly Instant[], most: number, now: Instant): number {
	const leaving = calls[calls.length - most] ?? now;
	return Math.max(1, leaving + windowMs - now);
}
