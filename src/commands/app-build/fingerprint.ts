import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What a build is made of: these files, and everything in these folders. */
const sources = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** A hash of the names and contents of everything that `folder`'s build is made of. */
export function fingerprint(folder: string): string {
	const hash = createHash('sha256');
	for (const path of sources.flatMap((source) => filesIn(join(folder, source)))) {
		const content = readFileSync(path);
		const name = relative(folder, path).split(sep).join('/');
		hash.update(`${name}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/** The files at or below `path`, sorted; none when it does not exist. */
function filesIn(path: string): string[] {
	try {
		const entries = readdirSync(path, { recursive: true, withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile());
		return files.map((entry) => join(entry.parentPath, entry.name)).sort();
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'ENOTDIR') return [path];
		if (code === 'ENOENT') return [];
		throw error;
	}
}
