import { resolve, sep } from 'node:path';
import { formatIso } from '../../lib/time/instant.ts';
import { readTarget } from './address.ts';
import type { Target } from './address.ts';
import { badValue } from './failure.ts';
import { readFormat } from './format.ts';
import type { Format } from './format.ts';
import type { Given, Place } from './options.ts';
import { defaultPreset, presets } from './presets.ts';
import type { Preset } from './presets.ts';
import { readSize } from './size.ts';
import type { ScaledSize } from './size.ts';

/** Everything that is known of a picture before it is taken. */
export interface Picture extends ScaledSize {
	readonly target: Target;
	readonly format: Format;
	/** Shown as on paper. */
	readonly isPrint: boolean;
	/** On a sheet of paper, whose millimetres rule rather than `size`. */
	readonly isSheet: boolean;
	/** Absolute path; `-` is stdout. */
	readonly out: string;
}

/**
 * The picture that is asked for; `folder` is where relative names begin. Throws a UsageFailure
 * for the first option that cannot be used.
 */
export function readPicture(given: Given, place: Place, folder: string): Picture {
	const preset = readPreset(given, place);
	const format = readFormat(given, preset, place);
	const target = readTarget(given, place);
	const isPrint = preset.isPrint === true;
	const hasOwnSize = given.size ?? given.width ?? given.height;
	return {
		...readSize(given, preset, format, place),
		target,
		format,
		isPrint,
		isSheet: isPrint && format === 'pdf' && !hasOwnSize,
		out: outPath(given.out?.[0], folder, defaultName(target, format))
	};
}

/**
 * The name of a picture that was given none: of its page and of its `now`, the same whenever it
 * is made. `berthline-kiosk-2026-10-08.png`, `berthline-events-529.png`, `berthline.png`.
 */
export function defaultName({ url, now }: Target, format: Format): string {
	const words = url.pathname.split(/[^\w]+/).filter(Boolean);
	const date = now === undefined ? [] : [formatIso(now).slice(0, 10)];
	return `${['berthline', ...words, ...date].join('-')}.${format}`;
}

function outPath(out: string | undefined, folder: string, byDefault: string): string {
	if (out === '-') return out;
	if (out === undefined) return resolve(folder, byDefault);
	const isFolder = out.endsWith('/') || out.endsWith(sep);
	return isFolder ? resolve(folder, out, byDefault) : resolve(folder, out);
}

function readPreset(given: Given, place: Place): Preset {
	const text = given.preset?.[0];
	if (text === undefined) return defaultPreset;
	const name = text.toLowerCase();
	const preset = Object.hasOwn(presets, name) ? presets[name] : undefined;
	if (!preset) throw badValue(place('preset'), text, Object.keys(presets).join(', '));
	return preset;
}
