/**
 * The import rule of DESIGN.md: which folder may import which. `node tests/imports.ts` prints
 * every import that breaks it, by file, and then exits with 1.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenImports } from './run/import-rule.ts';
import type { SourceFile } from './run/import-rule.ts';

/** All sources of the project, by path from its root. */
export function readSources(projectFolder: string): readonly SourceFile[] {
	const entries = readdirSync(join(projectFolder, 'src'), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.map((path) => ({
			path: relative(projectFolder, path).split(sep).join('/'),
			text: readFileSync(path, 'utf8')
		}));
}

if (import.meta.main) {
	const files = readSources(fileURLToPath(new URL('..', import.meta.url)));
	const broken = brokenImports(files);
	for (const { file, line, specifier, reason } of broken)
		console.error(`${file}:${line} imports "${specifier}": ${reason}`);
	console.log(`${files.length} files, ${broken.length} imports that break the rule`);
	if (broken.length > 0 || files.length === 0) process.exitCode = 1;
}
