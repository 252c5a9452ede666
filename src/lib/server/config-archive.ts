import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config-values.ts';

/** Where the archive is. */
export type ArchivePlace =
	/** In a SQLite file, by its absolute path. */
	| { readonly kind: 'file'; readonly path: string }
	/** In Redis or Valkey. The address is a secret: it may hold a password. */
	| { readonly kind: 'redis'; readonly url: string };

const allowed =
	'file: and the path of a SQLite file, such as file:data/berthline.db or file:///var/lib/berthline.db, ' +
	'or redis://host:6379 (rediss:// for TLS) with the number of a database behind a slash at most';

/**
 * The place that an `ARCHIVE_URL` names; `file:` takes a path relative to the working directory too.
 * Throws a ConfigError for every other kind of address.
 */
export function archivePlace(url: string): ArchivePlace {
	const path = filePath(url);
	if (path && !path.endsWith('/') && !path.includes('\0'))
		return { kind: 'file', path: resolve(path) };
	if (isRedis(url)) return { kind: 'redis', url };
	throw new ConfigError('ARCHIVE_URL', url.replace(/\/\/[^/]*@/, '//…@'), allowed);
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

function isRedis(text: string): boolean {
	const url = URL.parse(text);
	if (!url || !/^rediss?:$/.test(url.protocol)) return false;
	return url.hostname !== '' && /^(\/\d{0,3})?$/.test(url.pathname) && !url.search && !url.hash;
}
