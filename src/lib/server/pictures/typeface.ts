import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ranges from '@fontsource/ibm-plex-sans/unicode.json';
import type { Weight } from '../../export/svg.ts';

const require = createRequire(import.meta.url);
const weights: readonly Weight[] = [400, 500, 600];

/** Parts of the typeface, each with the code points that it holds. */
const parts = Object.entries(ranges).map(([name, list]) => ({
	name,
	list,
	holds: list.split(',').map((range) => {
		const [first = '', last = first] = range.replace('U+', '').split('-');
		return [parseInt(first, 16), parseInt(last, 16)] as const;
	})
}));

/**
 * CSS that carries the typeface itself, in those of its parts that `letters` need; for pictures
 * that must open without any other file.
 */
export function typefaceCss(letters: ReadonlySet<string>): string {
	const points = [...letters].map((letter) => letter.codePointAt(0)!);
	const needed = parts.filter(({ holds }) =>
		points.some((point) => holds.some(([first, last]) => point >= first && point <= last))
	);
	return needed
		.flatMap(({ name, list }) => weights.map((weight) => face(name, list, weight)))
		.join('');
}

const faces = new Map<string, string>();

function face(part: string, list: string, weight: Weight): string {
	const key = `${part} ${weight}`;
	const known = faces.get(key);
	if (known !== undefined) return known;
	const path = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-${part}-${weight}-normal.woff2`;
	const bytes = readFileSync(require.resolve(path)).toString('base64');
	const css =
		`@font-face{font-family:'IBM Plex Sans';font-weight:${weight};` +
		`src:url(data:font/woff2;base64,${bytes}) format('woff2');unicode-range:${list}}`;
	faces.set(key, css);
	return css;
}
