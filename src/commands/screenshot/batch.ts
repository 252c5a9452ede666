import { badValue, ScreenshotFailure, UsageFailure } from './failure.ts';
import { formatOfName } from './format.ts';
import { isOptionName, isQueryName, optionNames } from './options.ts';
import type { Given, OptionName } from './options.ts';
import { readPicture } from './picture.ts';
import type { Picture } from './picture.ts';

export interface BatchOptions {
	/** The file's name, for messages. */
	readonly name: string;
	/** Options of the command line, for what an entry does not say. */
	readonly defaults: Given;
	/** Where relative names of pictures begin. */
	readonly folder: string;
}

const shape = 'an array of pictures, or {"pictures": [ … ]}';

/**
 * The pictures of a batch's JSON text, one at least. Throws a UsageFailure with a line for each
 * entry that cannot be used, which names its index from 0: `slides.json [1].size is …`.
 */
export function readBatch(text: string, options: BatchOptions): readonly Picture[] {
	const { name, defaults, folder } = options;
	const pictures: Picture[] = [];
	const mistakes: string[] = [];
	for (const [index, entry] of entriesOf(text, name).entries()) {
		try {
			const at = `${name} [${index}]`;
			const given = withDefaults(readEntry(entry, at), defaults);
			pictures.push(readPicture(given, (option) => `${at}.${option}`, folder));
		} catch (error) {
			if (!(error instanceof ScreenshotFailure)) throw error;
			mistakes.push(error.message);
		}
	}
	if (mistakes.length === 0) mistakes.push(...sameNames(pictures, name));
	if (mistakes.length > 0) throw new UsageFailure(mistakes.join('\n'));
	return pictures;
}

/**
 * What an entry says, and of `defaults` what it leaves open: one that tells a size or a preset
 * leaves no size open, one whose name tells a format no format, one whose url tells a station no
 * station.
 */
export function withDefaults(entry: Given, defaults: Given): Given {
	const query = URL.parse(entry.url?.[0] ?? '', 'http://berthline.invalid')?.searchParams;
	const hasSize = entry.size ?? entry.width ?? entry.height;
	const hasFormat = formatOfName(entry.out?.[0] ?? '') !== undefined;
	const isTold = (option: OptionName) => {
		if (option === 'size' || option === 'width' || option === 'height')
			return Boolean(hasSize ?? entry.preset);
		if (option === 'format') return hasFormat;
		return option === 'out' || query?.has(option);
	};
	const left = Object.entries(defaults).filter(([option]) => !isTold(option as OptionName));
	return { ...Object.fromEntries(left), ...entry };
}

function entriesOf(text: string, name: string): readonly unknown[] {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (error) {
		throw new UsageFailure(`${name} is no JSON: ${(error as Error).message}.`);
	}
	const list = isRecord(parsed) ? parsed['pictures'] : parsed;
	if (!Array.isArray(list) || list.length === 0)
		throw new UsageFailure(`${name} holds no pictures; allowed: ${shape}.`);
	return list;
}

function readEntry(entry: unknown, at: string): Given {
	if (!isRecord(entry)) throw badEntry(at, entry, 'an object such as {"url": "/kiosk"}');
	const given: Partial<Record<OptionName, readonly string[]>> = {};
	for (const [option, value] of Object.entries(entry)) {
		if (!isOptionName(option))
			throw new UsageFailure(
				`${at}.${option} is no option of a picture; allowed: ${optionNames.join(', ')}.`
			);
		given[option] = readValue(option, value, `${at}.${option}`);
	}
	return given;
}

function readValue(option: OptionName, value: unknown, at: string): readonly string[] {
	const isList = Array.isArray(value) && isQueryName(option) && value.length > 0;
	const values: readonly unknown[] = isList ? value : [value];
	return values.map((one) => {
		if (typeof one === 'number') return String(one);
		if (typeof one === 'string' && (one || isQueryName(option))) return one;
		throw badEntry(at, one, isQueryName(option) ? 'text, a number, or a list' : 'text or a number');
	});
}

function badEntry(at: string, value: unknown, allowed: string): UsageFailure {
	if (typeof value === 'string') return badValue(at, value, allowed);
	return new UsageFailure(`${at} is ${JSON.stringify(value)?.slice(0, 100)}; allowed: ${allowed}.`);
}

/** A picture would be lost under the next one. */
function sameNames(pictures: readonly Picture[], name: string): string[] {
	return pictures.flatMap(({ out }, index) => {
		const first = pictures.findIndex((one) => one.out === out);
		if (first === index) return [];
		return [
			`${name} [${index}].out is "${out}", and so is [${first}].out; allowed: a name for each picture.`
		];
	});
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
