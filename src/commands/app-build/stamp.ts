import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The note in a finished build that says what it was made of. */
export interface Stamp {
	/** True when the build is finished and was made of what `fingerprint` stands for. */
	isCurrent(fingerprint: string): boolean;
	/** Takes the note away: from here on the build counts as unfinished. */
	clear(): void;
	/** Says that the build is finished; all at once or not at all. */
	write(fingerprint: string): void;
}

/** The stamp of the build in `buildFolder`. */
export function createStamp(buildFolder: string): Stamp {
	const path = join(buildFolder, '.made-of');
	return {
		isCurrent: (fingerprint) =>
			existsSync(join(buildFolder, 'index.js')) &&
			existsSync(path) &&
			readFileSync(path, 'utf8').trim() === fingerprint,
		clear: () => rmSync(path, { force: true }),
		write(fingerprint) {
			const draft = `${path}.${process.pid}`;
			writeFileSync(draft, `${fingerprint}\n`);
			renameSync(draft, path);
		}
	};
}
