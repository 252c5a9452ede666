import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { devWorkerFile, workerFile } from './worker-name.ts';

/**
 * Where the bundled thread that draws pictures lies: at the top of the build that this code is in,
 * or the development server's own.
 */
export function pictureWorker(): URL {
	if (!import.meta.env?.PROD) return pathToFileURL(devWorkerFile);
	for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
		const file = new URL(workerFile, folder);
		if (existsSync(file)) return file;
		if (folder.pathname === '/') throw new Error(`the build has no ${workerFile}`);
	}
}
