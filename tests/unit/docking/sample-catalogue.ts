import { buildCatalogue, type Catalogue } from '../../../src/lib/docking/catalogue.ts';
import type { Ll2DockingEvent } from '../../../src/lib/docking/ll2.ts';
import { readSample } from '../../../src/lib/server/archive/sample.ts';
import { readDocument } from '../../../src/lib/server/launch-library/read-document.ts';

/** The sample's events, read like live ones, in the order of `stays.csv`. */
export function sampleEvents(): Ll2DockingEvent[] {
	return readSample().documents.map((document) => {
		const result = readDocument(document);
		if (!result.ok) throw new Error(result.reason);
		return result.event;
	});
}

/** The catalogue of the sample. */
export function sampleCatalogue(): Catalogue {
	return buildCatalogue(sampleEvents());
}
