import type { Instant } from '../../time/instant.ts';
import type { ArchiveChange, ArchiveContents, Unreadable } from '../archive/archive.ts';
import type { HeldDocument } from '../holdings.ts';
import type { Reading } from './reading.ts';

/** What a reading changes: documents that are new or differ, and those that are gone. */
export interface Difference {
	readonly put: readonly HeldDocument[];
	readonly remove: readonly number[];
	readonly unreadable: Unreadable;
}

/**
 * The difference between a reading and the archive. Only a full reading that saw every id removes;
 * a document that came but could not be read keeps its former version.
 */
export function differenceOf(reading: Reading, archive: ArchiveContents): Difference {
	const { allIds } = reading;
	const put = [...reading.documents.values()].filter(
		({ id, text }) => archive.documents.get(id)?.text !== text
	);
	const remove = allIds ? [...archive.documents.keys()].filter((id) => !allIds.has(id)) : [];
	return { put, remove, unreadable: unreadableAfter(reading, archive.facts.unreadable) };
}

/** The one transaction that writes a reading down, at `now`. */
export function archiveChange(
	reading: Reading,
	{ put, remove, unreadable }: Difference,
	now: Instant
): ArchiveChange {
	return {
		put: put.map(({ id, text }) => ({ id, text, receivedAt: now })),
		remove,
		facts: {
			lastRefresh: now,
			unreadable,
			...(reading.kind === 'full' && { fullSync: { at: now, sure: reading.sure } })
		}
	};
}

function unreadableAfter(reading: Reading, former: Unreadable | undefined): Unreadable {
	const named = reading.refused.map(({ id }) => id).filter((id) => id !== undefined);
	if (reading.kind === 'full')
		return { ids: [...new Set(named)], unnamed: reading.refused.length - named.length };
	const ids = new Set([...(former?.ids ?? []), ...named]);
	for (const id of reading.documents.keys()) ids.delete(id);
	// Both pages may hold the same nameless document, so only a full reading counts these.
	return { ids: [...ids], unnamed: former?.unnamed ?? 0 };
}
