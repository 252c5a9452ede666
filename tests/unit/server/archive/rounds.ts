import type {
	ArchiveChange,
	ArchiveContents,
	StoredDocument
} from '../../../../src/lib/server/archive/archive.ts';
import { instant } from '../../../../src/lib/time/instant.ts';

const count = 60;
/** In every other round they are gone. */
const fleeting = 20;

const idsOf = (round: number) =>
	Array.from({ length: round % 2 === 1 ? count : count - fleeting }, (_, index) => index + 1);

function documentOf(id: number, round: number): StoredDocument {
	const receivedAt = instant(round);
	return { id, receivedAt, text: JSON.stringify({ id, round, filler: 'x'.repeat(2000) }) };
}

/** What a refresh writes that changes every document, and brings some or takes them away. */
export function changeOf(round: number): ArchiveChange {
	const ids = idsOf(round);
	return {
		put: ids.map((id) => documentOf(id, round)),
		remove: idsOf(round - 1).filter((id) => !ids.includes(id)),
		locations: [documentOf(1, round)],
		facts: { lastRefresh: instant(round), fullSync: { at: instant(round), sure: true } }
	};
}

/**
 * The round that an archive holds, 0 for an empty one; throws when it holds parts of several.
 */
export function roundOf({ documents, locations, facts }: ArchiveContents): number {
	const round: number = facts.lastRefresh ?? 0;
	const expected = round === 0 ? [] : idsOf(round).map((id) => documentOf(id, round));
	const isWhole =
		JSON.stringify([...documents.values()]) === JSON.stringify(expected) &&
		[...locations.values()].every(({ receivedAt }) => receivedAt === facts.lastRefresh) &&
		facts.fullSync?.at === facts.lastRefresh;
	if (!isWhole) throw new Error(`a mixture: ${[...documents.keys()].join()} in round ${round}`);
	return round;
}
