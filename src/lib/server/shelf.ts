import { buildCatalogue, type Catalogue } from '../docking/catalogue.ts';
import type { Instant } from '../time/instant.ts';
import type { ArchiveContents } from './archive/archive.ts';
import type { Sample } from './archive/sample.ts';
import {
	changeHoldings,
	readHoldings,
	readTexts,
	type Holdings,
	type Refusal
} from './holdings.ts';
import type { Log } from './log.ts';
import type { Difference } from './refresh/change.ts';

/** What is shown: either the archive's documents or the sample's, never some of each. */
export interface Shown {
	readonly isSample: boolean;
	readonly holdings: Holdings;
	readonly catalogue: Catalogue;
	/** JSON texts of docking locations, by id. */
	readonly locations: ReadonlyMap<number, string>;
	readonly updated: Instant;
	readonly lastRefresh: Instant | undefined;
	readonly unreadable: number;
}

/** The part of the bundled sample that is shown. */
export type SampleData = Pick<Sample, 'updated' | 'documents' | 'locations'>;

/** Keeps what is shown in step with the archive. */
export interface Shelf {
	shown(): Shown;
	/** Takes over what a refresh changed; `contents` is the archive after it. */
	change(difference: Difference, contents: ArchiveContents): void;
	/** Takes over an archive that another replica has changed. False when nothing shown differs. */
	renew(contents: ArchiveContents): Promise<boolean>;
}

/**
 * The shelf for an archive that holds `contents`: filled from the sample while nothing has been read
 * in full, and from then on from the archive alone.
 */
export async function createShelf(
	contents: ArchiveContents,
	readSample: () => SampleData,
	log: Log
): Promise<Shelf> {
	const texts = [...contents.documents.values()].map((document) => document.text);
	const { holdings, refused } = await readHoldings(texts);
	logRefused(log, refused, 'the archive');
	let live = holdings;
	const unshown = refused.length;
	const show = (after: ArchiveContents) => {
		shown = shownArchive(after, live, unshown, shown) ?? shown;
	};
	let shown =
		shownArchive(contents, live, unshown, undefined) ?? (await shownSample(readSample(), log));
	return {
		shown: () => shown,
		change({ put, remove }, after) {
			live = changeHoldings(live, put, remove);
			show(after);
		},
		async renew(after) {
			const { documents } = after;
			const texts = [...documents.values()]
				.filter(({ id, text }) => live.documents.get(id)?.text !== text)
				.map(({ text }) => text);
			const { read, refused } = await readTexts(texts);
			logRefused(log, refused, 'the archive');
			const gone = [...live.documents.keys()].filter((id) => !documents.has(id));
			live = changeHoldings(live, read, gone);
			const former = shown;
			show(after);
			return shown.holdings !== former.holdings || shown.lastRefresh !== former.lastRefresh;
		}
	};
}

/** Undefined while the archive has never been filled by a full sync. */
function shownArchive(
	{ facts, locations }: ArchiveContents,
	holdings: Holdings,
	unshown: number,
	former: Shown | undefined
): Shown | undefined {
	if (!facts.fullSync) return undefined;
	const isSame = former?.isSample === false && former.holdings === holdings;
	const lastRefresh = facts.lastRefresh ?? facts.fullSync.at;
	const reported = (facts.unreadable?.ids.length ?? 0) + (facts.unreadable?.unnamed ?? 0);
	return {
		isSample: false,
		holdings,
		catalogue: isSame ? former.catalogue : catalogueOf(holdings),
		locations: new Map([...locations].map(([id, { text }]) => [id, text])),
		updated: lastRefresh,
		lastRefresh,
		unreadable: Math.max(reported, unshown)
	};
}

async function shownSample(sample: SampleData, log: Log): Promise<Shown> {
	const { holdings, refused } = await readHoldings(
		sample.documents.map((document) => JSON.stringify(document))
	);
	logRefused(log, refused, 'the sample');
	const locations = sample.locations.map(
		(location) => [Number(location['id']), JSON.stringify(location)] as const
	);
	return {
		isSample: true,
		holdings,
		catalogue: catalogueOf(holdings),
		locations: new Map(locations),
		updated: sample.updated,
		lastRefresh: undefined,
		unreadable: refused.length
	};
}

function catalogueOf(holdings: Holdings): Catalogue {
	return buildCatalogue([...holdings.documents.values()].map((document) => document.event));
}

function logRefused(log: Log, refused: readonly Refusal[], where: string): void {
	for (const { id, reason } of refused)
		log.warn({ id, reason, where }, 'a stored docking event could not be read and is not shown');
}
