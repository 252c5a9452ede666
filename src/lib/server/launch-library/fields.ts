import * as v from 'valibot';
import { parseInstant } from '../../time/instant.ts';

/** The longest name that is kept; Launch Library 2's own bound is 255. */
const nameMax = 500;
const descriptionMax = 5000;

const controlsAndSpaces = /[\s\p{Cc}]+/gu;
// Invisible characters that reorder or hide text; the joiners that some scripts need stay.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/** Text made safe to show: no control characters, single spaces, trimmed, at most `max` UTF-16 units. */
export function cleanText(text: string, max = nameMax): string {
	const bounded = text.length > max * 2 ? text.slice(0, max * 2) : text;
	return bounded
		.replace(invisible, '')
		.replace(controlsAndSpaces, ' ')
		.trim()
		.slice(0, max)
		.toWellFormed()
		.trim();
}

const text = (max: number) =>
	v.pipe(
		v.string(),
		v.transform((value) => cleanText(value, max)),
		v.minLength(1)
	);

/** Any schema, with null for what is absent, null or does not fit. */
export function orNull<const S extends v.GenericSchema>(schema: S) {
	return v.fallback(v.nullable(schema), null);
}

/** A required identifier: a whole number that JavaScript holds exactly. */
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A required name. */
export const name = text(nameMax);

export const nameOrNull = orNull(name);

export const descriptionOrNull = orNull(text(descriptionMax));

/** A required instant, still as text: ISO 8601 with zone, or a bare date. */
export const isoInstant = v.pipe(
	v.string(),
	v.trim(),
	v.check((value) => parseInstant(value) !== undefined)
);

export const isoInstantOrNull = orNull(isoInstant);

/** A web address that is safe in `src` and `href`. */
export const webAddressOrNull = orNull(
	v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(2000),
		v.check((value) => /^https?:\/\//i.test(value) && URL.canParse(value))
	)
);
