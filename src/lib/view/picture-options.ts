import { choiceParameter, problemOf, textParameter, ViewError } from './parameters.ts';

/** How a picture of a view is wanted. */
export interface PictureOptions {
	/** The picture's size in px, before `scale`. */
	readonly widthPx: number;
	readonly heightPx: number;
	/** How many pixels of a PNG stand for one. */
	readonly scale: number;
	/** The heading; undefined: the view's own, `none`: without one. */
	readonly title?: string;
	/** A hex colour with its `#`, or `transparent`; undefined: the theme's ground. */
	readonly background?: string;
	/** Whether letters stay text, or are drawn as outlines. */
	readonly text: 'text' | 'outline';
}

export const defaultPicture: PictureOptions = {
	widthPx: 1920,
	heightPx: 1080,
	scale: 1,
	text: 'text'
};

/** The sizes that a picture may have: a side in px, and all its pixels. */
export const pictureLimits = {
	least: { width: 200, height: 100 },
	sidePx: 8192,
	pixels: 40_000_000
} as const;
const mostScale = 4;
const longestTitle = 300;

/** The picture options of a query; throws a ViewError for a value that makes no sense. */
export function parsePicture(query: URLSearchParams): PictureOptions {
	const widthPx = sideParameter(query, 'width') ?? defaultPicture.widthPx;
	const heightPx = sideParameter(query, 'height') ?? defaultPicture.heightPx;
	const scale = scaleParameter(query);
	checkSize(widthPx * scale, heightPx * scale, scale);
	const title = textParameter(query, 'title');
	if (title !== undefined && title.length > longestTitle)
		throw new ViewError(
			'title',
			{ measured: String(title.length) },
			`at most ${longestTitle} characters`
		);
	const background = backgroundParameter(query);
	return {
		widthPx,
		heightPx,
		scale,
		...(title !== undefined && { title }),
		...(background !== undefined && { background }),
		text: choiceParameter(query, 'text', ['outline']) ?? defaultPicture.text
	};
}

/** What is wrong with the picture options of a query; undefined when there are some. */
export function pictureProblemIn(query: URLSearchParams): ViewError | undefined {
	return problemOf(() => parsePicture(query));
}

function sideParameter(query: URLSearchParams, name: 'width' | 'height'): number | undefined {
	const text = textParameter(query, name);
	if (text === undefined) return undefined;
	const side = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
	const least = pictureLimits.least[name];
	if (!(side >= least && side <= pictureLimits.sidePx))
		throw new ViewError(name, text, `whole pixels from ${least} to ${pictureLimits.sidePx}`);
	return side;
}

function scaleParameter(query: URLSearchParams): number {
	const text = textParameter(query, 'scale');
	if (text === undefined) return defaultPicture.scale;
	const scale = /^\d(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
	if (!(scale >= 1 && scale <= mostScale))
		throw new ViewError('scale', text, `a number from 1 to ${mostScale}`);
	return scale;
}

function checkSize(widthPx: number, heightPx: number, scale: number): void {
	const name = scale === 1 ? (widthPx >= heightPx ? 'width' : 'height') : 'scale';
	const size = { measured: `${Math.round(widthPx)}×${Math.round(heightPx)}` };
	const { sidePx, pixels } = pictureLimits;
	if (Math.max(widthPx, heightPx) > sidePx)
		throw new ViewError(name, size, `small enough for sides of at most ${sidePx} pixels`);
	if (widthPx * heightPx > pixels)
		throw new ViewError(name, size, `small enough for at most ${pixels / 1e6} megapixels`);
}

function backgroundParameter(query: URLSearchParams): string | undefined {
	const text = textParameter(query, 'background')?.toLowerCase();
	if (text === undefined || text === 'transparent') return text;
	const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/.exec(text) ?? [];
	if (digits === undefined)
		throw new ViewError('background', text, 'transparent or a hex colour such as ffffff');
	return `#${digits}`;
}
