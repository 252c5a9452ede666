import type { Picture } from './picture.ts';
import { drawText, element, escapeXml, type Mark, type TextMark } from './svg.ts';

/** How a picture becomes a document. */
export interface SvgOptions {
	/** Of the document, in px. */
	readonly widthPx: number;
	readonly heightPx: number;
	/** What it is called where it is not seen. */
	readonly name: string;
	/** CSS with the typeface in it; none where letters are outlines. */
	readonly css?: string;
	/** A text as SVG; as text itself when left out. */
	readonly drawText?: (mark: TextMark) => string;
}

/** A picture as an SVG document that needs nothing else: no script, no style, no file. */
export function writeSvg(picture: Picture, options: SvgOptions): string {
	const { widthPx, heightPx, name, css } = options;
	const write = (mark: Mark) =>
		typeof mark === 'string' ? mark : (options.drawText ?? drawText)(mark);
	const content = [
		`<title>${escapeXml(name)}</title>`,
		css === undefined ? '' : `<style>${escapeXml(css)}</style>`,
		`<defs>${picture.defs}</defs>`,
		...picture.marks.map(write)
	].join('\n');
	const { width, height } = picture;
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		width: widthPx,
		height: heightPx,
		// Full precision: rounded, the picture would not fill its document.
		viewBox: `0 0 ${width} ${height}`,
		role: 'img',
		'font-family': "'IBM Plex Sans', sans-serif"
	};
	return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, content)}\n`;
}

/** The letters that a picture's texts are written with, each once. */
export function lettersOf(picture: Picture): Set<string> {
	const texts = picture.marks.flatMap((mark) => (typeof mark === 'string' ? [] : [mark.text]));
	return new Set(texts.flatMap((text) => [...text]));
}
