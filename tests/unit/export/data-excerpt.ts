import type { Catalogue } from '../../../src/lib/docking/catalogue.ts';
import { buildCatalogue } from '../../../src/lib/docking/catalogue.ts';
import type { Stay } from '../../../src/lib/docking/stay.ts';
import type { Excerpt } from '../../../src/lib/export/excerpt.ts';
import { instant } from '../../../src/lib/time/instant.ts';
import { hourMs } from '../../../src/lib/time/span.ts';
import { at } from '../at.ts';
import { makeEvent, type EventPlan } from '../docking/make-event.ts';

/** All stays of a catalogue as an excerpt of live data. */
export function excerptOf(catalogue: Catalogue, changes: Partial<Excerpt> = {}): Excerpt {
	return {
		places: catalogue,
		stays: catalogue.stays,
		now: at('2026-10-08T12:00Z'),
		updated: at('2026-10-08T11:30Z'),
		source: 'live',
		credits: [],
		...changes
	};
}

/** The excerpt of some events, and its only or first stay. */
export function excerptOfEvents(
	plans: readonly EventPlan[],
	changes: Partial<Excerpt> = {}
): Excerpt {
	return excerptOf(buildCatalogue(plans.map(makeEvent)), changes);
}

/** A stay with texts of its own, at a port and host whose names are the same text. */
export function excerptNamed(name: string): Excerpt {
	const plan = { id: 7, docking: '2026-01-02T03:04Z', departure: '2026-02-03T04:05:06Z' };
	return excerptOfEvents([{ ...plan, vehicle: name, portName: name, stationName: name }]);
}

/** `count` stays at one port, an hour each, made one by one; `onMade` hears of each. */
export function* manyStays(count: number, onMade: () => void = () => undefined): Generator<Stay> {
	const [stay] = buildCatalogue([makeEvent({ id: 1, docking: '2000-01-01T00:00Z' })]).stays;
	for (let index = 0; index < count; index++) {
		onMade();
		const docking = instant(stay!.docking + index * hourMs);
		yield { ...stay!, id: index + 1, docking, departure: instant(docking + hourMs) };
	}
}

/** The excerpt of so many stays. */
export function excerptOfMany(count: number, onMade?: () => void): Excerpt {
	const event = makeEvent({ id: 1, docking: '2000-01-01T00:00Z' });
	return excerptOf(buildCatalogue([event]), { stays: manyStays(count, onMade) });
}
