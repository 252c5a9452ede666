import type { Instant } from '../../time/instant.ts';
import type { ArchivePlace } from '../config-archive.ts';
import type { Log } from '../log.ts';
import type { Archive } from './archive.ts';
import { openRedisArchive } from './redis.ts';
import { openSqliteArchive } from './sqlite.ts';

/** The archive at the place that the configuration names; what is wrong with it, it says itself. */
export async function openArchive(
	place: ArchivePlace,
	{ log, clock }: { readonly log: Log; readonly clock: () => Instant }
): Promise<Archive> {
	return place.kind === 'redis'
		? openRedisArchive({ url: place.url, log, clock })
		: openSqliteArchive({ path: place.path, log, clock });
}
