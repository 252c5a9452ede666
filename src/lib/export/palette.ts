import tokens from '../look/tokens.css?raw';

/** The colours of a theme by their names in `tokens.css`, as hex. */
export type Palette = Readonly<Record<string, string>>;

const pattern = /--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/g;
const pairs = [...tokens.matchAll(pattern)].map(
	([, name = '', light = '', dark = '']) => [name, light, dark] as const
);

/** The palette of a theme; the pages' own, which needs a browser to be chosen from. */
export function paletteOf(theme: 'light' | 'dark'): Palette {
	return Object.fromEntries(
		pairs.map(([name, light, dark]) => [name, theme === 'dark' ? dark : light])
	);
}
