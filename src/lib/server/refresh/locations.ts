import * as v from 'valibot';
import type { Instant } from '../../time/instant.ts';
import type { StoredDocument } from '../archive/archive.ts';
import type { Budget } from '../launch-library/budget.ts';
import type { Client } from '../launch-library/client.ts';
import { dockingLocation } from '../launch-library/schemas.ts';
import type { Log } from '../log.ts';
import { spendOn } from './step.ts';

/**
 * The list of docking locations, in one call as long as it fits on a page; undefined, and a line in
 * the log, when it cannot be had now: nothing depends on it, so the former list stays.
 */
export async function readLocations(
	client: Client,
	budget: Budget,
	log: Log,
	now: Instant
): Promise<readonly StoredDocument[] | undefined> {
	const stored: StoredDocument[] = [];
	for (let offset: number | undefined = 0; offset !== undefined;) {
		const from: number = offset;
		const step = await spendOn(budget, () => client.listLocations(from));
		if (step.kind !== 'done') {
			log.warn({ step }, 'docking locations could not be read now; the former list stays');
			return undefined;
		}
		for (const raw of step.value.documents) {
			const result = v.safeParse(dockingLocation, raw);
			if (result.success)
				stored.push({ id: result.output.id, text: JSON.stringify(raw), receivedAt: now });
			else log.warn({ reason: v.summarize(result.issues) }, 'a docking location was skipped');
		}
		offset = step.value.nextOffset;
	}
	return stored.length > 0 ? stored : undefined;
}
