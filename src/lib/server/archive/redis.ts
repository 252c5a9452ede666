import { randomUUID } from 'node:crypto';
import type { Instant } from '../../time/instant.ts';
import type { Log } from '../log.ts';
import type { Archive, CallAnswer, CallRequest, Sharing } from './archive.ts';
import { connectRedis, type RedisConnection } from './redis-connection.ts';
import { readSpent } from './redis-copy.ts';
import { createRedisReplica, type RedisReplica } from './redis-replica.ts';
import { keys, leadScript, resignScript, spendScript } from './redis-scripts.ts';

export interface RedisArchiveOptions {
	/** `redis://…` or `rediss://…`; Valkey speaks the same. */
	readonly url: string;
	readonly log: Log;
	readonly clock: () => Instant;
	/** Stands for the clock of Redis in tests. */
	readonly redisClock?: () => Instant;
}

const warning =
	'Redis, which holds the archive, does not answer; what is held is shown, and Launch Library 2 is not called until it does.';
/** After so long a replica without Redis asks again whether it may call upstream. */
const retryMs = 10_000;

/**
 * The archive in Redis that replicas share. Each has a copy in memory, follows what the others
 * change, and goes on from its copy while Redis is gone. Calls are counted on the clock of Redis, the
 * same for all.
 */
export async function openRedisArchive(options: RedisArchiveOptions): Promise<Archive> {
	const { url, log, clock, redisClock } = options;
	const redisNow = () => (redisClock ? String(redisClock()) : '');
	const redis = await connectRedis({ url, log });
	const replica = createRedisReplica({ redis, log, clock, redisNow });
	redis.onNews(() => void replica.follow());
	await replica.follow();
	const spend = async ({ at, since, most }: CallRequest): Promise<CallAnswer> => {
		const upTo = most === Infinity ? '-1' : String(most);
		const values = [redisNow(), String(at - since), upTo, `${at} ${randomUUID()}`];
		const names = [keys.calls, keys.revision, keys.channel];
		return readSpent(await redis.run(spendScript, names, values), at);
	};
	return {
		sharing: sharingOf(redis, replica),
		read: () => Promise.resolve(replica.contents()),
		apply: replica.apply,
		async spendCall(request) {
			try {
				const answer = await spend(request);
				replica.noteCalls(answer.calls);
				return answer;
			} catch (problem) {
				log.debug({ err: problem }, 'no call without the shared budget');
				return { granted: false, calls: replica.contents().calls, retryMs };
			}
		},
		warnings: () => (redis.isUp() ? [] : [warning]),
		close: () => redis.close()
	};
}

function sharingOf(redis: RedisConnection, replica: RedisReplica): Sharing {
	const who = randomUUID();
	return {
		async lead(forMs) {
			// News that got lost on their way are had by now.
			await replica.follow();
			try {
				const names = [keys.leader, keys.term];
				return Number(await redis.run(leadScript, names, [who, String(forMs)])) || undefined;
			} catch {
				return undefined;
			}
		},
		async resign() {
			await redis.run(resignScript, [keys.leader], [who]).catch(() => undefined);
		},
		onChange: replica.onChange
	};
}
