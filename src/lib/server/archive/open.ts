import type { Instant } from '../../time/instant.ts';
import type { ArchivePlace } from '../config-archive.ts';
import type { Log } from '../log.ts';
import type { Archive } from './archive.ts';
import { openSqliteArchive } from './sqlite.ts';

/** The archive at the place that the configuration names; what is wrong with it, it says itself. */
export async function openArchive(
	place: ArchivePlace,
	{ log, clock }: { readonly log: Log; readonly clock: () => Instant }
): Promise<Archive> {
	if (place.kind === 'file') return openSqliteArchive({ path: place.path, log, clock });
	// The client of Redis is many files: whoever has no Redis does not load them.
	const { openRedisArchive } = await import('./redis.ts');
	return openRedisArchive({ url: place.url, log, clock });
}
