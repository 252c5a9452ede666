import { defaultUntil } from './generate.ts';
import { createEventMaker, type OddEvent } from './odd/odd-event.ts';
import { eventsWithOddNames } from './odd/names.ts';
import { oddSides } from './odd/sides.ts';
import { oddTimes } from './odd/times.ts';
import { oddValues } from './odd/values.ts';

export { firstOddId, type OddEvent } from './odd/odd-event.ts';
export { oddNames } from './odd/names.ts';

/** Every odd kind of document, by the kind's name, each with documents of its own to change. */
export function oddEvents(until = defaultUntil) {
	const make = createEventMaker();
	return {
		...oddSides(make),
		...oddTimes(make, until),
		...oddValues(make),
		...eventsWithOddNames(make)
	} satisfies Record<string, OddEvent>;
}

export type OddKind = keyof ReturnType<typeof oddEvents>;

/** The documents of all odd kinds, or of those that a tolerant reader keeps or skips. */
export function oddDocuments(expect?: OddEvent['expect'], until?: string): unknown[] {
	return Object.values<OddEvent>(oddEvents(until))
		.filter((odd) => expect === undefined || odd.expect === expect)
		.flatMap((odd) => odd.documents);
}
