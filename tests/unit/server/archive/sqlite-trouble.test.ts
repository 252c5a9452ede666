import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { noon } from '../fake-time.ts';
import { call, filled, full, ids, later, place, rows } from './sqlite-for-test.ts';
import { tempFolder } from '../temp-folder.ts';

describe('the SQLite archive whose file fails', () => {
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

	test('adds what came before the first full sync, and wipes nothing for it', async () => {
		const { path, open } = place();
		await filled(open);
		let isLocked = true;
		const archive = open((address, { readOnly }) => {
			if (isLocked) throw Object.assign(new Error('locked'), { errcode: 5 });
			return new DatabaseSync(address, { readOnly });
		});
		await archive.apply({ put: [{ id: 9, text: '{"id":9}', receivedAt: noon }] });
		isLocked = false;
		await archive.spendCall(call);
		expect(rows(path)).toEqual([1, 2, 3, 9]);
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
});
