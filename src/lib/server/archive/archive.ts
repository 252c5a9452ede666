import type { Instant } from '../../time/instant.ts';

/** A document as upstream sent it. */
export interface StoredDocument {
	/** Launch Library 2's id. */
	readonly id: number;
	/** JSON text. */
	readonly text: string;
	/** When this version of it first came. */
	readonly receivedAt: Instant;
}

/** The small facts beside the documents; each is undefined until it is known. */
export interface ArchiveFacts {
	/** When the last refresh of any kind succeeded. */
	readonly lastRefresh?: Instant;
	/**
	 * The last time everything was read; until then the archive is not shown. Not `sure` when
	 * upstream's list moved under the reading, so that a document may be missing.
	 */
	readonly fullSync?: { readonly at: Instant; readonly sure: boolean };
	readonly locationsAt?: Instant;
	/** Calls an hour that upstream's `api-throttle/` allowed when it was last asked. */
	readonly learntLimit?: { readonly at: Instant; readonly perHour: number };
	/** Upstream asked for silence: from `at`, for `forMs`. */
	readonly blocked?: { readonly at: Instant; readonly forMs: number };
	/** Documents of the last readings that could not be read. */
	readonly unreadable?: Unreadable;
}

/** Documents that came and could not be read: by id, and how many told none. */
export interface Unreadable {
	readonly ids: readonly number[];
	readonly unnamed: number;
}

export interface ArchiveContents {
	readonly documents: ReadonlyMap<number, StoredDocument>;
	readonly locations: ReadonlyMap<number, StoredDocument>;
	readonly facts: ArchiveFacts;
	/** Instants of upstream calls, ascending; those older than the budget's window may be gone. */
	readonly calls: readonly Instant[];
}

/** What one refresh changes: all of it is written, or nothing. */
export interface ArchiveChange {
	readonly put?: readonly StoredDocument[];
	readonly remove?: readonly number[];
	/** Replaces the whole list. */
	readonly locations?: readonly StoredDocument[];
	/** Facts that are named replace the former ones; the others stay. */
	readonly facts?: ArchiveFacts;
}

/** A wish to spend one call: granted while fewer than `most` lie after `since`. */
export interface CallRequest {
	readonly at: Instant;
	/** Calls at or before it no longer count and may be forgotten. */
	readonly since: Instant;
	readonly most: number;
}

export interface CallAnswer {
	readonly granted: boolean;
	/** The calls that count now, ascending, with the granted one. */
	readonly calls: readonly Instant[];
	/** Nobody can tell now how many count; to be asked again after so many milliseconds. */
	readonly retryMs?: number;
}

/**
 * The durable memory of an installation. Every operation is atomic, also towards other replicas
 * where the archive is shared, and none throws because storage fails: then `warnings` says so.
 */
export interface Archive {
	/** What is known here: in a shared archive at most a moment behind the others. */
	read(): Promise<ArchiveContents>;
	/** False when another replica leads by now and `term` is over: then nothing was written. */
	apply(change: ArchiveChange, term?: number): Promise<boolean>;
	/** Counts and records in one step, so that two who ask at once cannot both get the last call. */
	spendCall(request: CallRequest): Promise<CallAnswer>;
	/** Where replicas share the archive. */
	readonly sharing?: Sharing;
	/** One plain sentence for each thing that is wrong now. */
	warnings(): readonly string[];
	close(): Promise<void>;
}

/** What replicas that share an archive need beside it. */
export interface Sharing {
	/**
	 * Takes the lead for `forMs`, or keeps it: one replica at a time refreshes. Gives the number of
	 * its term; undefined while another leads, and while nobody can tell.
	 */
	lead(forMs: number): Promise<number | undefined>;
	/** Gives the lead up, so that another takes it at once. */
	resign(): Promise<void>;
	/** Calls `listener` with the contents after another replica changed them. */
	onChange(listener: (contents: ArchiveContents) => void): void;
}
