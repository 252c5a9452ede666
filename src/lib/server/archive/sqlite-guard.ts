import type { ArchiveContents } from './archive.ts';
import { emptyContents } from './memory.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { openHealthy, readUnwritable, type SqlitePlace } from './sqlite-open.ts';
import { troubleOf, type Trouble } from './sqlite-trouble.ts';

/** A SQLite file behind a guard that turns its troubles into a state instead of errors. */
export interface GuardedFile {
	/** Opens the file and returns what it holds, or what could be read of it. */
	load(): ArchiveContents;
	/**
	 * Runs a write; undefined when the file cannot take it. A file that failed before, or is gone, is
	 * opened anew and first brought up to `contents`.
	 */
	write<T>(contents: ArchiveContents, work: (file: SqliteFile) => T): T | undefined;
	/** What was wrong at the last attempt. */
	trouble(): Trouble | undefined;
	close(): void;
}

/** The guarded file at a place; nothing is opened before `load`. */
export function guardFile(place: SqlitePlace): GuardedFile {
	const { path, log } = place;
	let file: SqliteFile | undefined;
	let trouble: Trouble | undefined;

	function giveUp(error: unknown): void {
		const found = troubleOf(error);
		if (found.kind !== trouble?.kind) log.error({ path, err: error }, found.sentence);
		trouble = found;
		close();
	}

	function close(): void {
		try {
			file?.close();
		} catch (error) {
			log.warn({ path, err: error }, 'the archive file did not close');
		}
		file = undefined;
	}

	return {
		load() {
			try {
				file = openHealthy(place);
				return file.read();
			} catch (error) {
				giveUp(error);
				return readUnwritable(place) ?? emptyContents;
			}
		},
		write(contents, work) {
			if (trouble?.kind === 'foreign') return undefined;
			try {
				if (file && !file.isInPlace()) {
					log.warn({ path }, 'the archive file is gone; it is written again from memory');
					close();
				}
				file ??= openRestored(place, contents);
				const result = work(file);
				if (trouble) log.info({ path }, 'the archive can be written again');
				trouble = undefined;
				return result;
			} catch (error) {
				giveUp(error);
				return undefined;
			}
		},
		trouble: () => trouble,
		close
	};
}

function openRestored(place: SqlitePlace, contents: ArchiveContents): SqliteFile {
	const file = openHealthy(place);
	try {
		file.restore(contents);
		return file;
	} catch (error) {
		file.close();
		throw error;
	}
}
