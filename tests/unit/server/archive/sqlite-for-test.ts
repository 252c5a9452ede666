import { DatabaseSync } from 'node:sqlite';
import type { Archive, ArchiveChange } from '../../../../src/lib/server/archive/archive.ts';
import type { OpenDatabase } from '../../../../src/lib/server/archive/sqlite-file.ts';
import { openSqliteArchive } from '../../../../src/lib/server/archive/sqlite.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { noon } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';
import { tempFolder } from '../temp-folder.ts';

/** What a full sync writes. */
export const full: ArchiveChange = {
	put: [1, 2, 3].map((id) => ({ id, text: `{"id":${id}}`, receivedAt: noon })),
	locations: [{ id: 32, text: '{"id":32}', receivedAt: noon }],
	facts: { fullSync: { at: noon, sure: true }, lastRefresh: noon }
};
/** What the refresh after it writes. */
export const later: ArchiveChange = {
	put: [{ id: 4, text: '{"id":4}', receivedAt: noon }],
	facts: { lastRefresh: instant(noon + 1000) }
};
/** A call that counts for a second. */
export const call = { at: noon, since: instant(noon - 1000), most: 15 };

/** A new place for an archive, with a log that can be read. */
export function place(path = `${tempFolder()}/berthline.db`) {
	const { log, lines, text } = createLogLines();
	const open = (openDatabase?: OpenDatabase) =>
		openSqliteArchive({
			path,
			log,
			clock: () => noon,
			...(openDatabase && { open: openDatabase })
		});
	return { path, open, lines, text };
}

/** Ids of the documents that an archive holds. */
export async function ids(archive: Archive): Promise<number[]> {
	return [...(await archive.read()).documents.keys()];
}

/** Writes a full sync and a call into the archive, and closes it. */
export async function filled(openArchive: () => Archive): Promise<void> {
	const archive = openArchive();
	await archive.apply(full);
	await archive.spendCall(call);
	await archive.close();
}

/** What another process finds in the file now. */
export function rows(path: string): unknown[] {
	const database = new DatabaseSync(path, { readOnly: true });
	const found = database.prepare('SELECT id FROM documents ORDER BY id').all();
	database.close();
	return found.map((row) => row['id']);
}
