/** Draws pictures beside the server's own thread; see `pool.ts`. */
import '../../time/other-zones.ts';
import { move } from 'piscina';
import { Resvg } from '@resvg/resvg-js';
import { drawPicture } from '../../export/picture.ts';
import { lettersOf, writeSvg } from '../../export/write-svg.ts';
import { createOutlines } from './outlines.ts';
import { collectSoon } from './collect.ts';
import { encodePng } from './png.ts';
import type { PictureJob } from './pool.ts';
import { typefaceCss } from './typeface.ts';

const outlines = createOutlines();

/** The bytes of a picture, SVG or PNG. */
export default function draw({ query, name, format, text, scale }: PictureJob): Uint8Array {
	const picture = drawPicture(query);
	const isText = format === 'svg' && text === 'text';
	const svg = writeSvg(picture, {
		widthPx: Math.round(query.widthPx * scale),
		heightPx: Math.round(query.heightPx * scale),
		name,
		...(isText ? { css: typefaceCss(lettersOf(picture)) } : { drawText: outlines.draw })
	});
	if (format === 'svg') return new TextEncoder().encode(svg);
	const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
	// Where there is no ground, pixels are as transparent as the marks on them.
	const isOpaque = query.background !== 'transparent';
	const { width, height } = drawn;
	const png = isOpaque ? encodePng({ data: drawn.pixels, width, height }) : drawn.asPng();
	collectSoon();
	return move(new Uint8Array(png)) as Uint8Array;
}
