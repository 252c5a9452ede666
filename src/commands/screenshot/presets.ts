import type { Format } from './format.ts';
import type { Size } from './size.ts';

/** A kind of picture that has a name. */
export interface Preset {
	/** Of the page, in CSS pixels. */
	readonly size: Size;
	/** What it is for, in a few words. */
	readonly purpose: string;
	/** What it is when nothing else says so. */
	readonly format?: Format;
	/** Shown as on paper. */
	readonly isPrint?: boolean;
}

/** A4, landscape, in millimetres. */
export const paperMm = { width: 297, height: 210, margin: 10 } as const;
/** In CSS there are 96 pixels in an inch of 25.4 mm. */
export const pxPerMm = 96 / 25.4;

const slide = { size: { width: 1920, height: 1080 }, purpose: 'a 16:9 slide' };

/** What is made when nothing is asked for. */
export const defaultPreset: Preset = slide;

export const presets: Readonly<Record<string, Preset>> = {
	slide,
	square: { size: { width: 1080, height: 1080 }, purpose: 'a square post' },
	story: { size: { width: 1080, height: 1920 }, purpose: 'an upright screen' },
	'4k': { size: { width: 3840, height: 2160 }, purpose: 'a wall screen' },
	paper: {
		size: {
			width: Math.round(paperMm.width * pxPerMm),
			height: Math.round(paperMm.height * pxPerMm)
		},
		purpose: 'A4 landscape, print style, a PDF',
		format: 'pdf',
		isPrint: true
	}
};
