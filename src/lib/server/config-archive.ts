import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config-values.ts';

const allowed =
	'file: and the path of a SQLite file, such as file:data/berthline.db or file:///var/lib/berthline.db';

/**
 * The absolute path that an `ARCHIVE_URL` names; `file:` takes a path relative to the working
 * directory too. Throws a ConfigError for every other kind of address.
 */
export function archivePath(url: string): string {
	const path = filePath(url);
	if (!path || path.endsWith('/') || path.includes('\0'))
		throw new ConfigError('ARCHIVE_URL', url.replace(/\/\/[^/]*@/, '//…@'), allowed);
	return resolve(path);
}

function filePath(url: string): string | undefined {
	const match = /^file:(.+)$/is.exec(url);
	const rest = match?.[1];
	if (rest === undefined) return undefined;
	try {
		return rest.startsWith('//') ? fileURLToPath(url) : decodeURIComponent(rest);
	} catch {
		return undefined;
	}
}
