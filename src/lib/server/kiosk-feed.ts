import { decodeColumns, type Columns } from '../docking/columns.ts';
import { encodeColumns } from '../docking/encode-columns.ts';
import type { Atlas } from '../docking/lane.ts';
import type { KioskFeed, KioskStatus } from '../view/kiosk-feed.ts';
import { createAnswerCache, packAnswer, type PackedAnswer } from './ll2-api/answer-cache.ts';
import type { Snapshot } from './snapshot.ts';

/** What kiosks are told, made once for all of them. */
export interface KioskFeeds {
	/** The stays as a kiosk knows them: what it draws itself, the server draws alike. */
	atlas(snapshot: Pick<Snapshot, 'catalogue'>): Atlas;
	/** A {@link KioskFeed} as JSON, from the app's `version`. */
	answer(snapshot: Snapshot, version: string): PackedAnswer;
}

/** Feeds of the catalogue that is shown; those of the last one are forgotten. */
export function createKioskFeeds(): KioskFeeds {
	let edition: { readonly catalogue: object; readonly columns: Columns; readonly atlas: Atlas };
	const cache = createAnswerCache();

	function editionOf({ catalogue }: Pick<Snapshot, 'catalogue'>): typeof edition {
		if (edition?.catalogue === catalogue) return edition;
		const columns = encodeColumns(catalogue);
		edition = { catalogue, columns, atlas: decodeColumns(columns).atlas };
		return edition;
	}

	return {
		atlas: (snapshot) => editionOf(snapshot).atlas,
		answer(snapshot, version) {
			const status = kioskStatus(snapshot);
			const key = JSON.stringify([version, status]);
			const ready = cache.get(key);
			if (ready) return ready;
			const { columns } = editionOf(snapshot);
			const feed: KioskFeed = { app: version, status, columns };
			const text = [Buffer.from(JSON.stringify(feed))];
			const packed = packAnswer({ status: 200, text, isPage: false, key });
			cache.put(key, packed);
			return packed;
		}
	};
}

/** What a kiosk needs to know of the data shown. */
export function kioskStatus(snapshot: Snapshot): KioskStatus {
	const { source, updated, staleAfterMs, reason, version } = snapshot;
	return { source, updated, staleAfterMs, version, ...(reason && { reason }) };
}
