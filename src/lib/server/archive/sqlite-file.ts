import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { instant, type Instant } from '../../time/instant.ts';
import type {
	ArchiveChange,
	ArchiveContents,
	CallAnswer,
	CallRequest,
	StoredDocument
} from './archive.ts';
import { factsFromRows, rowsFromFacts } from './facts.ts';
import { spend } from './memory.ts';
import { inTransaction, migrate } from './sqlite-tables.ts';

/** One open SQLite file. Every operation is one transaction and throws what SQLite throws. */
export interface SqliteFile {
	/** Throws when SQLite finds the file damaged; reads all of it. */
	check(): void;
	read(): ArchiveContents;
	apply(change: ArchiveChange): void;
	spendCall(request: CallRequest): CallAnswer;
	/**
	 * Makes the file hold `contents`; calls that it has already are kept. Contents without a full
	 * sync know too little to remove documents: then theirs are only added.
	 */
	restore(contents: ArchiveContents): void;
	/** False when another file, or none, is at the path by now. */
	isInPlace(): boolean;
	close(): void;
}

/** Opens a database at a path, to write or only to read. */
export type OpenDatabase = (path: string | URL, options: { readOnly: boolean }) => DatabaseSync;

/**
 * How long a write waits for another process that writes: it is synchronous, so pages wait too.
 */
const lockTimeoutMs = 250;

/** Opens with the platform's SQLite. */
export const openDatabase: OpenDatabase = (path, { readOnly }) =>
	new DatabaseSync(path, { readOnly, timeout: lockTimeoutMs });

/**
 * The file at `path`, made when there is none, with its tables brought up to date. Throws what
 * SQLite throws, and a ForeignFileError; also when the file can be read but not written.
 */
export function openSqliteFile(path: string, open: OpenDatabase): SqliteFile {
	const database = open(path, { readOnly: false });
	try {
		migrate(database);
		database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
		// Changes nothing, and fails where nothing can be changed.
		inTransaction(database, () => database.exec('DELETE FROM calls WHERE 0'));
		return sqliteFile(database, path);
	} catch (error) {
		database.close();
		throw error;
	}
}

/** Everything in a database that is open, or in one of an earlier version as far as it goes. */
export function readContents(database: DatabaseSync): ArchiveContents {
	const facts = database.prepare('SELECT name, value FROM facts').all();
	const calls = database.prepare('SELECT at FROM calls ORDER BY at').all();
	return {
		documents: readTable(database, 'documents'),
		locations: readTable(database, 'locations'),
		facts: factsFromRows(facts.map((row) => [String(row['name']), String(row['value'])])),
		calls: calls.map((row) => instant(Number(row['at'])))
	};
}

function sqliteFile(database: DatabaseSync, path: string): SqliteFile {
	const inode = statSync(path).ino;
	return {
		read: () => readContents(database),
		apply: (change) => inTransaction(database, () => writeChange(database, change)),
		spendCall: (request) => inTransaction(database, () => spendCall(database, request)),
		restore: (contents) => inTransaction(database, () => restore(database, contents)),
		check: () => checkIntegrity(database),
		isInPlace: () => statSync(path, { throwIfNoEntry: false })?.ino === inode,
		close: () => database.close()
	};
}

function checkIntegrity(database: DatabaseSync): void {
	const row = database.prepare('PRAGMA quick_check(1)').get();
	const verdict = String(row?.['quick_check'] ?? 'no answer');
	if (verdict !== 'ok')
		throw Object.assign(new Error(verdict), { code: 'ERR_SQLITE_ERROR', errcode: 11 });
}

function readTable(database: DatabaseSync, table: string): ReadonlyMap<number, StoredDocument> {
	const documents = new Map<number, StoredDocument>();
	const rows = database.prepare(`SELECT id, received_at, text FROM ${table} ORDER BY id`);
	for (const row of rows.iterate()) {
		const id = Number(row['id']);
		const receivedAt = instant(Number(row['received_at']));
		documents.set(id, { id, receivedAt, text: String(row['text']) });
	}
	return documents;
}

function restore(database: DatabaseSync, contents: ArchiveContents): void {
	const { documents, locations, facts, calls } = contents;
	const put = [...documents.values()];
	if (facts.fullSync) {
		database.exec('DELETE FROM documents; DELETE FROM facts');
		writeChange(database, { put, locations: [...locations.values()], facts });
	} else writeChange(database, { put, facts });
	addCalls(database, calls);
}

function writeChange(database: DatabaseSync, change: ArchiveChange): void {
	putAll(database, 'documents', change.put ?? []);
	const remove = database.prepare('DELETE FROM documents WHERE id = ?');
	for (const id of change.remove ?? []) remove.run(id);
	if (change.locations) {
		database.exec('DELETE FROM locations');
		putAll(database, 'locations', change.locations);
	}
	const fact = database.prepare('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)');
	for (const [name, value] of rowsFromFacts(change.facts ?? {})) fact.run(name, value);
}

function putAll(database: DatabaseSync, table: string, documents: readonly StoredDocument[]): void {
	const put = database.prepare(
		`INSERT OR REPLACE INTO ${table} (id, received_at, text) VALUES (?, ?, ?)`
	);
	for (const { id, receivedAt, text } of documents) put.run(id, receivedAt, text);
}

function spendCall(database: DatabaseSync, request: CallRequest): CallAnswer {
	database.prepare('DELETE FROM calls WHERE at <= ?').run(request.since);
	database.prepare('UPDATE calls SET at = ? WHERE at > ?').run(request.at, request.at);
	const rows = database.prepare('SELECT at FROM calls ORDER BY at').all();
	const calls = rows.map((row) => instant(Number(row['at'])));
	const answer = spend(calls, request);
	if (answer.granted) database.prepare('INSERT INTO calls (at) VALUES (?)').run(request.at);
	return answer;
}

/** Adds the calls that the file does not know of, as often as each instant is missing. */
function addCalls(database: DatabaseSync, calls: readonly Instant[]): void {
	const wanted = new Map<Instant, number>();
	for (const at of calls) wanted.set(at, (wanted.get(at) ?? 0) + 1);
	const known = database.prepare('SELECT count(*) AS n FROM calls WHERE at = ?');
	const add = database.prepare('INSERT INTO calls (at) VALUES (?)');
	for (const [at, times] of wanted)
		for (let has = Number(known.get(at)?.['n'] ?? 0); has < times; has++) add.run(at);
}
