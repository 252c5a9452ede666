import type { Format } from './format.ts';
import { badValue, UsageFailure } from './failure.ts';
import type { Given, Place } from './options.ts';
import type { Preset } from './presets.ts';

/** In CSS pixels. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** A picture's size: the page in CSS pixels, and how many of the picture's go into one. */
export interface ScaledSize {
	readonly size: Size;
	readonly scale: number;
}

export const scales = [1, 2, 3, 4] as const;
const leastPx = 16;
const mostPx = 16_384;
/** What the WebP format can hold. */
const mostWebpPx = 16_383;
const mostMegapixels = 100;

/**
 * `size`, or `width` and `height`; what is not given is the preset's. Throws a UsageFailure when
 * the picture would have no sense, or more pixels than a browser draws. A PDF has no scale.
 */
export function readSize(given: Given, preset: Preset, format: Format, place: Place): ScaledSize {
	const size = askedSize(given, preset, place);
	const scale = format === 'pdf' ? 1 : readScale(given, place);
	const most = format === 'webp' ? mostWebpPx : mostPx;
	const width = size.width * scale;
	const height = size.height * scale;
	const isTooLarge = Math.max(width, height) > most || width * height > mostMegapixels * 1e6;
	if (isTooLarge)
		throw new UsageFailure(
			`${sizePlace(given, place)} gives ${width}×${height} pixels; allowed: at most ${most} a side ` +
				`and ${mostMegapixels} megapixels in ${format.toUpperCase()}.`
		);
	return { size, scale };
}

/** The picture's own pixels: `3840×2160`. */
export function pixelText({ size, scale }: ScaledSize): string {
	return `${size.width * scale}×${size.height * scale}`;
}

function askedSize(given: Given, preset: Preset, place: Place): Size {
	const text = given.size?.[0];
	if (text !== undefined) {
		const other = given.width ? 'width' : given.height ? 'height' : undefined;
		if (other)
			throw new UsageFailure(`${place('size')} and ${place(other)} exclude each other: use one.`);
		const [, width = '', height = ''] = /^(\d{1,6})[x×](\d{1,6})$/i.exec(text.trim()) ?? [];
		const size = { width: Number(width), height: Number(height) };
		if (size.width < leastPx || size.height < leastPx)
			throw badValue(
				place('size'),
				text,
				`width x height such as 1920x1080, in CSS pixels, ${leastPx} at least`
			);
		return size;
	}
	return {
		width: readSide(given, 'width', place) ?? preset.size.width,
		height: readSide(given, 'height', place) ?? preset.size.height
	};
}

function readSide(given: Given, name: 'width' | 'height', place: Place): number | undefined {
	const text = given[name]?.[0];
	if (text === undefined) return undefined;
	const side = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	if (side < leastPx || side > mostPx)
		throw badValue(place(name), text, `whole CSS pixels from ${leastPx} to ${mostPx}`);
	return side;
}

function readScale(given: Given, place: Place): number {
	const text = given.scale?.[0];
	if (text === undefined) return 1;
	const scale = scales.find((one) => String(one) === text);
	if (!scale) throw badValue(place('scale'), text, scales.join(', '));
	return scale;
}

/** The option to change when a picture is too large. */
function sizePlace(given: Given, place: Place): string {
	const names = (['size', 'width', 'height', 'scale', 'preset'] as const).filter(
		(name) => given[name]
	);
	return names.map(place).join(' and ') || place('size');
}
