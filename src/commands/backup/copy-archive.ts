import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase, readContents } from '../../lib/server/archive/sqlite-file.ts';
import { migrate } from '../../lib/server/archive/sqlite-tables.ts';

/** How long to wait for a writer; in WAL mode none is waited for. */
const lockTimeoutMs = 10_000;

/** What a copy holds. */
export interface Copied {
	readonly documents: number;
	readonly bytes: number;
}

/**
 * Copies the archive at `from` to `to`, as it stands between two of its changes; who writes to it
 * meanwhile is not held up. The copy is one file, checked before it takes its place; a former one
 * stays when anything fails. Throws an Error that names the file.
 */
export function copyArchive(from: string, to: string): Copied {
	if (!existsSync(from)) throw new Error(`there is no archive at ${from}`);
	const draft = `${to}.part-${process.pid}`;
	try {
		writeDraft(from, draft);
		const documents = checkedDocuments(draft);
		const file = openSync(draft, 'r+');
		fsyncSync(file);
		closeSync(file);
		renameSync(draft, to);
		return { documents, bytes: statSync(to).size };
	} catch (error) {
		throw new Error(`${from} could not be copied to ${to}: ${(error as Error).message}`, {
			cause: error
		});
	} finally {
		for (const part of ['', '-journal']) rmSync(draft + part, { force: true });
	}
}

function writeDraft(from: string, draft: string): void {
	const source = new DatabaseSync(from, { readOnly: true, timeout: lockTimeoutMs });
	try {
		source.prepare('VACUUM INTO ?').run(draft);
	} finally {
		source.close();
	}
}

/** How many docking events a copy has; throws for a damaged one, and for another program's file. */
function checkedDocuments(draft: string): number {
	const copy = openDatabase(draft, { readOnly: false });
	try {
		migrate(copy);
		const verdict = String(copy.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
		if (verdict !== 'ok') throw new Error(verdict);
		return readContents(copy).documents.size;
	} finally {
		copy.close();
	}
}
