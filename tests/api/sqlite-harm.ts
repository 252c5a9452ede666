import { DatabaseSync } from 'node:sqlite';

/**
 * Loaded into a server before anything else: with each SIGUSR2 its archive's disk is the next of
 * SQLITE_HARM, `full`, `read-only` or `fine`. SQLite itself does the refusing.
 */
const states = (process.env['SQLITE_HARM'] ?? '').split(',');
const pragmas: Readonly<Record<string, string>> = {
	full: 'PRAGMA query_only = 0; PRAGMA max_page_count = 1',
	'read-only': 'PRAGMA query_only = 1',
	fine: 'PRAGMA query_only = 0; PRAGMA max_page_count = 1000000'
};
let pragma = 'PRAGMA query_only = 0';

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
	if (sql.startsWith('BEGIN')) exec.call(this, pragma);
	exec.call(this, sql);
};

process.on('SIGUSR2', () => (pragma = pragmas[states.shift() ?? 'fine'] ?? pragma));
