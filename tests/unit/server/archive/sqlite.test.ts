import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Archive, ArchiveChange } from '../../../../src/lib/server/archive/archive.ts';
import type { OpenDatabase } from '../../../../src/lib/server/archive/sqlite-file.ts';
import { openSqliteArchive } from '../../../../src/lib/server/archive/sqlite.ts';
import { instant } from '../../../../src/lib/time/instant.ts';
import { noon } from '../fake-time.ts';
import { createLogLines } from '../log-lines.ts';
import { tempFolder } from '../temp-folder.ts';

const full: ArchiveChange = {
	put: [1, 2, 3].map((id) => ({ id, text: `{"id":${id}}`, receivedAt: noon })),
	locations: [{ id: 32, text: '{"id":32}', receivedAt: noon }],
	facts: { fullSync: { at: noon, sure: true }, lastRefresh: noon }
};
const later: ArchiveChange = {
	put: [{ id: 4, text: '{"id":4}', receivedAt: noon }],
	facts: { lastRefresh: instant(noon + 1000) }
};
const call = { at: noon, since: instant(noon - 1000), most: 15 };

function place(path = `${tempFolder()}/berthline.db`) {
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

async function ids(archive: Archive): Promise<number[]> {
	return [...(await archive.read()).documents.keys()];
}

async function filled(openArchive: () => Archive): Promise<void> {
	const archive = openArchive();
	await archive.apply(full);
	await archive.spendCall(call);
	await archive.close();
}

/** What another process finds in the file now. */
function rows(path: string): unknown[] {
	const database = new DatabaseSync(path, { readOnly: true });
	const found = database.prepare('SELECT id FROM documents ORDER BY id').all();
	database.close();
	return found.map((row) => row['id']);
}

describe('the SQLite archive', () => {
	test('is there again after a restart: documents, locations, facts, calls', async () => {
		const { open } = place();
		await filled(open);
		const archive = open();
		const contents = await archive.read();
		expect([...contents.documents.values()]).toEqual(full.put);
		expect([...contents.locations.values()]).toEqual(full.locations);
		expect(contents.facts).toEqual(full.facts);
		expect(contents.calls).toEqual([noon]);
		await archive.close();
	});

	test('makes missing folders, and writes ahead so that readers never wait', async () => {
		const { path, open } = place(`${tempFolder()}/a/b/berthline.db`);
		const archive = open();
		await archive.apply(full);
		expect(existsSync(`${path}-wal`)).toBe(true);
		expect(rows(path)).toEqual([1, 2, 3]);
		await archive.close();
		expect(existsSync(`${path}-wal`)).toBe(false);
	});

	test('writes a change as a whole or not at all', async () => {
		const { path, open } = place();
		await filled(open);
		const archive = open((address, { readOnly }) => {
			const database = new DatabaseSync(address, { readOnly });
			if (!readOnly)
				database.exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.facts
					WHEN NEW.name = 'lastRefresh' AND NEW.value > ${noon}
					BEGIN SELECT RAISE(ABORT, 'no'); END`);
			return database;
		});
		await archive.apply(later);
		expect(rows(path)).toEqual([1, 2, 3]);
		expect(await ids(archive)).toEqual([1, 2, 3, 4]);
		expect(archive.warnings()).toHaveLength(1);
		await archive.close();
	});

	test('moves a damaged file aside, says so, and starts again', async () => {
		const { path, open, lines } = place();
		writeFileSync(path, 'not a database, '.repeat(1000));
		writeFileSync(`${path}-wal`, 'nor a log');
		const archive = open();
		expect(await ids(archive)).toEqual([]);
		const aside = `${path}.damaged-20261008T120000000Z`;
		expect(readFileSync(aside, 'utf8')).toContain('not a database');
		expect(lines()).toContainEqual(expect.objectContaining({ level: 'error', path, aside }));
		await archive.apply(full);
		expect(archive.warnings()).toEqual([]);
		expect(rows(path)).toEqual([1, 2, 3]);
		await archive.close();
	});

	test('notices damage inside a file that opens', async () => {
		const { path, open } = place();
		const archive = open();
		const text = JSON.stringify('x'.repeat(9000));
		const put = Array.from({ length: 50 }, (_, id) => ({ id, text, receivedAt: noon }));
		await archive.apply({ ...full, put });
		await archive.close();
		const bytes = readFileSync(path);
		bytes.fill(0xaa, 4096 * 3, 4096 * 30);
		writeFileSync(path, bytes);
		const again = open();
		expect(readdirSync(path.replace(/\/[^/]*$/, '')).join()).toContain('damaged');
		expect(await ids(again)).toEqual([]);
		expect(again.warnings()).toEqual([]);
		await again.close();
	});

	test('writes itself anew from memory when the file is deleted while it runs', async () => {
		const { path, open, lines } = place();
		const archive = open();
		await archive.apply(full);
		await archive.spendCall(call);
		for (const companion of ['', '-wal', '-shm']) rmSync(path + companion, { force: true });
		await archive.apply(later);
		expect(archive.warnings()).toEqual([]);
		expect(lines()).toContainEqual(expect.objectContaining({ level: 'warn', path }));
		await archive.close();
		const again = open();
		expect(await ids(again)).toEqual([1, 2, 3, 4]);
		expect((await again.read()).calls).toEqual([noon]);
		await again.close();
	});

	test('goes on from memory when the file is read-only, warns, and catches up later', async () => {
		const { path, open, lines } = place();
		await filled(open);
		let isReadOnly = true;
		const archive = open((address) => new DatabaseSync(address, { readOnly: isReadOnly }));
		expect(archive.warnings()).toEqual([
			'The archive is read-only; new data are kept in memory only.'
		]);
		expect(await ids(archive)).toEqual([1, 2, 3]);
		await archive.apply(later);
		expect(await ids(archive)).toEqual([1, 2, 3, 4]);
		expect((await archive.spendCall({ ...call, most: 2 })).granted).toBe(true);
		expect((await archive.spendCall({ ...call, most: 2 })).granted).toBe(false);
		expect(lines().filter(({ level }) => level === 'error')).toHaveLength(1);
		isReadOnly = false;
		await archive.spendCall({ ...call, most: 15 });
		expect(archive.warnings()).toEqual([]);
		expect(rows(path)).toEqual([1, 2, 3, 4]);
		await archive.close();
		const again = open();
		expect((await again.read()).calls).toEqual([noon, noon, noon]);
		await again.close();
	});

	test.skipIf(process.getuid?.() === 0)(
		'shows what a file in a folder without write permission holds',
		async () => {
			const folder = tempFolder();
			const { path, open } = place(`${folder}/berthline.db`);
			await filled(open);
			chmodSync(path, 0o444);
			chmodSync(folder, 0o555);
			const archive = open();
			expect(await ids(archive)).toEqual([1, 2, 3]);
			expect(archive.warnings()).toHaveLength(1);
			await archive.close();
			chmodSync(folder, 0o755);
		}
	);

	test('reads a file that only opens as one that nobody changes', async () => {
		const { open } = place();
		await filled(open);
		const archive = open((address, { readOnly }) => {
			if (!String(address).includes('immutable'))
				throw Object.assign(new Error('unable to open'), { errcode: 14 });
			return new DatabaseSync(address, { readOnly });
		});
		expect(await ids(archive)).toEqual([1, 2, 3]);
		expect(archive.warnings()).toHaveLength(1);
		await archive.close();
	});

	test('goes on from memory when the disk is full, and catches up when there is room', async () => {
		const { path, open } = place();
		await filled(open);
		let isFull = false;
		let database: DatabaseSync | undefined;
		const archive = open((address, { readOnly }) => {
			database = new DatabaseSync(address, { readOnly });
			if (isFull) database.exec('PRAGMA max_page_count = 12');
			return database;
		});
		isFull = true;
		database?.exec('PRAGMA max_page_count = 12');
		const text = JSON.stringify('x'.repeat(200_000));
		await archive.apply({ ...later, put: [{ id: 4, text, receivedAt: noon }] });
		expect(archive.warnings()).toEqual([
			"The archive's disk is full; new data are kept in memory only."
		]);
		expect(await ids(archive)).toEqual([1, 2, 3, 4]);
		expect(rows(path)).toEqual([1, 2, 3]);
		isFull = false;
		await archive.apply({});
		expect(archive.warnings()).toEqual([]);
		expect(rows(path)).toEqual([1, 2, 3, 4]);
		await archive.close();
	});

	test('goes on from memory while another process holds the lock', async () => {
		const { path, open } = place();
		await filled(open);
		const archive = open();
		const other = new DatabaseSync(path);
		other.exec('BEGIN IMMEDIATE');
		await archive.apply(later);
		expect(archive.warnings()).toEqual([
			'The archive is locked by another process; new data are kept in memory only.'
		]);
		other.exec('COMMIT');
		other.close();
		await archive.spendCall(call);
		expect(archive.warnings()).toEqual([]);
		expect(rows(path)).toEqual([1, 2, 3, 4]);
		await archive.close();
	});

	test('never wipes documents that it could not read at the start', async () => {
		const { path, open } = place();
		await filled(open);
		let isLocked = true;
		const archive = open((address, { readOnly }) => {
			if (isLocked) throw Object.assign(new Error('locked'), { errcode: 5 });
			return new DatabaseSync(address, { readOnly });
		});
		expect(await ids(archive)).toEqual([]);
		isLocked = false;
		await archive.spendCall(call);
		expect(archive.warnings()).toEqual([]);
		expect(rows(path)).toEqual([1, 2, 3]);
		await archive.close();
	});

	test('goes on from memory when there is no place for a file', async () => {
		const folder = tempFolder();
		writeFileSync(`${folder}/file`, '');
		mkdirSync(`${folder}/folder`);
		for (const path of [`${folder}/file/berthline.db`, `${folder}/folder`]) {
			const archive = place(path).open();
			await archive.apply(full);
			expect(await ids(archive)).toEqual([1, 2, 3]);
			expect(archive.warnings()).toHaveLength(1);
			await archive.close();
		}
		expect(statSync(`${folder}/folder`).isDirectory()).toBe(true);
	});

	test.each([
		['of another program', 'CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)'],
		['of a later version', 'PRAGMA application_id = 0x42525448; PRAGMA user_version = 99']
	])('leaves a database %s alone', async (_, sql) => {
		const { path, open } = place();
		const theirs = new DatabaseSync(path);
		theirs.exec(sql);
		theirs.close();
		const before = readFileSync(path);
		const archive = open();
		await archive.apply(full);
		await archive.spendCall(call);
		expect(archive.warnings()).toHaveLength(1);
		expect(await ids(archive)).toEqual([1, 2, 3]);
		await archive.close();
		expect(readFileSync(path).equals(before)).toBe(true);
		expect(readdirSync(path.replace(/\/[^/]*$/, ''))).toEqual(['berthline.db']);
	});

	test('leaves out facts that make no sense', async () => {
		const { path, open } = place();
		await filled(open);
		const other = new DatabaseSync(path);
		other.exec(`UPDATE facts SET value = '"soon"' WHERE name = 'lastRefresh';
			INSERT INTO facts VALUES ('learntLimit', '{'), ('__proto__', '{}'), ('more', '1')`);
		other.close();
		const archive = open();
		expect((await archive.read()).facts).toEqual({ fullSync: { at: noon, sure: true } });
		await archive.close();
	});
});
