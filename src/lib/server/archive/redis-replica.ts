import type { Instant } from '../../time/instant.ts';
import type { Log } from '../log.ts';
import type { ArchiveChange, ArchiveContents } from './archive.ts';
import { applyChange, emptyContents } from './memory.ts';
import type { RedisConnection } from './redis-connection.ts';
import { changeArguments, readNews, withNews } from './redis-copy.ts';
import { applyScript, keys, newsScript, restoreCallsScript } from './redis-scripts.ts';

/** A copy in memory of what Redis holds. */
export interface RedisReplica {
	contents(): ArchiveContents;
	/** Calls as Redis has just told them. */
	noteCalls(calls: ArchiveContents['calls']): void;
	/** As an archive's. */
	apply(change: ArchiveChange, term?: number): Promise<boolean>;
	/** Brings the copy up to date, and resolves when that is done or cannot be done now. */
	follow(): Promise<void>;
	/** Calls `listener` after every time that `follow` brought something new. */
	onChange(listener: (contents: ArchiveContents) => void): void;
}

export interface RedisReplicaOptions {
	readonly redis: RedisConnection;
	readonly log: Log;
	readonly clock: () => Instant;
	/** The clock of Redis in milliseconds; empty for its own. */
	readonly redisNow: () => string;
}

/** A change that Redis has not got yet. */
interface Sending {
	readonly change: ArchiveChange;
	readonly term?: number | undefined;
}

/**
 * A copy that is still empty. What is written while Redis is gone is sent when it is back, and a
 * Redis that came back empty is filled from the copy.
 */
export function createRedisReplica(options: RedisReplicaOptions): RedisReplica {
	const { redis, log } = options;
	const listeners = new Set<(contents: ArchiveContents) => void>();
	let held = nothingHeld;
	let unsent: readonly Sending[] = [];
	let last: Promise<unknown> = Promise.resolve();
	let following: Promise<void> | undefined;

	/** One after the other, so that an older answer never replaces a newer one. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = last.then(work);
		last = turn.catch(() => undefined);
		return turn;
	}

	async function sendUnsent(): Promise<void> {
		for (let next = unsent[0]; next; next = unsent[0]) {
			const isRefused = (await send(redis, next)) === 0;
			unsent = unsent.slice(1);
			// What was shown meanwhile is not what the others have.
			if (isRefused) held = nothingHeld;
		}
	}

	async function catchUp(): Promise<void> {
		following = undefined;
		const before = held;
		try {
			await sendUnsent();
			held = await heldAfter(held, options);
		} catch (problem) {
			log.debug({ err: problem }, 'what Redis holds was not had now');
			return;
		}
		if (held.revision !== before.revision)
			for (const listener of listeners) listener(held.contents);
	}

	async function write(sending: Sending): Promise<boolean> {
		try {
			await sendUnsent();
			const revision = await send(redis, sending);
			if (revision === 0) return false;
			if (revision === held.revision + 1) held = { ...held, revision };
		} catch (problem) {
			log.warn({ err: problem }, 'a change waits until Redis answers');
			unsent = [...unsent, sending];
		}
		held = { ...held, contents: applyChange(held.contents, sending.change) };
		return true;
	}

	return {
		contents: () => held.contents,
		noteCalls(calls) {
			held = { ...held, contents: { ...held.contents, calls } };
		},
		apply: (change, term) => inTurn(() => write({ change, term })),
		follow: () => (following ??= inTurn(catchUp)),
		onChange: (listener) => void listeners.add(listener)
	};
}

interface Held {
	readonly contents: ArchiveContents;
	/** The revision up to which the contents are right. */
	readonly revision: number;
	/** As `restoreCallsScript` takes them. */
	readonly namedCalls: readonly string[];
}

const nothingHeld: Held = { contents: emptyContents, revision: 0, namedCalls: [] };

/** The new revision; 0 when the term is over. */
async function send(redis: RedisConnection, { change, term }: Sending): Promise<number> {
	const { documents, stamps, locations, facts, revision, channel } = keys;
	const names = [documents, stamps, locations, facts, revision, keys.term, channel];
	return Number(await redis.run(applyScript, names, changeArguments(change, term)));
}

/** What Redis holds now. */
async function heldAfter(former: Held, options: RedisReplicaOptions): Promise<Held> {
	const { redis, redisNow, clock } = options;
	const { documents, stamps, locations, facts, calls, revision } = keys;
	const names = [documents, stamps, locations, facts, calls, revision];
	const reply = await redis.run(newsScript, names, [redisNow(), String(former.revision)]);
	const news = readNews(reply, clock());
	if (news.revision < former.revision) {
		// Redis has lost what it held; another replica may have filled it again already.
		if (former.contents.facts.fullSync && !news.facts.fullSync) await restore(former, options);
		return heldAfter(nothingHeld, options);
	}
	return {
		contents: withNews(former.contents, news),
		revision: news.revision,
		namedCalls: news.namedCalls
	};
}

async function restore({ contents, namedCalls }: Held, options: RedisReplicaOptions) {
	const { redis, log } = options;
	const { documents, locations, facts } = contents;
	log.warn(
		{ documents: documents.size },
		'Redis came back without the archive and is filled again'
	);
	const change = { put: [...documents.values()], locations: [...locations.values()], facts };
	await send(redis, { change });
	if (namedCalls.length) await redis.run(restoreCallsScript, [keys.calls], namedCalls);
}
