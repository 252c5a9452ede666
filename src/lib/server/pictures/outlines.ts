import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import { LRUCache } from 'lru-cache';
import { element, rounded, type TextMark, type Weight } from '../../export/svg.ts';

/** Draws texts as the outlines of their letters. */
export interface Outlines {
	/** A mark as an SVG path. A letter that the typeface has not got is an empty box. */
	draw(mark: TextMark): string;
}

interface Outline {
	/** In font units, base line at 0, y downwards. */
	readonly path: string;
	readonly advance: number;
}

const files: Readonly<Record<Weight, string>> = {
	400: '400Regular/IBMPlexSans_400Regular.ttf',
	500: '500Medium/IBMPlexSans_500Medium.ttf',
	600: '600SemiBold/IBMPlexSans_600SemiBold.ttf'
};
/** Letters of outlines and texts that are kept: most texts come again in the next picture. */
const mostKept = 8 * 1024 * 1024;

/** The outlines of the project's own font files; reading them takes half a second. */
export function createOutlines(): Outlines {
	const require = createRequire(import.meta.url);
	const fonts = new Map<Weight, Font>();
	const kept = new LRUCache<string, Outline>({
		maxSize: mostKept,
		sizeCalculation: ({ path }, key) => path.length + key.length + 1
	});

	function fontOf(weight: Weight): Font {
		const known = fonts.get(weight);
		if (known) return known;
		const file = require.resolve(`@expo-google-fonts/ibm-plex-sans/${files[weight]}`);
		const font = openSync(file) as Font;
		fonts.set(weight, font);
		return font;
	}

	function outlineOf(text: string, weight: Weight): Outline {
		const key = `${weight} ${text}`;
		const known = kept.get(key);
		if (known) return known;
		const { glyphs, positions } = fontOf(weight).layout(text);
		let advance = 0;
		let path = '';
		for (const [index, glyph] of glyphs.entries()) {
			const { xOffset, yOffset, xAdvance } = positions[index]!;
			path += glyph.path
				.scale(1, -1)
				.translate(advance + xOffset, -yOffset)
				.toSVG();
			advance += xAdvance;
		}
		const outline = { path, advance };
		kept.set(key, outline);
		return outline;
	}

	return {
		draw({ x, y, text, size, weight, fill, anchor }) {
			const { path, advance } = outlineOf(text, weight);
			const scale = size / fontOf(weight).unitsPerEm;
			const back = anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0;
			const left = x - advance * scale * back;
			return element('path', {
				transform: `translate(${rounded(left)} ${rounded(y)}) scale(${scale})`,
				d: path,
				fill
			});
		}
	};
}
