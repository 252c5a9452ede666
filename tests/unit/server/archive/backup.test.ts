import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyArchive } from '../../../../src/commands/backup/copy-archive.ts';
import { runBackup } from '../../../../src/commands/backup/run-backup.ts';
import { tempFolder } from '../temp-folder.ts';
import { call, filled, ids, place } from './sqlite-for-test.ts';

describe('a backup', () => {
	it('taken while another process writes holds one state of it, in full, time after time', async () => {
		const folder = tempFolder();
		const path = `${folder}/berthline.db`;
		const writer = startWriter(path);
		await writer.until(1);
		const generations: number[] = [];
		for (let round = 1; round <= 10; round++) {
			const copied = copyArchive(path, `${folder}/copy-${round}.db`);
			expect(copied.documents).toBe(300);
			generations.push(generationOf(`${folder}/copy-${round}.db`));
			// The writer was not held up, and the next copy is of another state.
			await writer.until(generations.at(-1)! + 1);
		}
		expect(generations.toSorted((a, b) => a - b)).toEqual(generations);
		expect(new Set(generations).size).toBe(10);
		expect(writer.errors()).toEqual([]);
		expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
	});

	it('put in place of the archive is taken up with its calls', async () => {
		const { path, open, lines } = place();
		await filled(open);
		copyArchive(path, `${path}.backup`);
		for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true });
		writeFileSync(path, readFileSync(`${path}.backup`));
		const archive = open();
		expect(await ids(archive)).toEqual([1, 2, 3]);
		expect((await archive.read()).calls).toEqual([call.at]);
		expect(archive.warnings()).toEqual([]);
		await archive.close();
		expect(lines()).toEqual([]);
	});
});

describe('npm run backup', () => {
	function run(args: readonly string[], env: Record<string, string>) {
		const said: string[] = [];
		const tell = {
			log: (text: string) => said.push(text),
			error: (text: string) => said.push(text)
		};
		return { code: runBackup(args, env, tell), said };
	}

	it('says what it wrote, and replaces the former backup', async () => {
		const { path, open } = place();
		await filled(open);
		const env = {
			ARCHIVE_URL: `file:${path}`,
			npm_lifecycle_event: 'backup',
			INIT_CWD: tempFolder()
		};
		for (let times = 0; times < 2; times++) {
			const { code, said } = run(['--out', 'copy.db'], env);
			expect({ code, said }).toEqual({
				code: 0,
				said: [expect.stringMatching(/\/copy\.db: 3 docking events, \d+ bytes$/)]
			});
		}
	});

	it('leaves the former backup alone when there is nothing good to copy', async () => {
		const { path, open } = place();
		await filled(open);
		const out = `${tempFolder()}/copy.db`;
		copyArchive(path, out);
		const former = readFileSync(out);
		const damaged = `${tempFolder()}/damaged.db`;
		writeFileSync(damaged, former.fill(7, 100, 9000));
		const foreign = `${tempFolder()}/foreign.db`;
		const other = new DatabaseSync(foreign);
		other.exec('CREATE TABLE theirs (a)');
		other.close();
		const kept = readFileSync(out);
		for (const [file, sentence] of [
			[damaged, 'malformed'],
			[foreign, 'belongs to another program'],
			[`${tempFolder()}/none.db`, 'there is no archive at']
		] as const) {
			const { code, said } = run(['--out', out], { ARCHIVE_URL: `file:${file}` });
			expect(code).toBe(1);
			expect(said).toEqual([expect.stringContaining(sentence)]);
			expect(readFileSync(out).equals(kept)).toBe(true);
		}
	});

	it.each([
		[[], 64, 'usage'],
		[['--to', 'x'], 64, 'usage'],
		[['--out', '/tmp/x.db', 'y'], 64, 'usage'],
		[['--out', '/berthline/archive.db'], 1, 'the archive itself']
	])('answers %o with %i', (args, code, sentence) => {
		const result = run(args, { ARCHIVE_URL: 'file:/berthline/archive.db' });
		expect(result.code).toBe(code);
		expect(result.said).toEqual([expect.stringContaining(sentence)]);
	});

	it('answers an archive that is no file with 78', () => {
		const { code, said } = run(['--out', '/tmp/x.db'], { ARCHIVE_URL: 'mysql://localhost' });
		expect(code).toBe(78);
		expect(said).toEqual([expect.stringContaining('ARCHIVE_URL')]);
	});
});

/** Another process that writes generations into the archive at `path`. */
function startWriter(path: string) {
	const script = fileURLToPath(new URL('./backup-writer.ts', import.meta.url));
	const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'pipe'] });
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await once(child, 'close');
	});
	const errors: string[] = [];
	createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
	let written = 0;
	const lines = createInterface({ input: child.stdout });
	lines.on('line', (line) => (written = Number(line)));
	return {
		errors: () => errors,
		/** Resolves when the generation has been written. */
		async until(generation: number) {
			while (written < generation) await once(lines, 'line');
		}
	};
}

/** The one generation that all documents and facts of a copy are of. */
function generationOf(path: string): number {
	const copy = new DatabaseSync(path, { readOnly: true });
	const texts = copy.prepare('SELECT text FROM documents').all();
	const facts = copy.prepare('SELECT value FROM facts').all();
	copy.close();
	const found = new Set(texts.map(({ text }) => JSON.parse(String(text)).generation as number));
	expect(texts).toHaveLength(300);
	expect(found.size).toBe(1);
	const [generation = NaN] = found;
	for (const { value } of facts) expect(Number(/\d+/.exec(String(value)))).toBe(generation);
	return generation;
}
