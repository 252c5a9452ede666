import fc from 'fast-check';
import type { Ll2DockingEvent } from '../../../src/lib/docking/ll2.ts';
import { instant, type Instant } from '../../../src/lib/time/instant.ts';
import { dayMs, type Span } from '../../../src/lib/time/span.ts';
import { makeEvent, makeModule } from './make-event.ts';

const firstMs = Date.UTC(2020, 0, 1);
/** Few days to choose from, so that instants often coincide. */
const day = fc.integer({ min: 0, max: 1500 });
const config = fc.constantFrom('Progress MS', 'Soyuz MS', 'Crew Dragon 2', 'SpaDEx', 'Argo');

/** Instants among those that random events use, and a little beyond them. */
export const randomInstant: fc.Arbitrary<Instant> = fc
	.integer({ min: -20, max: 1900 })
	.map((days) => instant(firstMs + days * dayMs));

/** Spans of a day to years among them. */
export const randomSpan: fc.Arbitrary<Span> = fc
	.tuple(randomInstant, fc.integer({ min: 1, max: 900 }))
	.map(([from, days]) => ({ from, to: instant(from + days * dayMs) }));

const randomEvent: fc.Arbitrary<Ll2DockingEvent> = fc
	.record({
		id: fc.integer({ min: 1, max: 400 }),
		docking: day,
		lengthDays: fc.option(fc.integer({ min: -3, max: 500 })),
		missionDays: fc.option(fc.integer({ min: -50, max: 600 })),
		portId: fc.constantFrom(12, 19, 30, 18, 32, 48),
		flightId: fc.integer({ min: 1, max: 60 }),
		agencyId: fc.constantFrom(1, 2),
		isModule: fc.boolean(),
		config
	})
	.map((row) => {
		const iso = (days: number) => new Date(firstMs + days * dayMs).toISOString();
		const later = (days: number | null) => (days === null ? null : iso(row.docking + days));
		const stationId = row.portId === 48 ? null : row.portId === 32 ? 18 : 4;
		const make = row.isModule && row.portId === 30 ? makeModule : makeEvent;
		return make({
			id: row.id,
			docking: iso(row.docking),
			departure: later(row.lengthDays),
			missionEnd: later(row.missionDays),
			portId: row.portId,
			stationId,
			flightId: row.flightId,
			agencyId: row.agencyId,
			...(make === makeEvent && { config: { name: row.config } })
		});
	});

/** Events at four stations' ports and one of no station, with every oddity of departures. */
export const randomEvents = fc.array(randomEvent, { maxLength: 60 });
