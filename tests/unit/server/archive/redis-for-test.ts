import { afterAll, beforeAll } from 'vitest';
import { startRedis, type Redis } from '../../../redis/start-redis.ts';
import { redisPath } from '../../../redis/find-redis.ts';

/** Whether tests with a real Redis can run here. */
export const hasRedis = redisPath() !== undefined;

/** A Redis that runs for all tests of a file or block; it is there in tests only. */
export function useRedis(): () => Redis {
	let redis: Redis | undefined;
	beforeAll(async () => {
		redis = await startRedis();
	});
	afterAll(() => redis?.kill());
	return () => {
		if (!redis) throw new Error('Redis runs in tests only');
		return redis;
	};
}
