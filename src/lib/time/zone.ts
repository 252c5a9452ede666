import { UTCDateMini } from '@date-fns/utc/date/mini';
import type { ContextFn } from 'date-fns';
import { instant, type Instant } from './instant.ts';

/** IANA name of the zone that dates are written in; `UTC` unless a reader asks otherwise. */
export type Zone = string;

/** The date-fns context of UTC. */
export const utc: ContextFn<Date> = (value) => new UTCDateMini(+new Date(value));

/** What gives the contexts of other zones: most readers stay with UTC, and do not load it. */
let contextOf: ((zone: Zone) => ContextFn<Date>) | undefined;

/** Called by `other-zones.ts`, which must be loaded before another zone than UTC is asked for. */
export function provideZones(of: (zone: Zone) => ContextFn<Date>): void {
	contextOf = of;
}

/**
 * The date-fns context of a zone: `addMonths(at, 1, { in: zoneContext('Europe/Berlin') })`. Throws
 * an Error for another zone than UTC before `other-zones.ts` is loaded.
 */
export function zoneContext(zone: Zone): ContextFn<Date> {
	if (zone === 'UTC') return utc;
	if (!contextOf) throw new Error(`${zone}: other-zones.ts is not loaded`);
	return contextOf(zone);
}

/**
 * `zone` with capitals where Intl has them, or undefined when Intl knows no such zone. It stays the
 * name that was asked for: Intl may answer Asia/Kolkata with Asia/Calcutta, and not everywhere.
 */
export function knownZone(zone: string): Zone | undefined {
	try {
		const known = new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
		return known === 'UTC' || known.toLowerCase() === zone.toLowerCase() ? known : zone;
	} catch {
		return undefined;
	}
}

/** The instant of what date-fns gives back. */
export function instantOf(date: Date): Instant {
	return instant(date.getTime());
}
