import type { DatabaseSync } from 'node:sqlite';

/** Marks a SQLite file as Berthline's own: "BRTH". */
const applicationId = 0x42525448;

/** Each entry brings the tables from the version of its index to the next; never edit, only add. */
const migrations = [
	`CREATE TABLE documents (
		id INTEGER PRIMARY KEY,
		received_at INTEGER NOT NULL,
		text TEXT NOT NULL
	);
	CREATE TABLE locations (
		id INTEGER PRIMARY KEY,
		received_at INTEGER NOT NULL,
		text TEXT NOT NULL
	);
	CREATE TABLE calls (at INTEGER NOT NULL);
	CREATE INDEX calls_by_time ON calls (at);
	CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);`
];

/** A file that is intact but not ours to write: another program's, or a later Berthline's. */
export class ForeignFileError extends Error {}

/**
 * Brings the tables of an open database to this version, and leaves a current one untouched.
 * Throws a ForeignFileError for a file that must not be touched, and SQLite's own errors.
 */
export function migrate(database: DatabaseSync): void {
	const version = pragma(database, 'user_version');
	const owner = pragma(database, 'application_id');
	if (owner !== applicationId && (owner !== 0 || version !== 0 || hasTables(database)))
		throw new ForeignFileError('it belongs to another program');
	if (version > migrations.length)
		throw new ForeignFileError(`a later Berthline wrote it (schema ${version})`);
	if (version === migrations.length) return;
	inTransaction(database, () => {
		for (const step of migrations.slice(version)) database.exec(step);
		database.exec(`PRAGMA user_version = ${migrations.length}`);
		database.exec(`PRAGMA application_id = ${applicationId}`);
	});
}

/** Runs `work` as one transaction: all of it is written, or nothing and its error is thrown. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
	database.exec('BEGIN IMMEDIATE');
	try {
		const result = work();
		database.exec('COMMIT');
		return result;
	} catch (error) {
		// SQLite has rolled back by itself after some errors, such as a full disk.
		if (database.isTransaction) database.exec('ROLLBACK');
		throw error;
	}
}

function hasTables(database: DatabaseSync): boolean {
	return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}

function pragma(database: DatabaseSync, name: string): number {
	const row = database.prepare(`PRAGMA ${name}`).get();
	return Number(row?.[name] ?? 0);
}
