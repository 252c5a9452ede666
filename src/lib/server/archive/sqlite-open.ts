import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Instant } from '../../time/instant.ts';
import type { Log } from '../log.ts';
import type { ArchiveContents } from './archive.ts';
import { openSqliteFile, readContents, type OpenDatabase, type SqliteFile } from './sqlite-file.ts';
import { troubleOf } from './sqlite-trouble.ts';

export interface SqlitePlace {
	/** Absolute; missing folders are made. */
	readonly path: string;
	readonly log: Log;
	readonly clock: () => Instant;
	readonly open: OpenDatabase;
}

/**
 * The checked file at a place; a damaged one makes way for a new one. Throws what SQLite and the
 * file system throw for any other trouble.
 */
export function openHealthy({ path, log, clock, open }: SqlitePlace): SqliteFile {
	mkdirSync(dirname(path), { recursive: true });
	try {
		return openChecked(path, open);
	} catch (error) {
		if (troubleOf(error).kind !== 'damaged') throw error;
		const aside = moveAside(path, clock());
		log.error({ path, aside, err: error }, 'the archive was damaged and has been moved aside');
		return openSqliteFile(path, open);
	}
}

/** What a file that cannot be written holds; undefined when it cannot be read either. */
export function readUnwritable({ path, log, open }: SqlitePlace): ArchiveContents | undefined {
	if (!existsSync(path)) return undefined;
	// A folder that cannot be written has no place for WAL's index; without writers none is needed.
	const frozen = pathToFileURL(path);
	frozen.search = 'immutable=1';
	for (const address of [path, frozen]) {
		try {
			return readOnce(address, open);
		} catch (error) {
			log.warn({ path: String(address), err: error }, 'the archive could not be read');
		}
	}
	return undefined;
}

function openChecked(path: string, open: OpenDatabase): SqliteFile {
	const file = openSqliteFile(path, open);
	try {
		file.check();
		return file;
	} catch (error) {
		file.close();
		throw error;
	}
}

function readOnce(address: string | URL, open: OpenDatabase): ArchiveContents {
	const database = open(address, { readOnly: true });
	try {
		return readContents(database);
	} finally {
		database.close();
	}
}

/** Renames a damaged file with its companions and returns the new name. */
function moveAside(path: string, now: Instant): string {
	const stamp = new Date(now).toISOString().replaceAll(/[:.-]/g, '');
	const aside = `${path}.damaged-${stamp}`;
	for (const companion of ['', '-wal', '-shm'])
		if (existsSync(path + companion)) renameSync(path + companion, aside + companion);
	return aside;
}
