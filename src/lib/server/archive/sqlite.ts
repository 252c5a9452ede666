import type { Archive } from './archive.ts';
import { applyChange, spend } from './memory.ts';
import { openDatabase, type OpenDatabase } from './sqlite-file.ts';
import { guardFile } from './sqlite-guard.ts';
import type { SqlitePlace } from './sqlite-open.ts';

export type SqliteArchiveOptions = Omit<SqlitePlace, 'open'> & {
	/** The platform's SQLite when left out. */
	readonly open?: OpenDatabase;
};

/**
 * The archive in the SQLite file at `path`. What it holds is in memory too: when the file cannot be
 * written, the archive goes on from there, says so, and tries the file again at the next write.
 */
export function openSqliteArchive(options: SqliteArchiveOptions): Archive {
	const guard = guardFile({ ...options, open: options.open ?? openDatabase });
	let contents = guard.load();
	return {
		read: () => Promise.resolve(contents),
		apply(change) {
			contents = applyChange(contents, change);
			guard.write(contents, (file) => file.apply(change));
			return Promise.resolve(true);
		},
		spendCall(request) {
			const answer =
				guard.write(contents, (file) => file.spendCall(request)) ?? spend(contents.calls, request);
			contents = { ...contents, calls: answer.calls };
			return Promise.resolve(answer);
		},
		warnings() {
			const trouble = guard.trouble();
			return trouble ? [trouble.sentence] : [];
		},
		close() {
			guard.close();
			return Promise.resolve();
		}
	};
}
