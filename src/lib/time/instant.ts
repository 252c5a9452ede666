/** A moment: whole milliseconds since 1970-01-01T00:00Z, leap seconds not counted. */
export type Instant = number & { readonly __brand: 'Instant' };

/** How exactly an instant is known; one known to the `day` is written as a date alone. */
export type Precision = 'instant' | 'day';

/** The instant of `epochMs`; throws a RangeError when it is no date that JavaScript can hold. */
export function instant(epochMs: number): Instant {
	if (!Number.isFinite(epochMs) || Math.abs(epochMs) > 8.64e15)
		throw new RangeError(`not an instant: ${epochMs}`);
	// Adding zero turns a negative zero, which is another value to some, into zero.
	return (Math.round(epochMs) + 0) as Instant;
}

/** ISO 8601 with an explicit offset or Z; a time without one is refused rather than guessed. */
const isoPattern =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?))?$/i;

/**
 * The instant that an ISO 8601 date or date-time names, or undefined when it names none.
 * A bare date is its midnight UTC; a date-time needs `Z` or an offset. 30 February is no date.
 */
export function parseInstant(text: string): Instant | undefined {
	const match = isoPattern.exec(text.trim());
	if (!match) return undefined;
	const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] =
		match;
	// Date.UTC would take the years 0 to 99 for 1900 to 1999.
	const midnight = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day));
	const date = new Date(midnight);
	if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
		return undefined;
	if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
	const offsetMinutes = parseOffset(zone);
	if (offsetMinutes === undefined) return undefined;
	const timeMs =
		((Number(hour) * 60 + Number(minute) - offsetMinutes) * 60 + Number(second)) * 1000 +
		Math.floor(Number(`0.${fraction || 0}`) * 1000);
	const epochMs = midnight + timeMs;
	return Number.isFinite(epochMs) ? instant(epochMs) : undefined;
}

/** True for `2024-01-17`: a date alone, whose hour is not told. */
export function isBareDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
}

/** `2024-01-17T17:46:00Z`, as Launch Library 2 writes it; milliseconds only when there are some. */
export function formatIso(at: Instant): string {
	return new Date(at).toISOString().replace('.000Z', 'Z');
}

function parseOffset(zone: string): number | undefined {
	if (zone.toUpperCase() === 'Z') return 0;
	const hours = Number(zone.slice(1, 3));
	const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0;
	if (hours > 18 || minutes > 59) return undefined;
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
