/** A bare date as the midnight that begins it: that it is a day is told beside it. */
export function atMidnight(text: string): string {
	return isDay(text) ? `${text}T00:00:00Z` : text;
}

/** True for `1990-06-11`: a time known to the day. */
export function isDay(text: string): boolean {
	return text.length === 10;
}
