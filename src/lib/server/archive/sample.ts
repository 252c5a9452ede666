import { parseInstant } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import type { JsonObject } from '../json.ts';
import { sampleCredits } from './sample/credits.ts';
import type { Credit } from './sample/credits.ts';
import { createDocuments } from './sample/documents.ts';
import seed from './sample/event-529.json' with { type: 'json' };
import tables from './sample/sample.json' with { type: 'json' };
import type { SampleTables } from './sample/tables.ts';

export type { Credit } from './sample/credits.ts';

/** The bundled archive: real stays, shown while there is nothing better. */
export interface Sample {
	/** When its data were last true. */
	readonly updated: Instant;
	/** Docking events in Launch Library 2's detailed shape, by docking. */
	readonly documents: readonly JsonObject[];
	/** To be named wherever the sample is shown or shipped. */
	readonly credits: readonly Credit[];
	/** Docking locations in Launch Library 2's shape, by id. */
	readonly locations: readonly JsonObject[];
}

const updated = parseInstant('2026-10-08T00:00:00Z');

/** The sample, made anew at each call: 641 documents, 1966 to October 2026. */
export function readSample(): Sample {
	if (updated === undefined) throw new RangeError('the sample has no date');
	const documents = createDocuments(tables as unknown as SampleTables, seed as JsonObject);
	return {
		updated,
		documents: documents.events,
		credits: sampleCredits,
		locations: documents.locations
	};
}
