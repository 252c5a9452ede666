import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../../src/commands/app-build/build-app.ts';
import type { BuildOutcome, BuildRun } from '../../../src/commands/app-build/build-app.ts';
import { fingerprint } from '../../../src/commands/app-build/fingerprint.ts';

let folder = '';
let runs = 0;
let said: string[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'berthline-build-'));
	mkdirSync(join(folder, 'src/lib'), { recursive: true });
	writeFileSync(join(folder, 'src/lib/a.ts'), 'export const a = 1;\n');
	writeFileSync(join(folder, 'package.json'), '{}\n');
	runs = 0;
	said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A bundler that leaves a finished build. */
async function bundle(): Promise<BuildRun> {
	runs += 1;
	mkdirSync(join(folder, 'build'), { recursive: true });
	await Promise.resolve();
	writeFileSync(join(folder, 'build/index.js'), '');
	return { isDone: true, output: '' };
}

function build(run: () => Promise<BuildRun> = bundle): Promise<BuildOutcome> {
	return buildApp({
		projectFolder: folder,
		onBuild: () => said.push('building'),
		onFailure: (output) => said.push(output),
		run
	});
}

describe('buildApp', () => {
	it('builds once and then finds the build current', async () => {
		expect(await build()).toBe('built');
		expect(await build()).toBe('current');
		expect(runs).toBe(1);
		expect(said).toEqual(['building']);
	});

	it.each(['src/lib/a.ts', 'src/new.svelte', 'package.json', 'vite.config.ts'])(
		'builds again when %s changes',
		async (path) => {
			await build();
			writeFileSync(join(folder, path), 'changed\n');
			expect(await build()).toBe('built');
		}
	);

	it('does not build again for files that are no part of it', async () => {
		await build();
		writeFileSync(join(folder, 'README.md'), 'changed\n');
		expect(await build()).toBe('current');
	});

	it('builds once when two ask at once', async () => {
		const outcomes = await Promise.all([build(), build()]);
		expect(outcomes.toSorted()).toEqual(['built', 'current']);
		expect(runs).toBe(1);
	});

	it('never takes a failed build for current, even over an older good one', async () => {
		await build();
		writeFileSync(join(folder, 'src/lib/a.ts'), 'export const a = ;\n');
		const failed = await build(async () => ({ isDone: false, output: 'syntax error' }));
		expect(failed).toBe('failed');
		expect(said).toContain('syntax error');
		expect(await build()).toBe('built');
	});

	it('never takes an interrupted build for current, even when its sources are put back', async () => {
		await build();
		writeFileSync(join(folder, 'src/lib/a.ts'), 'export const a = 2;\n');
		const interrupted = build(async () => {
			await bundle();
			throw new Error('interrupted');
		});
		await expect(interrupted).rejects.toThrow('interrupted');
		writeFileSync(join(folder, 'src/lib/a.ts'), 'export const a = 1;\n');
		expect(await build()).toBe('built');
	});

	it('does not call a build current whose sources changed while it ran', async () => {
		await build(async () => {
			const run = await bundle();
			writeFileSync(join(folder, 'src/lib/a.ts'), 'export const a = 2;\n');
			return run;
		});
		expect(await build()).toBe('built');
	});

	it('builds again when the build is gone', async () => {
		await build();
		rmSync(join(folder, 'build/index.js'));
		expect(await build()).toBe('built');
	});
});

describe('fingerprint', () => {
	it('tells a moved file from a changed one and the same from the same', () => {
		const before = fingerprint(folder);
		expect(fingerprint(folder)).toBe(before);
		writeFileSync(join(folder, 'src/lib/b.ts'), 'export const a = 1;\n');
		rmSync(join(folder, 'src/lib/a.ts'));
		expect(fingerprint(folder)).not.toBe(before);
	});
});
