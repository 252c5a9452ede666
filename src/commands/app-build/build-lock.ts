import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/** Sqlite's SQLITE_BUSY: somebody else holds the lock. */
const busy = 5;

/**
 * What `work` gives, done while no other process does the same under the lock at `path`.
 * The operating system frees the lock with the process that holds it, however that ends.
 */
export async function withBuildLock<Result>(
	path: string,
	work: () => Promise<Result>
): Promise<Result> {
	mkdirSync(dirname(path), { recursive: true });
	const database = new DatabaseSync(path, { timeout: 0 });
	try {
		while (!tryToLock(database)) await delay(200);
		return await work();
	} finally {
		database.close();
	}
}

function tryToLock(database: DatabaseSync): boolean {
	try {
		database.exec('BEGIN EXCLUSIVE');
		return true;
	} catch (error) {
		if ((error as { errcode?: number }).errcode === busy) return false;
		throw error;
	}
}
