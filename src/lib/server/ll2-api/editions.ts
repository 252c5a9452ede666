import { hash } from 'node:crypto';
import { instant, type Instant } from '../../time/instant.ts';
import type { Berthline } from '../berthline.ts';
import type { HeldDocument } from '../holdings.ts';
import type { JsonObject } from '../json.ts';
import type { Log } from '../log.ts';
import { createApiData, type ApiData } from './api-data.ts';
import { entryOf, type Entry, type FormProjectors } from './entry.ts';
import { createEventIndex } from './event-index.ts';
import { createProjectors } from './project.ts';
import { createTurns, type TakeTurns } from './turns.ts';

/** Everything that the API tells of one state of the data. */
export interface Edition {
	/** Another one exactly when documents or docking locations are others. */
	readonly version: string;
	readonly isSample: boolean;
	/** The last successful refresh when it was made. */
	readonly updated: Instant;
	/** When it was first shown; later, by a second at least, than any former edition. */
	readonly changed: Instant;
	readonly data: ApiData;
}

/** Keeps the edition in step with what Berthline shows. */
export interface Editions {
	/**
	 * The edition of what is shown now. Where much has changed, the former one for as long as it
	 * takes to make: nobody but the first to ask waits for that.
	 */
	current(): Promise<Edition>;
}

export interface EditionsOptions {
	readonly source: Pick<Berthline, 'snapshot' | 'held' | 'locations' | 'subscribe'>;
	readonly clock: () => Instant;
	readonly log: Log;
	/** So many changed documents are read while those who ask wait: about a second's work. */
	readonly mostAwaited?: number;
}

/** The editions of `source`: a refresh makes the next one, in which unchanged documents stay. */
export function createEditions(options: EditionsOptions): Editions {
	const { source, clock, log, mostAwaited = 2000 } = options;
	const projectors = createProjectors();
	const projectLocation = projectors('DockingLocation');
	const projectEvent = {
		normal: projectors('DockingEventEndpointNormal'),
		detailed: projectors('DockingEventEndpointDetailed')
	};
	let entries: ReadonlyMap<number, Entry> = new Map();
	let edition: Edition | undefined;
	let looked: Looked | undefined;
	let making: Promise<Edition> | undefined;
	let isLong = false;

	function look(): Looked {
		const { version, updated, source: kind } = source.snapshot();
		// Locations change with a refresh alone, which the version of the documents does not tell.
		if (looked?.documents === version && looked.updated === updated) return looked;
		const own = hash('sha256', JSON.stringify(source.locations()), 'base64url').slice(0, 8);
		looked = {
			documents: version,
			updated,
			version: `${version}.${own}`,
			isSample: kind === 'sample'
		};
		return looked;
	}

	async function make(): Promise<Edition> {
		for (;;) {
			const { version, updated, isSample } = look();
			if (edition?.version === version) return edition;
			const held = source.held();
			const listed = source.locations();
			const takeTurns = createTurns();
			isLong = countChanged(held, entries) > mostAwaited;
			await takeTurns();
			entries = await readEntries(held, entries, projectEvent, takeTurns);
			const index = await createEventIndex([...entries.values()], takeTurns);
			const locations = mergeLocations(entries.values(), listed);
			const data = createApiData({ entries, index, locations, projectEvent, projectLocation });
			const changed = instant(Math.max(clock(), (edition?.changed ?? -Infinity) + 1000));
			edition = { version, updated, isSample, changed, data };
		}
	}

	async function current(): Promise<Edition> {
		if (edition?.version === look().version) return edition;
		making ??= make().finally(() => (making = undefined));
		return edition && isLong ? edition : making;
	}

	function renew(): void {
		current().catch((error: unknown) => log.error({ err: error }, 'the API keeps its former data'));
	}

	source.subscribe(renew);
	renew();
	return { current };
}

/** What `look` saw last. */
interface Looked {
	readonly documents: string;
	readonly updated: Instant;
	readonly version: string;
	readonly isSample: boolean;
}

function countChanged(
	held: ReadonlyMap<number, HeldDocument>,
	former: ReadonlyMap<number, Entry>
): number {
	let count = 0;
	for (const [id, document] of held) if (former.get(id)?.held !== document) count++;
	return count;
}

/** Entries by id, ascending; those of unchanged documents are the former ones. */
async function readEntries(
	held: ReadonlyMap<number, HeldDocument>,
	former: ReadonlyMap<number, Entry>,
	project: FormProjectors,
	takeTurns: TakeTurns
): Promise<ReadonlyMap<number, Entry>> {
	const entries = new Map<number, Entry>();
	for (const id of Float64Array.from(held.keys()).sort()) {
		const document = held.get(id)!;
		const known = former.get(id);
		entries.set(id, known?.held === document ? known : entryOf(document, project));
		await takeTurns();
	}
	return entries;
}

/** Upstream's own list of docking locations, and those that only events name, by id. */
function mergeLocations(
	entries: Iterable<Entry>,
	listed: readonly JsonObject[]
): readonly JsonObject[] {
	const byId = new Map<number, JsonObject>();
	for (const location of listed) {
		const id = location['id'];
		if (Number.isSafeInteger(id)) byId.set(id as number, location);
	}
	const seen = new Map<number, Entry>();
	for (const entry of entries)
		if (Number.isSafeInteger(entry.locationId) && !byId.has(entry.locationId))
			seen.set(entry.locationId, entry);
	for (const [id, { held }] of seen) {
		const document = JSON.parse(held.text) as JsonObject;
		byId.set(id, document['docking_location'] as JsonObject);
	}
	return [...byId].sort(([a], [b]) => a - b).map(([, location]) => location);
}
