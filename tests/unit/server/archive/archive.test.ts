import { describe, expect, test } from 'vitest';
import type { Archive, StoredDocument } from '../../../../src/lib/server/archive/archive.ts';
import { createMemoryArchive } from '../../../../src/lib/server/archive/memory.ts';
import { openRedisArchive } from '../../../../src/lib/server/archive/redis.ts';
import { openSqliteArchive } from '../../../../src/lib/server/archive/sqlite.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { noon } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';
import { hasRedis, useRedis } from './redis-for-test.ts';
import { tempFolder } from '../temp-folder.ts';

const document = (id: number, text = `{"id":${id}}`): StoredDocument => ({
	id,
	text,
	receivedAt: noon
});

const { log } = createLogLines();
const clock = () => noon;

/** Each test has a database of its own, and the clock of whoever asks. */
async function openRedis(url: string): Promise<Archive> {
	let now = noon;
	const archive = await openRedisArchive({ url, log, clock: () => now, redisClock: () => now });
	return {
		...archive,
		spendCall(request) {
			now = request.at;
			return archive.spendCall(request);
		}
	};
}

const archives: [string, () => Archive | Promise<Archive>][] = [
	['memory', () => createMemoryArchive()],
	['SQLite', () => openSqliteArchive({ path: `${tempFolder()}/a.db`, log, clock })]
];
if (hasRedis) {
	const redis = useRedis();
	let database = 0;
	archives.push(['Redis', () => openRedis(`${redis().url}/${database++}`)]);
}

describe.each(archives)('the archive in %s', (_, open) => {
	test('puts, replaces and removes documents in one change', async () => {
		const archive = await open();
		await archive.apply({ put: [document(1), document(2), document(Number.MAX_SAFE_INTEGER)] });
		await archive.apply({
			put: [document(2, '{"id":2,"x":"é\\u0000"}'), document(3)],
			remove: [1]
		});
		expect([...(await archive.read()).documents.values()]).toEqual([
			document(2, '{"id":2,"x":"é\\u0000"}'),
			document(Number.MAX_SAFE_INTEGER),
			document(3)
		]);
		await archive.apply({ remove: [Number.MAX_SAFE_INTEGER] });
		expect([...(await archive.read()).documents.keys()]).toEqual([2, 3]);
		expect(archive.warnings()).toEqual([]);
		await archive.close();
	});

	test('leaves what was read before as it was', async () => {
		const archive = await open();
		await archive.apply({ put: [document(1)] });
		const before = await archive.read();
		await archive.apply({ put: [document(2)], facts: { lastRefresh: noon } });
		expect([...before.documents.keys()]).toEqual([1]);
		expect(before.facts).toEqual({});
		await archive.close();
	});

	test('replaces locations as a whole, and facts one by one', async () => {
		const archive = await open();
		await archive.apply({ locations: [document(1), document(2)], facts: { locationsAt: noon } });
		const learntLimit = { at: noon, perHour: 15 };
		await archive.apply({ locations: [document(3)], facts: { learntLimit } });
		const { locations, facts } = await archive.read();
		expect([...locations.keys()]).toEqual([3]);
		expect(facts).toEqual({ locationsAt: noon, learntLimit });
		await archive.close();
	});

	test('grants calls until there are enough, and forgets those that no longer count', async () => {
		const archive = await open();
		const at = (ms: number) => instant(noon + ms);
		const spend = (ms: number) => archive.spendCall({ at: at(ms), since: at(ms - 1000), most: 2 });
		expect(await spend(0)).toEqual({ granted: true, calls: [at(0)] });
		expect(await spend(500)).toEqual({ granted: true, calls: [at(0), at(500)] });
		expect(await spend(999)).toEqual({ granted: false, calls: [at(0), at(500)] });
		expect(await spend(1000)).toEqual({ granted: true, calls: [at(500), at(1000)] });
		expect((await archive.read()).calls).toEqual([at(500), at(1000)]);
		await archive.close();
	});

	test('takes calls that a clock set back has left in the future as made now', async () => {
		const archive = await open();
		const later = instant(noon + 86_400_000);
		await archive.spendCall({ at: later, since: noon, most: 5 });
		const since = instant(noon - 1000);
		expect((await archive.spendCall({ at: noon, since, most: 1 })).calls).toEqual([noon]);
		expect((await archive.spendCall({ at: noon, since, most: 2 })).granted).toBe(true);
		await archive.close();
	});
});
