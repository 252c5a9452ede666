import { extname } from 'node:path';
import { badValue, UsageFailure } from './failure.ts';
import type { Given, Place } from './options.ts';
import type { Preset } from './presets.ts';

export type Format = (typeof formats)[number];

export const formats = ['png', 'pdf', 'webp'] as const;

/** The format that a file's name tells; undefined when it tells none. */
export function formatOfName(name: string): Format | undefined {
	const extension = extname(name).slice(1).toLowerCase();
	return formats.find((format) => format === extension);
}

/** `format`, else the extension of `out`, else the preset's, else png. */
export function readFormat(given: Given, preset: Preset, place: Place): Format {
	const text = given.format?.[0];
	const out = given.out?.[0];
	const named = out === undefined ? undefined : formatOfName(out);
	if (text !== undefined) {
		const format = formats.find((one) => one === text.toLowerCase());
		if (!format) throw badValue(place('format'), text, formats.join(', '));
		if (named && named !== format)
			throw new UsageFailure(
				`${place('format')} is "${text}" and ${place('out')} is "${out}": they tell different formats.`
			);
		return format;
	}
	if (out !== undefined && !named && extname(out))
		throw badValue(
			place('out'),
			out,
			`a name in ${formats.map((one) => `.${one}`).join(', ')}, or any name together with ${place('format')}`
		);
	return named ?? preset.format ?? 'png';
}
