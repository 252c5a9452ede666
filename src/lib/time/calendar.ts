import { addDays, addMonths } from 'date-fns';
import type { Instant } from './instant.ts';
import { instantOf, zoneContext } from './zone.ts';

/** `at` moved by whole calendar months in UTC; 31 January and one month is the end of February. */
export function plusMonths(at: Instant, count: number): Instant {
	return instantOf(addMonths(at, count, { in: zoneContext('UTC') }));
}

/** `at` moved by whole days in UTC. */
export function plusDays(at: Instant, count: number): Instant {
	return instantOf(addDays(at, count, { in: zoneContext('UTC') }));
}
