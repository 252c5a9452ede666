import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { noon } from '../fake-time.ts';
import { call, filled, full, ids, later, place, rows } from './sqlite-for-test.ts';
import { tempFolder } from '../temp-folder.ts';

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
